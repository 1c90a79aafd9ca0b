import { type AttemptStorage, createAttemptOutbox, createResumeStore, type KeyValueStorage } from '@ulan/player'
import type { AppPorts } from './app-ports.ts'
import type { ApiClient } from './data/api-client.ts'
import { type CaptionMemory, parseCaptionChoice } from './data/caption-choice.ts'
import { parseRegion, type RegionMemory } from './data/region-choice.ts'
import { createSleepTimer } from './platform/sleep-timer.ts'
import type { ReadAloudPorts } from './read-aloud.ts'

const CAPTIONS_KEY = 'captions'
const REGION_KEY = 'region'
const READ_ALOUD_KEY = 'readAloud'

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
  captions: captionMemory(storage),
  now: () => new Date(),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  sleep: createSleepTimer(later),
  later,
})

export const regionMemory = (storage: KeyValueStorage): RegionMemory => ({
  read: () => parseRegion(storage.get(REGION_KEY)),
  write: (code) => storage.set(REGION_KEY, code ?? ''),
})

const captionMemory = (storage: KeyValueStorage): CaptionMemory => ({
  read: () => parseCaptionChoice(storage.get(CAPTIONS_KEY)),
  write: (choice) => storage.set(CAPTIONS_KEY, choice),
})

export const readAloudMemory = (storage: KeyValueStorage): ReadAloudPorts['memory'] => ({
  read: () => storage.get(READ_ALOUD_KEY) === 'on',
  write: (isOn) => storage.set(READ_ALOUD_KEY, isOn ? 'on' : ''),
})

/** Calls back once after so many ms; the returned function calls it off. */
export function later(milliseconds: number, then: () => void): () => void {
  const timer = setTimeout(then, milliseconds)
  return () => clearTimeout(timer)
}
