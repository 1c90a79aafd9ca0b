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

/** The page of a route, as it was when it was left. All but the first pages come in chunks of their own; without one this rejects. */
export async function makePage(
  stage: Lightning.Stage,
  route: Route,
  services: PageServices,
  memory: PageMemory | undefined,
): Promise<Lightning.Component> {
  const ref = PAGE_REFS[route.page]
  if (route.page === 'play') {
    const { PlayerPage } = await importPlayerPage()
    return stage.c({ type: PlayerPage, ref, services, route })
  }
  if (route.page === 'quiz') {
    const { QuizPage } = await importQuizPage()
    return stage.c({ type: QuizPage, ref, services, route })
  }
  if (route.page === 'search') {
    const { SearchPage } = await importSearchPage()
    return stage.c({ type: SearchPage, ref, services, remembered: memory !== undefined && 'letters' in memory ? memory : undefined })
  }
  if (route.page === 'settings') {
    const { SettingsPage } = await importSettingsPage()
    return stage.c({ type: SettingsPage, ref, services, remembered: memory !== undefined && 'setting' in memory ? memory : undefined })
  }
  if (route.page === 'diagnostics') {
    const { DiagnosticsPage } = await importDiagnosticsPage()
    return stage.c({ type: DiagnosticsPage, ref, services })
  }
  if (route.page === 'welcome') {
    const { WelcomePage } = await import('./welcome-page.ts')
    return stage.c({ type: WelcomePage, ref, services })
  }
  if (route.page === 'kids') {
    const { KidsPage } = await importKidsPage()
    return stage.c({ type: KidsPage, ref, services, route })
  }
  return stage.c({ type: BrowsePage, ref, services, route, remembered: memory !== undefined && 'section' in memory ? memory : undefined })
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
