import type { Hero, Home, ProgrammeDetail } from '@ulan/contract'
import type { ActionView, BrowseView, CardView, HeroView, RailView } from './browse-view.ts'
import { cardView, clockText, joinTexts, kindText, type ViewPorts } from './card-view.ts'

/** The home page: recommendations on top, rails below; what was left half way is first of these, or where staff put it. */
export function homeView(home: Home, halfSeen: readonly ProgrammeDetail[], ports: ViewPorts): BrowseView {
  const heroes = home.heroes.map((hero) => heroView(hero, home.heroes.length > 1, ports))
  const resumed = resumeRail(halfSeen, ports)
  const rails = home.rails.flatMap(({ id, title, cards, isResume }): readonly RailView[] => {
    if (isResume) return resumed.map((rail) => ({ ...rail, title }))
    return cards.length === 0 ? [] : [{ key: id, title, items: cards.map((card) => cardView(card, ports)) }]
  })
  const hasPlace = home.rails.some(({ isResume }) => isResume)
  const cards = home.rails.flatMap((rail) => rail.cards)
  return {
    heroes,
    rails: hasPlace ? rails : [...resumed, ...rails],
    languages: home.languages,
    isWaiting: cards.length === 0 || cards.some((card) => !card.isPlayable),
  }
}

/** OK on one of these goes on with it at once. */
function resumeRail(halfSeen: readonly ProgrammeDetail[], ports: ViewPorts): readonly RailView[] {
  const items = halfSeen.filter(({ id, isPlayable }) => isPlayable && ports.resumeSeconds(id) > 0).map((one) => halfSeenView(one, ports))
  return items.length === 0 ? [] : [{ key: 'resume', title: ports.say('tv:continueWatching'), items }]
}

function halfSeenView(programme: ProgrammeDetail, ports: ViewPorts): CardView {
  const { id, programmeKind, title, posters, durationSeconds, isPlayable, isSample, episodeOf } = programme
  const caption = episodeOf && joinTexts([episodeOf.seriesTitle, ports.say('tv:episode', { number: episodeOf.episode })])
  const card = { kind: 'programme', id, programmeKind, title, caption, posters, durationSeconds, isPlayable, isSample } as const
  return { ...cardView(card, ports), target: { kind: 'open', route: { page: 'play', id, fromStart: false } } }
}

function heroView({ card, synopsis }: Hero, hasOthers: boolean, ports: ViewPorts): HeroView {
  return {
    kicker: joinTexts([kindText(card.programmeKind, ports.say), card.caption, durationOf(card.durationSeconds)]),
    title: card.title,
    synopsis,
    ...(card.posters === undefined ? {} : { artUrl: card.posters.large }),
    ...(card.kind === 'programme' && card.isPlayable ? { filmId: card.id } : {}),
    badges: [
      ...(card.isSample ? [{ label: ports.say('tv:sample'), tone: 'gold' as const }] : []),
      ...(card.isPlayable ? [] : [{ label: ports.say('tv:preparing'), tone: 'sky' as const }]),
    ],
    actions: heroActions({ card, synopsis }, hasOthers, ports),
  }
}

function heroActions({ card }: Hero, hasOthers: boolean, { say, resumeSeconds }: ViewPorts): ActionView[] {
  const actions: ActionView[] = []
  if (card.kind === 'programme' && card.isPlayable) {
    const seconds = resumeSeconds(card.id)
    const label = seconds > 0 ? say('tv:resumeAt', { clock: clockText(seconds).text }) : say('player:play')
    actions.push({
      ref: 'Play',
      label,
      icon: 'play',
      isPrimary: true,
      target: { kind: 'open', route: { page: 'play', id: card.id, fromStart: false } },
    })
  }
  const route = card.kind === 'series' ? ({ page: 'series', id: card.id } as const) : ({ page: 'programme', id: card.id } as const)
  const label = say(card.kind === 'series' ? 'tv:series' : 'tv:details')
  actions.push({ ref: 'Details', label, icon: 'list', isPrimary: actions.length === 0, target: { kind: 'open', route } })
  if (hasOthers) actions.push({ ref: 'NextHero', label: say('player:next'), icon: 'next', isPrimary: false, target: { kind: 'next-hero' } })
  return actions
}

const durationOf = (seconds: number | undefined): ReturnType<typeof clockText> | undefined =>
  seconds === undefined ? undefined : clockText(seconds)
