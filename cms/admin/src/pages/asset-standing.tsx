import type { Asset } from '@ulan/contract'
import { Alert, App, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProgressLine } from '../components/progress-line.tsx'
import type { AssetView, Headline } from '../data/asset-view.ts'
import { problemFromAnswer } from '../data/problem-error.ts'
import { useAssetChange } from './use-asset-change.ts'
import { useProblemText } from './use-problem-text.ts'
import { useRungWords } from './use-rung-words.ts'

type Props = { readonly asset: Asset; readonly view: AssetView; readonly isOffline: boolean }

/**
 * The first questions of whoever uploaded a recording and knows nothing of codecs: can I watch it yet, how long will it take,
 * did something go wrong, what do I do. A ready one leaves none of them open.
 */
export const AssetStanding = ({ asset, view, isOffline }: Props): ReactNode => {
  const { t } = useTranslation()
  if (view.state === 'ready') return null
  if (view.headline === undefined) return <EndedAsset asset={asset} view={view} />
  return (
    <div>
      <ProgressLine label={t(`asset.short.${view.state}`)} percent={view.percent} state="active" />
      <div className="encoding-head">
        <HeadlineText view={view} headline={view.headline} isOffline={isOffline} />
        <CancelButton asset={asset} view={view} />
      </div>
    </div>
  )
}

type HeadlineProps = { readonly view: AssetView; readonly headline: Headline; readonly isOffline: boolean }

const TROUBLED: ReadonlySet<Headline> = new Set<Headline>(['troubled', 'storage-full', 'store-unavailable'])

const HeadlineText = ({ view, headline, isOffline }: HeadlineProps): ReactNode => {
  const { t } = useTranslation()
  const words = useRungWords()
  const { ofProblem } = useProblemText()
  if (isOffline) return <p role="status">{ofProblem('offline')}</p>
  const left =
    view.remainingSeconds === undefined ? t('encoding.leftUnknown') : t('encoding.left', { left: words.left(view.remainingSeconds) })
  return (
    <p>
      {/* Only this is read out when it changes: minutes would be read out again and again. */}
      <span role="status" className={TROUBLED.has(headline) ? 'is-troubled' : ''}>
        {t(`encoding.head.${headline}`, { count: view.failedRungs })}
      </span>
      {view.state === 'encoding' ? <span className="muted"> {left}</span> : null}
    </p>
  )
}

const CancelButton = ({ asset, view }: Pick<Props, 'asset' | 'view'>): ReactNode => {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const cancel = useAssetChange(asset.id, (api) => api.cancelAsset(asset.id))
  // Its file is still to come: nothing is going on that could be cancelled.
  if (view.state === 'awaiting-master') return null
  const ask = (): void => {
    modal.confirm({
      title: t('encoding.cancelAsk'),
      content: view.hasVersion ? t('encoding.cancelHintAdding') : t('encoding.cancelHint', { count: view.segmentsDone }),
      okText: t('encoding.cancelConfirm'),
      cancelText: t('encoding.cancelKeep'),
      okButtonProps: { danger: true },
      onOk: () => cancel.mutate(),
    })
  }
  return (
    <Button size="small" loading={cancel.isPending} onClick={ask}>
      {t('encoding.cancel')}
    </Button>
  )
}

/** Nothing is going on any more: why, and the way on, if there is one. */
const EndedAsset = ({ asset, view }: Pick<Props, 'asset' | 'view'>): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const retry = useAssetChange(asset.id, (api) => api.retryAsset(asset.id))
  const { problem } = asset
  const name = problem === undefined ? 'encode-failed' : problemFromAnswer(problem.status, JSON.stringify(problem)).problem
  return (
    <Alert
      type={view.state === 'cancelled' ? 'warning' : 'error'}
      showIcon
      {...(view.hasVersion ? { description: t('encoding.versionStays') } : {})}
      title={view.failedRungs > 0 ? t('encoding.failedInPart', { count: view.failedRungs }) : ofProblem(name)}
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
