import type { Lightning } from '@lightningjs/sdk'
import type { Locale } from '@ulan/contract'
import type { AppPorts } from './app-ports.ts'
import type { PageContract } from './pages/page-services.ts'
import { leaveApp } from './platform/way-out.ts'
import type { ScreenRest } from './screen-rest.ts'
import type { Question } from './widgets/overlays.ts'

export type RestPorts = Pick<AppPorts, 'services' | 'strings' | 'readAloud'> & {
  readonly stage: Lightning.Stage
  readonly locale: () => Locale
  /** Lays something over everything. */
  readonly cover: (cover: Lightning.Component) => void
  readonly page: () => PageContract | undefined
}

/** The first screen has the processor to itself before anything watches whether the viewer has left. */
const WATCH_AFTER_MS = 8000
const AGAIN_AFTER_MS = 60_000

/** Fetches, after the first screen, what lets the screen rest and the evening end. */
export class RestKeeper {
  readonly #ports: RestPorts
  #rest: ScreenRest | undefined

  constructor(ports: RestPorts) {
    this.#ports = ports
    this.#fetchAfter(WATCH_AFTER_MS)
  }

  /** A key came; true where it only woke the screen, and shall do nothing else. */
  wake(): boolean {
    return this.#rest?.wake() === true
  }

  /** Whether to leave: one press too many must not end the evening. Without the words for it, it does. */
  async question(): Promise<Question | undefined> {
    const rest = await this.#fetch()
    return rest === undefined ? this.leave() : rest.leaveQuestion()
  }

  /** Leaves. What to say where the box keeps the app all the same, if that can be said. */
  async leave(): Promise<Question | undefined> {
    const { later } = this.#ports.services
    const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => later(milliseconds, resolve))
    return (await leaveApp(window, wait)) ? undefined : (await this.#fetch())?.keptNotice()
  }

  #fetchAfter(milliseconds: number): void {
    this.#ports.services.later(milliseconds, () => {
      void this.#fetch().then((rest) => rest === undefined && this.#fetchAfter(AGAIN_AFTER_MS))
    })
  }

  async #fetch(): Promise<ScreenRest | undefined> {
    const { services, strings, readAloud, stage, locale, cover, page } = this.#ports
    const file = await import('./screen-rest.ts').catch(() => undefined)
    if (file === undefined) return undefined
    this.#rest ??= new file.ScreenRest({
      ...{ strings, stage, cover, ...services },
      say: () => strings.sayIn(locale()),
      tell: readAloud.tell,
      isFilmRunning: () => page()?.isPlaying?.() === true,
      stopFilm: () => page()?.pause?.(),
    })
    return this.#rest
  }
}
