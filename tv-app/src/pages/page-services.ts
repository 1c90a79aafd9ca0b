import type { Beacon, Locale } from '@ulan/contract'
import type { AttemptOutbox, KeyValueStorage, ResumeStore, Spoken } from '@ulan/player'
import type { Reading } from '../data/browse-view.ts'
import type { Catalogue } from '../data/catalogue.ts'
import type { KidsMode } from '../data/kids-mode.ts'
import type { RegionMemory } from '../data/region-choice.ts'
import type { ToastPlace } from '../layout.ts'
import type { Look } from '../look.ts'
import type { DeviceProfile } from '../platform/device-profile.ts'
import type { SleepTimer } from '../platform/sleep-timer.ts'
import type { PageMemory, Route } from '../routes.ts'
import type { Lesson, Say } from '../text/strings.ts'

/** What every page may ask for; made once by `main`, handed down, so that no page reaches for a global. */
export type PageServices = {
  readonly catalogue: Catalogue
  readonly resume: ResumeStore
  /** For what a page alone remembers. */
  readonly boxMemory: KeyValueStorage
  readonly region: RegionMemory
  readonly kids: KidsMode
  readonly outbox: AttemptOutbox
  /** Tells the server how a film played. */
  readonly sendBeacon: (beacon: Beacon) => void
  readonly profile: DeviceProfile
  readonly locale: () => Locale
  readonly say: Say
  readonly sayIn: (locale: Locale) => Say
  /** Brings in the texts of a page that are not needed before it. */
  readonly teach: (lesson: Lesson) => void
  readonly now: () => Date
  readonly randomBytes: (count: number) => Uint8Array
  /** Calls back once after so many ms; the returned function calls it off. */
  readonly later: (milliseconds: number, then: () => void) => () => void
  /** Reads aloud what is told without taking the focus, where the viewer wants it read. */
  readonly tell: (texts: Spoken) => void
  readonly navigation: Navigation
  readonly controls: Controls
  readonly sleep: SleepTimer
}

/** `slow`: an answer is awaited for longer than anybody waits without wondering. */
export type NetworkState = 'there' | 'slow' | 'lost'

export type Navigation = {
  open(route: Route): void
  replace(route: Route): void
  back(): void
  read(reading: Reading): void
  /** Tells the viewer how the network is; the page itself goes on trying. */
  reportNetwork(state: NetworkState, place?: ToastPlace): void
  /** Tells the header which languages there are to choose from. */
  offerLanguages(locales: readonly Locale[]): void
  /** The header over the page: away while a film runs. */
  showHeader(isShown: boolean): void
  /** The name in the header: away while rails pass under it. */
  showBrand(isShown: boolean): void
}

/** What the header of every page does, for the page of settings. */
export type Controls = {
  languages(): readonly Locale[]
  chooseLocale(locale: Locale): void
  /** Undefined where this box can say nothing. */
  reading(): 'on' | 'off' | undefined
  toggleReadAloud(): void
  /** Another look at once, for all that is on screen: the page that asks is made anew too. */
  chooseLook(look: Look): void
}

/** What the app asks of a page. */
export type PageContract = {
  /** Focus to come back to. */
  memory(): PageMemory | undefined
  /** Draws all texts anew after the viewer chose another locale; focus and playback stay. */
  relocalise(): void
  /** A film that is running: it keeps the screen awake. A page without films leaves these out. */
  isPlaying?(): boolean
  pause?(): void
  /** Each key on its way, whatever takes it. */
  sees?(keyCode: number): void
}
