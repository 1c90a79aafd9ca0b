import type { ProgrammeDetail } from '@ulan/contract'
import { type ReactElement, useMemo } from 'react'
import { ActionLink } from '../components/action.tsx'
import { CardArt } from '../components/card-tile.tsx'
import { CreditList } from '../components/credit-list.tsx'
import { DetailHead } from '../components/detail-head.tsx'
import { LawArticle } from '../components/law-article.tsx'
import { Preparing } from '../components/preparing.tsx'
import { Rail } from '../components/rail.tsx'
import { Text } from '../components/text.tsx'
import { programmePath } from '../data/paths.ts'
import { type ProgrammeView, programmeView } from '../data/programme-view.ts'
import { useResource } from '../data/use-resource.ts'
import type { Route } from '../routes.ts'
import { useServices } from '../services.ts'
import { useViewer } from '../viewer.ts'
import { ResourceNotice } from './resource-notice.tsx'
import { ScreenFrame } from './screen-frame.tsx'

const UNFINISHED_REFRESH_SECONDS = 5

const refreshSeconds = (detail: ProgrammeDetail): number | undefined => (detail.isPlayable ? undefined : UNFINISHED_REFRESH_SECONDS)

/** One programme: picture, words, play, quiz, the law it speaks of, and what else there is. */
export function ProgrammeScreen({ route }: { readonly route: Extract<Route, { readonly id: string }> }): ReactElement {
  const { locale } = useViewer()
  const path = programmePath(route.id, locale)
  const programme = useResource<ProgrammeDetail>(path, refreshSeconds)
  return (
    <ScreenFrame route={route} isStale={programme.kind === 'ready' && programme.isStale} isPlaced={programme.kind === 'ready'}>
      {programme.kind === 'ready' ? <ProgrammeBody detail={programme.value} /> : <ResourceNotice resource={programme} path={path} />}
    </ScreenFrame>
  )
}

function ProgrammeBody({ detail }: { readonly detail: ProgrammeDetail }): ReactElement {
  const { words } = useViewer()
  const { resume } = useServices()
  const view = useMemo(() => programmeView(detail, resume.read(detail.id), words), [detail, resume, words])
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
        <ProgrammeActions view={view} />
      </DetailHead>
      {view.next !== undefined && <NextEpisode view={view} />}
      {view.credits.length > 0 && <CreditList title={words('tablet:programme.credits')} credits={view.credits} />}
      {view.laws.length > 0 && (
        <section className="laws">
          <Text value={words('tablet:programme.citedLaws')} as="h2" className="rail-title" />
          <div className="laws-list">
            {view.laws.map((law) => (
              <LawArticle key={`${law.lawId} ${law.article}`} law={law} />
            ))}
          </div>
        </section>
      )}
      {view.related.length > 0 && <Rail title={words('tablet:programme.related')} cards={view.related} />}
    </>
  )
}

function ProgrammeActions({ view }: { readonly view: ProgrammeView }): ReactElement {
  return (
    <>
      {view.play !== undefined && <ActionLink icon="play" {...view.play} />}
      {view.playFromStart !== undefined && <ActionLink look="quiet" icon="replay" {...view.playFromStart} />}
      {view.preparing !== undefined && <Preparing label={view.preparing} />}
      {view.quiz !== undefined && <ActionLink look="gold" icon="quiz" href={view.quiz.href} label={view.quiz.label} />}
      {view.series !== undefined && <ActionLink look="quiet" icon="forward" {...view.series} />}
    </>
  )
}

function NextEpisode({ view }: { readonly view: ProgrammeView }): ReactElement | null {
  const { words } = useViewer()
  if (view.next === undefined) return null
  return (
    <section className="rail">
      <Text value={words('player:nextEpisode')} as="h2" className="rail-title" />
      <a className="row-card" href={view.next.href}>
        <CardArt card={view.next} />
        <Text value={view.next.title} as="h3" className="card-title" />
      </a>
    </section>
  )
}
