import type { LocalText, ProgrammeDetail } from '@ulan/contract'
import type { ActionView, CardView } from './browse-view.ts'
import { episodeView, type ViewPorts } from './card-view.ts'

export type EndView = {
  readonly heading: LocalText
  /** The next episode, with its picture. */
  readonly next?: CardView
  readonly nextLabel: LocalText
  readonly actions: readonly ActionView[]
}

/** What to offer when a film is over: the quiz first, then the next episode, then the same again. */
export function endView(programme: ProgrammeDetail | undefined, ports: ViewPorts): EndView {
  const { say } = ports
  const actions: ActionView[] = []
  if (programme?.quiz !== undefined) {
    const route = { page: 'quiz', id: programme.id } as const
    actions.push({ ref: 'Quiz', label: say('quiz:start'), icon: 'quiz', isPrimary: true, target: { kind: 'open', route } })
  }
  const next = programme?.nextEpisode
  const nextLabel = say('player:nextEpisode')
  if (next?.card.kind === 'programme' && next.card.isPlayable) {
    const route = { page: 'play', id: next.card.id, fromStart: true } as const
    actions.push({ ref: 'NextEpisode', label: nextLabel, icon: 'next', isPrimary: actions.length === 0, target: { kind: 'open', route } })
  }
  actions.push({ ref: 'Replay', label: say('tv:replay'), icon: 'replay', isPrimary: actions.length === 0, target: { kind: 'none' } })
  actions.push({ ref: 'Back', label: say('common:nav.back'), icon: 'back', isPrimary: false, target: { kind: 'none' } })
  return { heading: say('tv:ended'), nextLabel, actions, ...(next === undefined ? {} : { next: episodeView(next, ports) }) }
}
