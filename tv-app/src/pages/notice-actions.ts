import type { IconName } from '../components/icon-paths.ts'
import type { Failure } from '../data/api-client.ts'
import type { ActionView } from '../data/browse-view.ts'
import { HOME } from '../routes.ts'
import type { Say } from '../text/strings.ts'

/** Everything that can keep a page or a film from being shown. */
export type Trouble = Failure | 'media' | 'gone' | 'unsupported'

/** Trying again changes nothing about these. */
const FINAL: readonly Trouble[] = ['not-found', 'not-for-children', 'gone', 'unsupported']

/** The ways out of a notice: try again where that may help, and back where there is a page behind; home from what children's mode has not got. */
export function noticeActions(say: Say, trouble: Trouble, isFirstPage: boolean): readonly ActionView[] {
  const retry: ActionView = { ref: 'Retry', label: say('common:action.retry'), icon: 'replay', isPrimary: true, target: { kind: 'none' } }
  const back: ActionView = { ref: 'Back', label: say('common:nav.back'), icon: 'back', isPrimary: false, target: { kind: 'none' } }
  if (isFirstPage) return [retry]
  if (trouble === 'not-for-children') {
    return [{ ref: 'Home', label: say('common:nav.home'), icon: 'brand', isPrimary: true, target: { kind: 'open', route: HOME } }]
  }
  return FINAL.includes(trouble) ? [{ ...back, isPrimary: true }] : [retry, back]
}

export function noticeIcon(trouble: Trouble): IconName {
  if (trouble === 'not-for-children') return 'brand'
  return trouble === 'network' ? 'offline' : 'alert'
}
