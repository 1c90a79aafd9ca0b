import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Asset, StaffProgramme } from '@ulan/contract'
import { Alert } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { serverClock } from '../data/api-client.ts'
import { assetView } from '../data/asset-view.ts'
import { asProblemError } from '../data/problem-error.ts'
import { assetQuery, isInProgress, KEYS } from '../data/staff-queries.ts'
import { AssetFacts } from './asset-facts.tsx'
import { AssetStanding } from './asset-standing.tsx'
import { ExtraLadders } from './extra-ladders.tsx'
import { LadderReasons } from './ladder-reasons.tsx'
import { PreviewPlayer } from './preview-player.tsx'
import { RungList } from './rung-list.tsx'
import { useProblemText } from './use-problem-text.ts'

type Props = { readonly programme: StaffProgramme; readonly assetId: Asset['id']; readonly beneathFilm: ReactNode }

/** The encoding of a programme's video as it goes on: first what everybody asks, then rung by rung, then why. */
export const AssetProgress = ({ programme, assetId, beneathFilm }: Props): ReactNode => {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { ofProblem } = useProblemText()
  const embedded = programme.asset?.id === assetId ? programme.asset : undefined
  const query = useQuery({ ...assetQuery(assetId), ...(embedded === undefined ? {} : { placeholderData: embedded }) })
  const asset = query.data
  const isDone = asset !== undefined && !isInProgress(asset)
  // Blockers and posters of the programme follow from the end of the encoding.
  useEffect(() => {
    if (isDone) void client.invalidateQueries({ queryKey: KEYS.programme(programme.id) })
  }, [client, isDone, programme.id])
  if (asset === undefined) {
    return query.isError ? (
      <Alert type="error" showIcon title={ofProblem(asProblemError(query.error).problem)} />
    ) : (
      <p className="muted">{t('asset.reading')}</p>
    )
  }
  const view = assetView(asset, programme.status === 'published')
  // When it was told, not when it is drawn: an answer that says the same ages all the same.
  const now = serverClock.at(query.dataUpdatedAt)
  const posterUrl = (asset.posters ?? programme.posters)?.medium
  return (
    <div className="asset">
      {view.source === undefined ? (
        <div className="preview">
          <div className="preview-empty">{t(isDone ? 'preview.none' : 'preview.soon')}</div>
        </div>
      ) : (
        <PreviewPlayer source={view.source} posterUrl={posterUrl} sounds={view.sounds} onRenew={async () => void (await query.refetch())} />
      )}
      <AssetStanding asset={asset} view={view} isOffline={query.isRefetchError} />
      {view.state === 'ready' ? null : <RungList asset={asset} now={now} />}
      {beneathFilm}
      <AssetFacts asset={asset} now={now} />
      <LadderReasons asset={asset} />
      <ExtraLadders asset={asset} />
    </div>
  )
}
