import { mapShelf, type Shelf } from '../data/catalogue.ts'
import { foundView, type SearchView, suggestedView } from '../data/search-view.ts'
import { viewPorts } from './browse-source.ts'
import type { PageServices } from './page-services.ts'

/** What fits the typed letters, in the locale the viewer has now; before anything is typed, what home has to offer. */
export function searchSource(letters: string, services: PageServices): Shelf<SearchView> {
  const { catalogue } = services
  const ports = viewPorts(services)
  const locale = services.locale()
  if (letters === '') return mapShelf(catalogue.home(locale), (home) => suggestedView(home, ports))
  return mapShelf(catalogue.search(letters, locale), (result) => foundView(result, ports))
}
