import { BASE_LOCALE } from '@ulan/contract'
import { type ReactElement, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { useLanguages } from './data/use-languages.ts'
import { useVisit } from './platform/navigation.ts'
import { applyPageFlow, followWheel } from './platform/page-flow.ts'
import { useReadAloud } from './platform/use-read-aloud.ts'
import { readLight, writeLight, writeLocale } from './platform/viewer-choice.ts'
import type { Route } from './routes.ts'
import { HomeScreen } from './screens/home-screen.tsx'
import { PlayerScreen } from './screens/player-screen.tsx'
import { ProgrammeScreen } from './screens/programme-screen.tsx'
import { QuizScreen } from './screens/quiz-screen.tsx'
import { SearchScreen } from './screens/search-screen.tsx'
import { SeriesScreen } from './screens/series-screen.tsx'
import { useServices } from './services.ts'
import { useWords } from './text/use-words.ts'
import { type Viewer, ViewerContext } from './viewer.ts'

/** The whole tablet: viewer's choices around the screen of the address. */
export function App(): ReactElement {
  const { number, route } = useVisit()
  const viewer = useViewerChoices()
  useLayoutEffect(() => applyPageFlow(document.documentElement, viewer.locale, viewer.light), [viewer.locale, viewer.light])
  useEffect(() => followWheel(document.documentElement), [])
  useEffect(() => {
    document.title = viewer.words('tablet:brand').text
  }, [viewer])
  return (
    <ViewerContext value={viewer}>
      <Screen key={number} route={route} />
    </ViewerContext>
  )
}

function Screen({ route }: { readonly route: Route }): ReactElement {
  switch (route.screen) {
    case 'home':
      return <HomeScreen route={route} />
    case 'search':
      return <SearchScreen route={route} />
    case 'programme':
      return <ProgrammeScreen route={route} />
    case 'series':
      return <SeriesScreen route={route} />
    case 'player':
      return <PlayerScreen route={route} />
    case 'quiz':
      return <QuizScreen route={route} />
  }
}

function useViewerChoices(): Viewer {
  const { storage } = useServices()
  const { words, locale, choose } = useWords()
  const offered = useLanguages(locale)
  const { reading, toggleReading } = useReadAloud(locale, offered)
  const [light, setLight] = useState(() => readLight(storage))
  // A language that is offered no more; it stays chosen, in case it comes back.
  useEffect(() => {
    if (!offered.includes(locale)) choose(BASE_LOCALE)
  }, [offered, locale, choose])
  return useMemo(
    () => ({
      words,
      locale,
      offered,
      light,
      chooseLocale: (next) => {
        writeLocale(storage, next)
        choose(next)
      },
      toggleLight: () => {
        const next = light === 'sun' ? 'day' : 'sun'
        writeLight(storage, next)
        setLight(next)
      },
      reading,
      toggleReading,
    }),
    [storage, words, locale, offered, choose, light, reading, toggleReading],
  )
}
