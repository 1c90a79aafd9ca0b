import type { Chapter } from '@ulan/contract'
import { nextLawExplained, offeredOpening } from '@ulan/player'
import type { ReactElement, Ref } from 'react'
import { ActionButton } from '../components/action.tsx'
import { useViewer } from '../viewer.ts'

/** What a film's chapters offer at a place in it: past the opening, and to where the law is explained next; s. */
type ChapterOffer = { readonly pastOpeningSeconds: number | undefined; readonly lawSeconds: number | undefined }

/** The law is offered with the controls alone; the opening for a while without them too. */
export const chapterOffer = (chapters: readonly Chapter[], seconds: number, areControlsShown: boolean): ChapterOffer => ({
  pastOpeningSeconds: offeredOpening(chapters, seconds, areControlsShown)?.endSeconds,
  lawSeconds: areControlsShown ? nextLawExplained(chapters, seconds)?.startSeconds : undefined,
})

export const isOffered = ({ pastOpeningSeconds, lawSeconds }: ChapterOffer): boolean =>
  pastOpeningSeconds !== undefined || lawSeconds !== undefined

type Props = { readonly place: Ref<HTMLDivElement>; readonly offer: ChapterOffer; readonly onGo: (seconds: number) => void }

/** Buttons over the time line; they stand where the script stands. */
export function ChapterButtons({ place, offer, onGo }: Props): ReactElement | null {
  const { words } = useViewer()
  const { pastOpeningSeconds, lawSeconds } = offer
  if (!isOffered(offer)) return null
  return (
    <div ref={place} className="chapters">
      <div className="chapters-row">
        {pastOpeningSeconds !== undefined && (
          <ActionButton icon="next" label={words('player:skipOpening')} onPress={() => onGo(pastOpeningSeconds)} />
        )}
        {lawSeconds !== undefined && (
          <ActionButton look="gold" icon="law" label={words('player:lawExplained')} onPress={() => onGo(lawSeconds)} />
        )}
      </div>
    </div>
  )
}
