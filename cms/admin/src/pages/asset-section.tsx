import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Asset, StaffProgramme } from '@ulan/contract'
import { Alert, Button, Card, Descriptions } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DropZone } from '../components/drop-zone.tsx'
import { ProgressLine } from '../components/progress-line.tsx'
import { api } from '../data/api-client.ts'
import { assetView, type RungView } from '../data/asset-view.ts'
import { formatBytes, formatDuration } from '../data/formatters.ts'
import { asProblemError, problemFromAnswer } from '../data/problem-error.ts'
import { assetQuery, isInProgress, KEYS } from '../data/staff-queries.ts'
import { useNewsroom, useUploads } from '../newsroom.ts'
import { PreviewPlayer } from './preview-player.tsx'
import { RefusedFiles } from './refused-files.tsx'
import { UploadLine } from './upload-line.tsx'
import { useDropWords } from './use-drop-words.ts'
import { useFileIntake } from './use-file-intake.ts'
import { useProblemText } from './use-problem-text.ts'

/** The video of a programme: sending it, making it, seeing it, changing it. */
export const AssetSection = ({ programme }: { readonly programme: StaffProgramme }): ReactNode => {
  const { t } = useTranslation()
  const { pending } = useNewsroom()
  const upload = useUploads().find((entry) => entry.programmeId === programme.id)
  const intake = useFileIntake()
  const dropWords = useDropWords(false)
  const [isChanging, setChanging] = useState(false)
  const cut = upload === undefined ? pending.forProgramme(programme.id) : undefined
  const hasVideo = programme.assetId !== undefined
  const take = (files: readonly File[]): void => {
    setChanging(false)
    void intake.takeFor(programme.id, files)
  }
  return (
    <Card
      title={t('section.video')}
      extra={
        hasVideo && upload === undefined ? (
          <Button size="small" onClick={() => setChanging(!isChanging)}>
            {t(isChanging ? 'asset.keep' : 'asset.change')}
          </Button>
        ) : null
      }
    >
      <RefusedFiles files={intake.refused} onClose={intake.forget} />
      {cut === undefined ? null : (
        <Alert
          type="warning"
          showIcon
          style={{ marginBlockEnd: 12 }}
          title={t('upload.cut', { fileName: cut.fileName, percent: Math.floor((100 * cut.sentBytes) / cut.sizeBytes) })}
        />
      )}
      {upload === undefined ? null : <UploadLine upload={upload} />}
      {upload === undefined && (!hasVideo || isChanging) ? <DropZone words={dropWords} isTall isMultiple={false} onFiles={take} /> : null}
      {programme.assetId === undefined ? null : <AssetProgress key={programme.assetId} programme={programme} assetId={programme.assetId} />}
    </Card>
  )
}

type ProgressProps = { readonly programme: StaffProgramme; readonly assetId: Asset['id'] }

const AssetProgress = ({ programme, assetId }: ProgressProps): ReactNode => {
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
  const posterUrl = (asset.posters ?? programme.posters)?.medium
  return (
    <div style={{ display: 'grid', gap: 14 }}>
      {view.source === undefined ? (
        <div className="preview">
          <div className="preview-empty">{t(view.state === 'failed' ? 'preview.none' : 'preview.soon')}</div>
        </div>
      ) : (
        <PreviewPlayer source={view.source} posterUrl={posterUrl} onRenew={async () => void (await query.refetch())} />
      )}
      {view.state === 'ready' ? null : (
        <ProgressLine
          label={t(`asset.short.${view.state}`)}
          percent={view.percent}
          state={view.state === 'failed' ? 'stopped' : 'active'}
        />
      )}
      {asset.status === 'failed' ? <FailedAsset asset={asset} /> : null}
      <Rungs rungs={view.rungs} isReady={view.state === 'ready'} />
      <Facts asset={asset} />
    </div>
  )
}

const Rungs = ({ rungs, isReady }: { readonly rungs: readonly RungView[]; readonly isReady: boolean }): ReactNode => {
  const { t } = useTranslation()
  if (isReady) return null
  return rungs.map((rung) => (
    <ProgressLine
      key={rung.name}
      label={rung.name === 'audio' ? t('rung.audio') : rung.name}
      percent={rung.percent}
      state={rung.state === 'failed' ? 'stopped' : rung.state === 'done' ? 'done' : 'active'}
      count={rung.total === 0 ? t(`rung.${rung.state}`) : t('rung.count', { done: rung.done, total: rung.total })}
    />
  ))
}

const FailedAsset = ({ asset }: { readonly asset: Asset }): ReactNode => {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { ofProblem } = useProblemText()
  const retry = useMutation({
    mutationFn: () => api.retryAsset(asset.id),
    onSuccess: (again) => client.setQueryData(assetQuery(asset.id).queryKey, again),
  })
  const name =
    asset.problem === undefined ? 'encode-failed' : problemFromAnswer(asset.problem.status, JSON.stringify(asset.problem)).problem
  return (
    <Alert
      type="error"
      showIcon
      title={retry.isError ? ofProblem(asProblemError(retry.error).problem) : ofProblem(name)}
      action={
        asset.isRefused === true ? null : (
          <Button size="small" loading={retry.isPending} onClick={() => retry.mutate()}>
            {t('action.retry', { ns: 'common' })}
          </Button>
        )
      }
    />
  )
}

const Facts = ({ asset }: { readonly asset: Asset }): ReactNode => {
  const { t } = useTranslation()
  const seconds = asset.durationSeconds ?? asset.source?.durationSeconds
  const items = [
    { key: 'file', label: t('asset.file'), children: asset.fileName },
    { key: 'size', label: t('asset.size'), children: formatBytes(asset.sizeBytes) },
    ...(seconds === undefined ? [] : [{ key: 'length', label: t('asset.length'), children: formatDuration(seconds) }]),
    ...(asset.source === undefined
      ? []
      : [{ key: 'picture', label: t('asset.picture'), children: `${asset.source.widthPx} × ${asset.source.heightPx}` }]),
  ]
  return <Descriptions size="small" column={1} items={items} />
}
