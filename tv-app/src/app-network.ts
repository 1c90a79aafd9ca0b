import type { Locale } from '@ulan/contract'
import type { AppPorts } from './app-ports.ts'
import type { Overlays } from './widgets/overlays.ts'

/** Tells the viewer that the network is gone, and that it is back; then what waited for it is sent. */
export class NetworkNews {
  readonly #ports: AppPorts
  readonly #overlays: Overlays
  readonly #locale: () => Locale
  #isThere = true

  constructor(ports: AppPorts, overlays: Overlays, locale: () => Locale) {
    this.#ports = ports
    this.#overlays = overlays
    this.#locale = locale
  }

  report(isThere: boolean): void {
    if (isThere === this.#isThere) return
    this.#isThere = isThere
    const say = this.#ports.strings.sayIn(this.#locale())
    this.#overlays.say(isThere ? undefined : say('tv:lost'))
    this.#ports.readAloud.tell([say(isThere ? 'tv:back' : 'tv:lost')])
    if (isThere) this.#ports.services.outbox.flush().catch(rethrow)
  }
}

function rethrow(error: unknown): never {
  throw error
}
