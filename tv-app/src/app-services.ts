import type { Locale } from '@ulan/contract'
import type { AppPorts } from './app-ports.ts'
import type { Controls, Navigation, PageServices } from './pages/page-services.ts'
import type { ReadAloud } from './read-aloud.ts'

/** What every page is given: what `main` gave the app, and what the app itself does for its pages. */
export function servicesOf(
  { services, strings, readAloud }: AppPorts,
  locale: () => Locale,
  navigation: Navigation,
  controls: Controls,
): PageServices {
  return {
    ...services,
    locale,
    say: (key, values) => strings.sayIn(locale())(key, values),
    sayIn: strings.sayIn,
    teach: strings.teach,
    tell: readAloud.tell,
    navigation,
    controls,
  }
}

/** Whether this box reads aloud; undefined where it can say nothing in any of these languages. */
export function readingOf(readAloud: ReadAloud, languages: readonly Locale[]): 'on' | 'off' | undefined {
  if (!readAloud.isOffered(languages)) return undefined
  return readAloud.isOn() ? 'on' : 'off'
}
