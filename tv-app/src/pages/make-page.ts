import type { Lightning } from '@lightningjs/sdk'
import type { PageMemory, Route } from '../routes.ts'
import { BrowsePage } from './browse-page.ts'
import type { PageServices } from './page-services.ts'

const PAGE_REFS = {
  home: 'Home',
  programme: 'Programme',
  series: 'Series',
  play: 'Player',
  quiz: 'Quiz',
  search: 'Search',
  settings: 'Settings',
  diagnostics: 'Diagnostics',
  welcome: 'Welcome',
  kids: 'Kids',
} as const

/** Makes a page as it was when it was left, where something is known of that. */
type MakePage = (stage: Lightning.Stage, services: PageServices, memory: PageMemory | undefined) => Lightning.Component

/** Fetches what makes the page of a route. All but the first pages come in chunks of their own; without one this rejects. */
export async function fetchPage(route: Route): Promise<MakePage> {
  const ref = PAGE_REFS[route.page]
  if (route.page === 'play') {
    const { PlayerPage } = await importPlayerPage()
    return (stage, services) => stage.c({ type: PlayerPage, ref, services, route })
  }
  if (route.page === 'quiz') {
    const { QuizPage } = await importQuizPage()
    return (stage, services) => stage.c({ type: QuizPage, ref, services, route })
  }
  if (route.page === 'search') {
    const { SearchPage } = await importSearchPage()
    return (stage, services, memory) => stage.c({ type: SearchPage, ref, services, remembered: known(memory, 'letters') })
  }
  if (route.page === 'settings') {
    const { SettingsPage } = await importSettingsPage()
    return (stage, services, memory) => stage.c({ type: SettingsPage, ref, services, remembered: known(memory, 'setting') })
  }
  if (route.page === 'diagnostics') {
    const { DiagnosticsPage } = await importDiagnosticsPage()
    return (stage, services) => stage.c({ type: DiagnosticsPage, ref, services })
  }
  if (route.page === 'welcome') {
    const { WelcomePage } = await import('./welcome-page.ts')
    return (stage, services) => stage.c({ type: WelcomePage, ref, services })
  }
  if (route.page === 'kids') {
    const { KidsPage } = await importKidsPage()
    return (stage, services) => stage.c({ type: KidsPage, ref, services, route })
  }
  return (stage, services, memory) => stage.c({ type: BrowsePage, ref, services, route, remembered: known(memory, 'section') })
}

/** A memory, where it is of the page that has this in it. */
function known<K extends PropertyKey>(memory: PageMemory | undefined, key: K): Extract<PageMemory, Record<K, unknown>> | undefined {
  return memory !== undefined && key in memory ? (memory as Extract<PageMemory, Record<K, unknown>>) : undefined // just looked
}

const importPlayerPage = (): Promise<typeof import('./player-page.ts')> => import('./player-page.ts')
const importQuizPage = (): Promise<typeof import('./quiz-page.ts')> => import('./quiz-page.ts')
const importSearchPage = (): Promise<typeof import('./search-page.ts')> => import('./search-page.ts')
const importSettingsPage = (): Promise<typeof import('./settings-page.ts')> => import('./settings-page.ts')
const importKidsPage = (): Promise<typeof import('./kids-page.ts')> => import('./kids-page.ts')
const importDiagnosticsPage = (): Promise<typeof import('./diagnostics-page.ts')> => import('./diagnostics-page.ts')

/** Fetches the code of later pages while the viewer looks at the first; a failure shows when it is really needed. */
export async function warmUp(): Promise<void> {
  const pages = [importPlayerPage(), importQuizPage(), importSearchPage(), importSettingsPage(), importDiagnosticsPage(), importKidsPage()]
  await Promise.all(pages).catch(() => undefined)
}
