import type { Home, Locale, ProgrammeDetail, ProgrammeId } from '@ulan/contract'
import type { Answer } from '../data/api-client.ts'
import type { BrowseView } from '../data/browse-view.ts'
import type { ViewPorts } from '../data/card-view.ts'
import { mapShelf, type Shelf } from '../data/catalogue.ts'
import { homeView } from '../data/home-view.ts'
import { programmeView } from '../data/programme-view.ts'
import { seriesView } from '../data/series-view.ts'
import type { Route } from '../routes.ts'
import type { PageServices } from './page-services.ts'

export type BrowseRoute = Extract<Route, { page: 'home' | 'programme' | 'series' }>
/** Where a browse page's view comes from; views are made when asked for, so that what was watched since is in them. */
export type BrowseSource = Shelf<BrowseView>

/** The source of a route, in the locale the viewer has now. */
export function browseSource(route: BrowseRoute, services: PageServices): BrowseSource {
  const { catalogue } = services
  const locale = services.locale()
  const ports = viewPorts(services)
  if (route.page === 'home') return homeSource(services, ports)
  if (route.page === 'series') return mapShelf(catalogue.series(route.id, locale), (series) => seriesView(series, ports))
  return mapShelf(catalogue.programme(route.id, locale), (programme) => programmeView(programme, ports))
}

type Askable = Pick<Shelf<unknown>, 'known' | 'load'>

/**
 * Asks for a page in these languages before one of them is chosen, so that its words are there at the press: one question
 * after the other, and none for what is known.
 */
export async function askAhead(route: Route, services: PageServices, locales: readonly Locale[]): Promise<void> {
  const others = locales.filter((locale) => locale !== services.locale())
  const pages = others.map((locale) => shelfOf(route, { ...services, locale: () => locale }))
  const halfSeen = route.page === 'home' ? others.flatMap((locale) => halfSeenShelves(services, locale)) : []
  const shelves: readonly (Askable | undefined)[] = [...pages, ...halfSeen]
  for (const shelf of shelves) if (shelf?.known() === undefined) await shelf?.load()
}

function shelfOf(route: Route, services: PageServices): Askable | undefined {
  if (route.page === 'home') return services.catalogue.home(services.locale())
  return route.page === 'series' || route.page === 'programme' ? browseSource(route, services) : undefined
}

/** What was left half way on this box, whose ids it was told by the server. */
const halfSeenShelves = ({ catalogue, resume }: PageServices, locale: Locale): readonly Shelf<ProgrammeDetail>[] =>
  resume.recent().map((id) => catalogue.programme(id as ProgrammeId, locale))

/** Programmes that are slower than the home screen come with its next answer. */
const HALF_SEEN_PATIENCE_MS = 400

/** Home, and what was left half way on this box, which the server does not know. */
function homeSource(services: PageServices, ports: ViewPorts): BrowseSource {
  const { catalogue, locale, later } = services
  const home = catalogue.home(locale())
  const halfSeen = halfSeenShelves(services, locale())
  const known = (): readonly ProgrammeDetail[] => halfSeen.map((shelf) => shelf.known()).filter((one) => one !== undefined)
  const toView = (answer: Home): BrowseView => homeView(answer, known(), ports)
  const load = async (signal?: AbortSignal): Promise<Answer<Home>> => {
    const others = Promise.all(halfSeen.filter((shelf) => !shelf.isFresh()).map((shelf) => shelf.load()))
    const answer = await home.load(signal)
    await Promise.race([others, new Promise<void>((resolve) => later(HALF_SEEN_PATIENCE_MS, resolve))])
    return answer
  }
  const isFresh = (): boolean => home.isFresh() && halfSeen.every((shelf) => shelf.known() !== undefined)
  return mapShelf({ ...home, isFresh, load }, toView)
}

/** What the views of a page are made with. */
export function viewPorts({ say, profile, resume }: PageServices): ViewPorts {
  return { say, precision: profile.precision, resumeSeconds: (id) => resume.read(id) }
}
