import { type CitedArticle, CREDIT_ROLES, type LocalText, type ProgrammeDetail } from '@ulan/contract'
import type { ActionView, BrowseView, CreditView, HeroView, LawView, RailView } from './browse-view.ts'
import { cardView, clockText, joinTexts, kindText, playTarget, type ViewPorts } from './card-view.ts'

/** A programme's page: what it is, its buttons, the law it explains, what else to watch, and who made it. */
export function programmeView(programme: ProgrammeDetail, ports: ViewPorts): BrowseView {
  const rails: RailView[] = []
  if (programme.laws.length > 0) rails.push({ key: 'laws', title: ports.say('tv:citedLaws'), items: programme.laws.map(lawView) })
  if (programme.related.length > 0) {
    rails.push({ key: 'related', title: ports.say('tv:related'), items: programme.related.map((card) => cardView(card, ports)) })
  }
  const credits = creditViews(programme, ports)
  if (credits.length > 0) rails.push({ key: 'credits', title: ports.say('tv:credits'), items: credits })
  return { heroes: [heroView(programme, ports)], rails, isWaiting: !programme.isPlayable }
}

function heroView(programme: ProgrammeDetail, ports: ViewPorts): HeroView {
  const { episodeOf } = programme
  const episode = episodeOf === undefined ? undefined : ports.say('tv:episode', { number: episodeOf.episode })
  const duration = programme.durationSeconds === undefined ? undefined : clockText(programme.durationSeconds)
  return {
    kicker: joinTexts([
      episodeOf?.seriesTitle ?? kindText(programme.programmeKind, ports.say),
      episode,
      programme.troupe?.name,
      programme.venue ?? programme.region?.name,
      duration,
    ]),
    title: programme.title,
    synopsis: programme.synopsis,
    ...(programme.posters === undefined ? {} : { artUrl: programme.posters.large }),
    ...(programme.isPlayable ? { filmId: programme.id } : {}),
    badges: [
      ...(programme.isSample ? [{ label: ports.say('tv:sample'), tone: 'gold' as const }] : []),
      ...(programme.isPlayable ? [] : [{ label: ports.say('tv:preparing'), tone: 'sky' as const }]),
    ],
    actions: programmeActions(programme, ports),
  }
}

function programmeActions(programme: ProgrammeDetail, ports: ViewPorts): ActionView[] {
  const { id, isPlayable, episodeOf, nextEpisode, quiz } = programme
  const { say } = ports
  const seconds = isPlayable ? ports.resumeSeconds(id) : 0
  const play = (ref: string, label: LocalText, fromStart: boolean): ActionView => ({
    ref,
    label,
    icon: fromStart ? 'replay' : 'play',
    isPrimary: !fromStart,
    target: playTarget({ page: 'play', id, fromStart }, isPlayable),
  })
  const actions: ActionView[] = []
  if (!isPlayable) actions.push({ ref: 'Play', label: say('tv:preparing'), icon: 'clock', isPrimary: true, target: { kind: 'none' } })
  else if (seconds > 0) {
    actions.push(
      play('Play', say('tv:resumeAt', { clock: clockText(seconds).text }), false),
      play('Restart', say('player:playFromStart'), true),
    )
  } else actions.push(play('Play', say('player:play'), false))
  if (quiz !== undefined) {
    actions.push({
      ref: 'Quiz',
      label: say('common:nav.quizzes'),
      icon: 'quiz',
      isPrimary: false,
      target: { kind: 'open', route: { page: 'quiz', id } },
    })
  }
  if (nextEpisode?.card.kind === 'programme') {
    const route = { page: 'programme', id: nextEpisode.card.id } as const
    actions.push({ ref: 'NextEpisode', label: say('player:nextEpisode'), icon: 'next', isPrimary: false, target: { kind: 'open', route } })
  }
  if (episodeOf !== undefined) {
    const route = { page: 'series', id: episodeOf.seriesId } as const
    actions.push({ ref: 'Series', label: say('tv:series'), icon: 'list', isPrimary: false, target: { kind: 'open', route } })
  }
  return actions
}

/** Statutes are shown in the language they were passed in. */
const chinese = (text: string): LocalText => ({ text, locale: 'zh-Hans' })

function lawView(article: CitedArticle): LawView {
  return {
    kind: 'law',
    key: `${article.lawId} ${article.article}`,
    title: chinese(`${article.lawTitle}\n${article.article}`),
    text: chinese(article.text),
    target: { kind: 'read', reading: { title: chinese(`${article.lawTitle}　${article.article}`), text: chinese(article.text) } },
  }
}

/** A role that only a newer server knows has no name here: its line is left out. */
function creditViews({ credits = [] }: ProgrammeDetail, { say }: ViewPorts): readonly CreditView[] {
  const known = credits.filter(({ role }) => CREDIT_ROLES.includes(role))
  return known.map(({ role, names }, at) => {
    const title = say(`credits:role.${role}`)
    return { kind: 'credit', key: `${at} ${role}`, role: title, names, target: { kind: 'read', reading: { title, text: names } } }
  })
}
