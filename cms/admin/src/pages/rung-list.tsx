import type { Asset } from '@ulan/contract'
import { Button } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EncoderMessage } from '../components/encoder-message.tsx'
import { RungRow } from '../components/rung-row.tsx'
import { type RungView, rungViews } from '../data/rung-view.ts'
import { useAssetChange } from './use-asset-change.ts'
import { useRungWords } from './use-rung-words.ts'

/**
 * For the technician whom the newsroom rings: each rung as it becomes watchable, who works on it, what the encoder said. The
 * publicity worker reads names and bars, and presses a button where there is one.
 */
export const RungList = ({ asset, now }: { readonly asset: Asset; readonly now: Date }): ReactNode => {
  const { t } = useTranslation()
  const rungs = rungViews(asset, now)
  if (rungs.length === 0) return null
  return (
    <ul className="rung-list" aria-label={t('encoding.label')}>
      {rungs.map((rung) => (
        <Rung key={rung.name} assetId={asset.id} rung={rung} />
      ))}
    </ul>
  )
}

const Rung = ({ assetId, rung }: { readonly assetId: Asset['id']; readonly rung: RungView }): ReactNode => {
  const { t } = useTranslation()
  const words = useRungWords()
  const messageId = useId()
  const [isOpen, setOpen] = useState(false)
  const { message, work } = rung
  const fullName = words.fullName(rung.label)
  const isShown = isOpen && message !== undefined
  return (
    <RungRow
      label={words.name(rung.label)}
      fullName={fullName}
      technical={rung.label.technical}
      state={rung.state}
      stateText={t(rung.hasStumbled ? 'rung.again' : `rung.${rung.state}`)}
      isWarned={rung.hasStumbled}
      percent={rung.percent}
      count={rung.total === 0 ? '' : t('rung.count', { done: rung.done, total: rung.total })}
      note={rung.state === 'left-out' ? t('rung.leftOutWhy') : rung.remainingSeconds === undefined ? '' : words.left(rung.remainingSeconds)}
      work={work === undefined ? '' : words.work(work)}
      workTitle={work === undefined ? '' : work.workers.join('\n')}
      isSilent={work?.isSilent === true}
      {...(message === undefined
        ? {}
        : {
            actions: (
              <RungActions
                assetId={assetId}
                rung={rung}
                name={fullName}
                messageId={messageId}
                isOpen={isShown}
                onToggle={() => setOpen(!isOpen)}
              />
            ),
          })}
      details={
        isShown ? (
          <EncoderMessage id={messageId} title={t('rung.messageTitle')} message={message} copy={t('rung.copy')} copied={t('rung.copied')} />
        ) : null
      }
    />
  )
}

type ActionProps = {
  readonly assetId: Asset['id']
  readonly rung: RungView
  readonly name: string
  readonly messageId: string
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** Every row has the same buttons: their names to a screen reader say of which rung they are. */
const RungActions = ({ assetId, rung, name, messageId, isOpen, onToggle }: ActionProps): ReactNode => {
  const { t } = useTranslation()
  const retry = useAssetChange(assetId, (api) => api.retryRung(assetId, rung.name))
  return (
    <span className="rung-actions">
      <Button
        size="small"
        type="link"
        aria-expanded={isOpen}
        aria-controls={messageId}
        aria-label={isOpen ? undefined : t('rung.messageOf', { rung: name })}
        onClick={onToggle}
      >
        {t(isOpen ? 'rung.messageHide' : 'rung.message')}
      </Button>
      {rung.canRetry ? (
        <Button size="small" loading={retry.isPending} aria-label={t('rung.retryOf', { rung: name })} onClick={() => retry.mutate()}>
          {t('rung.retry')}
        </Button>
      ) : null}
    </span>
  )
}
