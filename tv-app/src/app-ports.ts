import type { Locale } from '@ulan/contract'
import type { Look } from './look.ts'
import type { PageServices } from './pages/page-services.ts'
import type { ReadAloud } from './read-aloud.ts'
import type { Route } from './routes.ts'
import type { Strings } from './text/strings.ts'

/** What `main` gives the app. */
export type AppPorts = {
  readonly services: Omit<PageServices, 'controls' | 'locale' | 'navigation' | 'say' | 'sayIn' | 'teach' | 'tell'>
  readonly strings: Strings
  readonly readAloud: ReadAloud
  readonly locale: Locale
  /** Languages to choose from, as the server said last. */
  readonly languages: readonly Locale[]
  readonly route: Route
  /** Resolves when the first page may be drawn: its fonts are there, its answer too or not soon. */
  readonly ready: Promise<unknown>
  readonly rememberLocale: (locale: Locale) => void
  readonly rememberLanguages: (locales: readonly Locale[]) => void
  /** Wears another look from now on, and remembers it; what is on screen is not made anew by this. */
  readonly changeLook: (look: Look) => void
  readonly showAddress: (hash: string) => void
}
