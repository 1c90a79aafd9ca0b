import type { Lightning } from '@lightningjs/sdk'
import type { ProgrammeId } from '@ulan/contract'
import type { PageServices } from './page-services.ts'

/** Who looks at one film for so long may like to see more of it. */
const REST_MS = 3000

/** Watches how long the focus rests on a film that is put forward; then its preview begins. */
export class HeroRest {
  readonly #services: PageServices
  readonly #holder: Lightning.Element
  #film: ProgrammeId | undefined
  #end: (() => void) | undefined

  constructor(services: PageServices, holder: Lightning.Element) {
    this.#services = services
    this.#holder = holder
  }

  /** The film that has the focus now; undefined for none. */
  follow(film: ProgrammeId | undefined): void {
    if (film === this.#film) return
    this.#end?.()
    this.#film = film
    this.#end = film === undefined ? undefined : this.#services.later(REST_MS, () => void this.#begin(film))
  }

  async #begin(film: ProgrammeId): Promise<void> {
    const code = await import('./hero-preview.ts').catch(() => undefined) // no network: a page is as good without
    if (code !== undefined && film === this.#film) this.#end = code.playPreview(this.#holder, this.#services, film)
  }
}
