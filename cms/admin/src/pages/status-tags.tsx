import type { Asset, ProgrammeStatus, StaffProgramme } from '@ulan/contract'
import { Progress, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { serverClock } from '../data/api-client.ts'
import { assetView } from '../data/asset-view.ts'
import { licenceView } from '../data/licence-view.ts'
import { sentPercent, type Upload } from '../upload/upload-state.ts'
import { useRungWords } from './use-rung-words.ts'

const STATUS_COLOUR = { draft: 'default', published: 'success', 'taken-down': 'warning' } as const

type StatusProps = {
  readonly status: ProgrammeStatus
  /** Staff have gone on from what is public. */
  readonly isChanged?: boolean
  readonly licence?: StaffProgramme['licence']
}

/** Where a programme stands with the public, and whether they see it. */
export const StatusTag = ({ status, isChanged = false, licence }: StatusProps): ReactNode => {
  const { t } = useTranslation()
  const view = licenceView(licence, serverClock.at(Date.now()).getTime())
  return (
    <span className="status-tags">
      <Tag color={STATUS_COLOUR[status]}>{t(`status.${status}`)}</Tag>
      {view === undefined ? null : <Tag color="warning">{t(`status.licence-${view}`)}</Tag>}
      {isChanged ? <Tag color="processing">{t('status.changed')}</Tag> : null}
    </span>
  )
}

/** Where a programme's video is: on its way, being encoded and for how long, there, cancelled, or failed. */
export const AssetState = ({ asset, upload }: { readonly asset: Asset | undefined; readonly upload: Upload | undefined }): ReactNode => {
  const { t } = useTranslation()
  const words = useRungWords()
  if (upload !== undefined) return <BusyState label={t(`upload.phase.${upload.phase}`)} percent={sentPercent(upload)} />
  if (asset === undefined) return <span className="muted">{t('asset.none')}</span>
  const view = assetView(asset, false)
  if (view.state === 'ready') return <Tag color="success">{t('asset.state.ready')}</Tag>
  if (view.state === 'awaiting-master') return <span className="muted">{t('asset.state.awaiting-master')}</span>
  if (view.state === 'failed') return <Tag color="error">{t('asset.state.failed')}</Tag>
  if (view.state === 'cancelled') return <Tag>{t('asset.state.cancelled')}</Tag>
  const left = view.remainingSeconds === undefined ? '' : ` · ${words.left(view.remainingSeconds)}`
  return <BusyState label={`${t(`asset.state.${view.state}`)}${left}`} percent={view.percent} />
}

const BusyState = ({ label, percent }: { readonly label: string; readonly percent: number }): ReactNode => (
  <div>
    <div className="small muted">{label}</div>
    <Progress percent={percent} size="small" aria-label={label} />
  </div>
)
