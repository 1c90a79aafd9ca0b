import type { Home } from '@ulan/contract'
import { type ReactElement, useMemo } from 'react'
import { ActionButton } from '../components/action.tsx'
import { HeroBand } from '../components/hero-band.tsx'
import { Notice } from '../components/notice.tsx'
import { Rail, RailSkeleton } from '../components/rail.tsx'
import { homeView, isHomeUnfinished } from '../data/home-view.ts'
import { homePath } from '../data/paths.ts'
import { useResource } from '../data/use-resource.ts'
import type { Route } from '../routes.ts'
import { useServices } from '../services.ts'
import { useViewer } from '../viewer.ts'
import { ResourceNotice } from './resource-notice.tsx'
import { ScreenFrame } from './screen-frame.tsx'

const UNFINISHED_REFRESH_SECONDS = 8
const REFRESH_SECONDS = 120

const refreshSeconds = (home: Home): number => (isHomeUnfinished(home) ? UNFINISHED_REFRESH_SECONDS : REFRESH_SECONDS)

/** Home: what is put forward, then rails of posters. */
export function HomeScreen({ route }: { readonly route: Route }): ReactElement {
  const { words, locale } = useViewer()
  const path = homePath(locale)
  const home = useResource<Home>(path, refreshSeconds)
  return (
    <ScreenFrame route={route} isStale={home.kind === 'ready' && home.isStale} isPlaced={home.kind === 'ready'} className="body-home">
      {home.kind === 'ready' && <HomeBody home={home.value} onRetry={path} />}
      {home.kind === 'loading' && <HomeSkeleton label={words('common:net.loading').text} />}
      {home.kind !== 'ready' && home.kind !== 'loading' && <ResourceNotice resource={home} path={path} />}
    </ScreenFrame>
  )
}

function HomeBody({ home, onRetry }: { readonly home: Home; readonly onRetry: string }): ReactElement {
  const { words } = useViewer()
  const { catalogue } = useServices()
  const view = useMemo(() => homeView(home, words), [home, words])
  if (view.isEmpty) {
    return (
      <Notice title={words('tablet:home.empty')} hint={words('tablet:home.emptyHint')}>
        <ActionButton icon="replay" label={words('common:action.retry')} onPress={() => void catalogue.refresh(onRetry)} />
      </Notice>
    )
  }
  return (
    <>
      {view.heroes.length > 0 && <HeroBand heroes={view.heroes} />}
      {view.rails.map((rail) => (
        <Rail key={rail.id} title={rail.title} cards={rail.cards} />
      ))}
    </>
  )
}

function HomeSkeleton({ label }: { readonly label: string }): ReactElement {
  return (
    <div role="status" aria-label={label}>
      <div className="hero-bone bone" />
      <RailSkeleton />
      <RailSkeleton />
    </div>
  )
}
