import type { Chapter, ProgrammeDetail } from '@ulan/contract'
import { isInCredits, nextLawExplained, offeredOpening } from '@ulan/player'
import type { Say } from '../text/strings.ts'
import type { ActionView } from './browse-view.ts'
import { onwardActions } from './end-view.ts'

/** The buttons of a film's chapters, by the names that their presses come back with. */
type ChapterRef = 'SkipOpening' | 'LawExplained'
/** A place in a film, and what is shown over the film besides it. */
type FilmMoment = { readonly seconds: number; readonly areControlsShown: boolean }
/** A film by its chapters, and by what it leads on to, once that is known. */
type ChapteredFilm = { readonly chapters: readonly Chapter[]; readonly programme?: ProgrammeDetail | undefined }

/** What a film offers at a moment: past its opening, with the controls to where the law is explained, and on from its credits. */
export function chapterActions(film: ChapteredFilm, { seconds, areControlsShown }: FilmMoment, say: Say): readonly ActionView[] {
  const { chapters, programme } = film
  const onward = isInCredits(chapters, seconds) ? onwardActions(programme, say) : []
  if (onward.length > 0) return onward
  const actions: ActionView[] = []
  const action = (ref: ChapterRef, more: Pick<ActionView, 'label' | 'icon' | 'isPrimary'>): void => {
    actions.push({ ref, target: { kind: 'none' }, ...more })
  }
  if (offeredOpening(chapters, seconds, areControlsShown) !== undefined) {
    action('SkipOpening', { label: say('player:skipOpening'), icon: 'next', isPrimary: true })
  }
  if (areControlsShown && nextLawExplained(chapters, seconds) !== undefined) {
    action('LawExplained', { label: say('player:lawExplained'), icon: 'law', isPrimary: false })
  }
  return actions
}

/** Where such a button leads from a place in the film, s; undefined where it leads nowhere any more. */
export function chapterTarget(chapters: readonly Chapter[], ref: string, seconds: number): number | undefined {
  if (ref === 'SkipOpening') return offeredOpening(chapters, seconds, true)?.endSeconds
  return ref === 'LawExplained' ? nextLawExplained(chapters, seconds)?.startSeconds : undefined
}
