import type { ActionView } from '../data/browse-view.ts'
import type { Say } from '../text/strings.ts'

/** The ways out of a notice: try again, and back where there is a page behind. */
export function noticeActions(say: Say, isFirstPage: boolean): readonly ActionView[] {
  const retry: ActionView = { ref: 'Retry', label: say('common:action.retry'), icon: 'replay', isPrimary: true, target: { kind: 'none' } }
  const back: ActionView = { ref: 'Back', label: say('common:nav.back'), icon: 'back', isPrimary: false, target: { kind: 'none' } }
  return isFirstPage ? [retry] : [retry, back]
}
