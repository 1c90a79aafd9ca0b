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
  if (route.page === 'home') return mapShelf(catalogue.home(locale), (home) => homeView(home, ports))
  if (route.page === 'series') return mapShelf(catalogue.series(route.id, locale), (series) => seriesView(series, ports))
  return mapShelf(catalogue.programme(route.id, locale), (programme) => programmeView(programme, ports))
}

/** What the views of a page are made with. */
export function viewPorts({ say, profile, resume }: PageServices): ViewPorts {
  return { say, precision: profile.precision, resumeSeconds: (id) => resume.read(id) }
}
