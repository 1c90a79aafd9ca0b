import type { Answer } from '../data/api-client.ts'
import type { BrowseView } from '../data/browse-view.ts'
import type { ViewPorts } from '../data/card-view.ts'
import type { Shelf } from '../data/catalogue.ts'
import { homeView } from '../data/home-view.ts'
import { programmeView } from '../data/programme-view.ts'
import { seriesView } from '../data/series-view.ts'
import type { Route } from '../routes.ts'
import type { PageServices } from './page-services.ts'

export type BrowseRoute = Extract<Route, { page: 'home' | 'programme' | 'series' }>
/** Where a browse page's view comes from; views are made when asked for, so that what was watched since is in them. */
export type BrowseSource = {
  known(): BrowseView | undefined
  isFresh(): boolean
  load(signal?: AbortSignal): Promise<Answer<BrowseView>>
}

/** The source of a route, in the locale the viewer has now. */
export function browseSource(route: BrowseRoute, services: PageServices): BrowseSource {
  const { catalogue, say, profile, resume } = services
  const locale = services.locale()
  const ports: ViewPorts = { say, precision: profile.precision, resumeSeconds: (id) => resume.read(id) }
  if (route.page === 'home') return mapped(catalogue.home(locale), (home) => homeView(home, ports))
  if (route.page === 'series') return mapped(catalogue.series(route.id, locale), (series) => seriesView(series, ports))
  return mapped(catalogue.programme(route.id, locale), (programme) => programmeView(programme, ports))
}

function mapped<T>(shelf: Shelf<T>, toView: (value: T) => BrowseView): BrowseSource {
  return {
    known() {
      const value = shelf.known()
      return value === undefined ? undefined : toView(value)
    },
    isFresh: shelf.isFresh,
    async load(signal) {
      const answer = await shelf.load(signal)
      return answer.kind === 'ok' ? { kind: 'ok', value: toView(answer.value) } : answer
    },
  }
}
