import type { Locale } from '@ulan/contract'
import type { AppPorts } from './app-ports.ts'
import type { ToastPlace } from './layout.ts'
import type { NetworkState } from './pages/page-services.ts'
import { rethrow } from './rethrow.ts'
import type { StringKey } from './text/strings.ts'
import type { Overlays } from './widgets/overlays.ts'

const NEWS: Readonly<Record<NetworkState, StringKey | undefined>> = { there: undefined, slow: 'common:net.loading', lost: 'tv:lost' }

/** Tells the viewer that the network is slow, or gone, and that it is back; then what waited for it is sent. */
export class NetworkNews {
  readonly #ports: AppPorts
  readonly #overlays: Overlays
  readonly #locale: () => Locale
  #state: NetworkState = 'there'

  constructor(ports: AppPorts, overlays: Overlays, locale: () => Locale) {
    this.#ports = ports
    this.#overlays = overlays
    this.#locale = locale
  }

  report(state: NetworkState, place: ToastPlace = 'foot'): void {
    const before = this.#state
    // Whoever is told that the line is down need not be told that it is slow.
    if (state === before || (state === 'slow' && before === 'lost')) return
    this.#state = state
    const say = this.#ports.strings.sayIn(this.#locale())
    const news = NEWS[state]
    this.#overlays.say(news && say(news), place)
    if (news !== undefined || before === 'lost') this.#ports.readAloud.tell([say(news ?? 'tv:back')])
    if (before === 'lost' && state === 'there') this.#ports.services.outbox.flush().catch(rethrow)
  }
}
