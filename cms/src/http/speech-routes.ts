import { done, type ShippedText } from '@ulan/contract'
import { spokenTexts } from '../domain/speech/spoken-texts.ts'
import type { LiveSnapshot } from '../service/live-snapshot.ts'
import type { RouteBinder } from './bind-route.ts'

/** What there is to be read aloud; the recordings of it are the media side's. */
export function bindSpeechRoutes(
  { bind }: RouteBinder,
  live: Pick<LiveSnapshot, 'current' | 'stored'>,
  shipped: readonly ShippedText[],
): void {
  bind('listSpokenTexts', {
    run: async ({ query }) => done({ items: spokenTexts(live.current(), live.stored().home.rails, shipped, query.locale) }),
  })
}
