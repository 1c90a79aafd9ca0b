import { type AttemptStorage, createAttemptOutbox, createResumeStore, type KeyValueStorage } from '@ulan/player'
import type { AppPorts } from './app-ports.ts'
import { letTemplatesFollowLook } from './components/fresh-templates.ts'
import type { ApiClient } from './data/api-client.ts'
import { createKeptHome, type KeptHome } from './data/kept-home.ts'
import { createKidsMode } from './data/kids-mode.ts'
import { parseRegion, type RegionMemory } from './data/region-choice.ts'
import { type Look, parseLook, wearLook } from './look.ts'
import { recoverContext } from './platform/context-loss.ts'
import { createSleepTimer } from './platform/sleep-timer.ts'
import { createReadAloud, type ReadAloud } from './read-aloud.ts'

const REGION_KEY = 'region'
const READ_ALOUD_KEY = 'readAloud'
const TEXT_SIZE_KEY = 'textSize'
const CONTRAST_KEY = 'contrast'

type Made = Pick<AppPorts['services'], 'catalogue' | 'kids' | 'profile' | 'region'> & {
  readonly storage: AttemptStorage
  readonly api: ApiClient
}

/** What this box remembers, tells and counts, for every page. */
export const createServices = ({ storage, api, ...made }: Made): AppPorts['services'] => ({
  ...made,
  outbox: createAttemptOutbox(storage, api.sendAttempt, () => Date.now()),
  sendBeacon: api.sendBeacon,
  resume: createResumeStore(storage),
  boxMemory: storage,
  now: () => new Date(),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  sleep: createSleepTimer(later),
  later,
})

/** What this box remembers of who watches it; the first question to the server is asked by it. */
export const viewerMemories = (storage: KeyValueStorage): Pick<Made, 'region' | 'kids'> & { readonly keptHome: KeptHome } => ({
  region: regionMemory(storage),
  kids: createKidsMode(storage),
  keptHome: createKeptHome(storage),
})

const regionMemory = (storage: KeyValueStorage): RegionMemory => ({
  read: () => parseRegion(storage.get(REGION_KEY)),
  write: (code) => storage.set(REGION_KEY, code ?? ''),
})

/** Reading aloud, as this box remembers it. */
export function openReadAloud(storage: KeyValueStorage): ReadAloud {
  const memory = {
    read: () => storage.get(READ_ALOUD_KEY) === 'on',
    write: (isOn: boolean) => storage.set(READ_ALOUD_KEY, isOn ? 'on' : ''),
  }
  return createReadAloud({ memory, later })
}

/** The page's own element, as far as a look touches it. */
type PageElement = { readonly classList: { toggle(name: string, isOn: boolean): unknown } }

/** Wears the look that this box remembers. The function returned wears another, and remembers it. */
export function openLook(storage: KeyValueStorage, page: PageElement): AppPorts['changeLook'] {
  const wear = (look: Look): void => {
    wearLook(look)
    // What lies under the canvas is coloured by the style sheet.
    page.classList.toggle('high-contrast', look.isHighContrast)
  }
  letTemplatesFollowLook()
  wear(parseLook(storage.get(TEXT_SIZE_KEY), storage.get(CONTRAST_KEY)))
  return (look) => {
    storage.set(TEXT_SIZE_KEY, look.textSize)
    storage.set(CONTRAST_KEY, look.isHighContrast ? 'high' : '')
    wear(look)
  }
}

/** The app starts anew on its page when this box takes its drawing context away. */
export const guardContext = (canvas: HTMLCanvasElement, storage: KeyValueStorage): void =>
  recoverContext(canvas, { later, memory: storage, nowMs: () => Date.now(), reload: () => location.reload() })

/** Calls back once after so many ms; the returned function calls it off. */
export function later(milliseconds: number, then: () => void): () => void {
  const timer = setTimeout(then, milliseconds)
  return () => clearTimeout(timer)
}
