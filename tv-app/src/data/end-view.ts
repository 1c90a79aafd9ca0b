import type { EpisodeCard, LocalText, ProgrammeDetail } from '@ulan/contract'
import type { Route } from '../routes.ts'
import type { Say } from '../text/strings.ts'
import type { ActionView, CardView } from './browse-view.ts'
import { episodeView, joinTexts, type ViewPorts } from './card-view.ts'

type PlayRoute = Extract<Route, { page: 'play' }>
export type EndView = {
  readonly heading: LocalText
  /** The next episode, with its picture. */
  readonly next?: CardView
  readonly nextLabel: LocalText
  /** The next episode is to begin by itself. */
  readonly isCounting: boolean
  readonly actions: readonly ActionView[]
}

/** Time to take another way before the next episode begins by itself: to read the choices, and to find the remote. */
export const NEXT_AFTER_SECONDS = 15
/** After so many episodes without a press somebody is asked for. */
const MOST_UNATTENDED = 3

/** Where the film goes on by itself: to the next episode, as long as somebody seems to be there. `unattended`: begun so, in a row. */
export function nextByItself(programme: ProgrammeDetail | undefined, unattended: number): PlayRoute | undefined {
  const route = nextRoute(programme)
  return route === undefined || unattended >= MOST_UNATTENDED ? undefined : { ...route, unattended: unattended + 1 }
}

/** How far the end of a film is: `unattended` as above, and the seconds until the next episode, where it comes by itself. */
export type EndMoment = { readonly unattended: number; readonly secondsLeft: number | undefined }

/** What to offer when a film is over: the quiz first, then the next episode, then the same again. */
export function endView(programme: ProgrammeDetail | undefined, moment: EndMoment, ports: ViewPorts): EndView {
  const { say } = ports
  const { secondsLeft, unattended } = moment
  const actions = [...onwardActions(programme, say)]
  const next = programme?.nextEpisode
  actions.push({ ref: 'Replay', label: say('film:replay'), icon: 'replay', isPrimary: actions.length === 0, target: { kind: 'none' } })
  actions.push({ ref: 'Back', label: say('common:nav.back'), icon: 'back', isPrimary: false, target: { kind: 'none' } })
  return {
    heading: nextRoute(programme) !== undefined && unattended >= MOST_UNATTENDED ? say('film:stillWatching') : say('film:ended'),
    nextLabel: secondsLeft === undefined ? say('player:nextEpisode') : say('film:nextIn', { seconds: secondsLeft }),
    isCounting: secondsLeft !== undefined,
    actions,
    ...(next === undefined ? {} : { next: nextView(next, programme?.episodeOf?.season, ports) }),
  }
}

/** The next episode; where it opens another season, that is what there is to know of it. */
function nextView(next: EpisodeCard, season: number | undefined, ports: ViewPorts): CardView {
  const view = episodeView(next, ports)
  if (season === undefined || season === next.season) return view
  const [ofSeason, episode] = [ports.say('tv:season', { number: next.season }), ports.say('tv:episode', { number: next.episode })]
  return { ...view, caption: ofSeason.locale === episode.locale ? joinTexts([ofSeason, episode]) : episode }
}

/** Where a film leads on to, already while its credits are on: the quiz first, then the next episode. */
export function onwardActions(programme: ProgrammeDetail | undefined, say: Say): readonly ActionView[] {
  const actions: ActionView[] = []
  if (programme?.quiz !== undefined) {
    const route = { page: 'quiz', id: programme.id } as const
    actions.push({ ref: 'Quiz', label: say('quiz:start'), icon: 'quiz', isPrimary: true, target: { kind: 'open', route } })
  }
  const route = nextRoute(programme)
  if (route !== undefined) {
    const label = say('player:nextEpisode')
    actions.push({ ref: 'NextEpisode', label, icon: 'next', isPrimary: actions.length === 0, target: { kind: 'open', route } })
  }
  return actions
}

function nextRoute(programme: ProgrammeDetail | undefined): PlayRoute | undefined {
  const card = programme?.nextEpisode?.card
  return card?.kind === 'programme' && card.isPlayable ? { page: 'play', id: card.id, fromStart: true } : undefined
}
