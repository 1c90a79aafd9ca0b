import type { SeriesDetail } from '@ulan/contract'
import { type ReactElement, useMemo } from 'react'
import { ActionLink } from '../components/action.tsx'
import { CardArt } from '../components/card-tile.tsx'
import { DetailHead } from '../components/detail-head.tsx'
import { Text } from '../components/text.tsx'
import { seriesPath } from '../data/paths.ts'
import { type EpisodeView, type SeasonView, seriesView } from '../data/programme-view.ts'
import { useResource } from '../data/use-resource.ts'
import type { Route } from '../routes.ts'
import { useViewer } from '../viewer.ts'
import { ResourceNotice } from './resource-notice.tsx'
import { ScreenFrame } from './screen-frame.tsx'

const UNFINISHED_REFRESH_SECONDS = 8

const refreshSeconds = (series: SeriesDetail): number | undefined =>
  series.seasons.every((season) => season.episodes.every((episode) => episode.card.isPlayable)) ? undefined : UNFINISHED_REFRESH_SECONDS

/** A series and its episodes. */
export function SeriesScreen({ route }: { readonly route: Extract<Route, { readonly id: string }> }): ReactElement {
  const { locale } = useViewer()
  const path = seriesPath(route.id, locale)
  const series = useResource<SeriesDetail>(path, refreshSeconds)
  return (
    <ScreenFrame route={route} isStale={series.kind === 'ready' && series.isStale} isPlaced={series.kind === 'ready'}>
      {series.kind === 'ready' ? <SeriesBody detail={series.value} /> : <ResourceNotice resource={series} path={path} />}
    </ScreenFrame>
  )
}

function SeriesBody({ detail }: { readonly detail: SeriesDetail }): ReactElement {
  const { words } = useViewer()
  const view = useMemo(() => seriesView(detail, words), [detail, words])
  return (
    <>
      <DetailHead
        kind={detail.programmeKind}
        title={view.title}
        synopsis={view.synopsis}
        facts={view.facts}
        posterUrl={view.posterUrl}
        sample={view.sample}
      >
        {view.play !== undefined && <ActionLink icon="play" {...view.play} />}
      </DetailHead>
      {view.seasons.map((season) => (
        <SeasonList key={season.number} season={season} />
      ))}
    </>
  )
}

function SeasonList({ season }: { readonly season: SeasonView }): ReactElement {
  return (
    <section className="season">
      <Text value={season.title} as="h2" className="rail-title" />
      <ul className="episodes">
        {season.episodes.map((episode) => (
          <EpisodeRow key={episode.card.key} episode={episode} />
        ))}
      </ul>
    </section>
  )
}

function EpisodeRow({ episode }: { readonly episode: EpisodeView }): ReactElement {
  return (
    <li>
      <a className="row-card" href={episode.card.href}>
        <CardArt card={episode.card} />
        <div className="row-text">
          <Text value={episode.label} className="row-label" />
          <Text value={episode.card.title} as="h3" className="card-title" />
          <Text value={episode.synopsis} as="p" className="row-synopsis" />
        </div>
      </a>
    </li>
  )
}
