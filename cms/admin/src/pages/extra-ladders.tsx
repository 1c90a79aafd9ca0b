import { useQuery } from '@tanstack/react-query'
import type { Asset } from '@ulan/contract'
import { Button, Collapse, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionQuery } from '../data/staff-queries.ts'
import { useAssetChange } from './use-asset-change.ts'

type Ladder = Asset['ladders'][number]

const NAMES = { av1: 'AV1', hdr: 'HDR' } as const
const TONES = { absent: 'default', waiting: 'default', encoding: 'processing', published: 'success' } as const

/**
 * Ladders besides the usual one, for a film that is worth them: what each would bring, how it stands, and for those who may
 * decide on its cost the one thing that can be done about it. Closed, since few films need it.
 */
export const ExtraLadders = ({ asset }: { readonly asset: Asset }): ReactNode => {
  const { t } = useTranslation()
  const mayDecide = useQuery(sessionQuery).data?.permissions.includes('publish') === true
  if (asset.ladders.length === 0) return null
  const rows = (
    <>
      <p className="muted small">{t('ladders.hint')}</p>
      <ul className="ladders">
        {asset.ladders.map((ladder) => (
          <Row key={ladder.kind} assetId={asset.id} ladder={ladder} mayDecide={mayDecide} />
        ))}
      </ul>
    </>
  )
  return <Collapse ghost size="small" className="reasons-fold" items={[{ key: 'ladders', label: t('ladders.title'), children: rows }]} />
}

type RowProps = { readonly assetId: Asset['id']; readonly ladder: Ladder; readonly mayDecide: boolean }

const Row = ({ assetId, ladder: { kind, state }, mayDecide }: RowProps): ReactNode => {
  const { t } = useTranslation()
  const name = NAMES[kind]
  return (
    <li className="ladder">
      <div className="grow">
        <strong>{name}</strong>
        <div className="muted small">{t(`encodingPolicy.${kind}Hint`)}</div>
      </div>
      <Tag color={TONES[state]}>{t(`ladders.state.${state}`)}</Tag>
      {mayDecide ? <Decision assetId={assetId} kind={kind} state={state} name={name} /> : null}
    </li>
  )
}

/** What is being made is stopped where it is shown being made, what is there stays. */
const Decision = ({ assetId, kind, state, name }: Ladder & { readonly assetId: Asset['id']; readonly name: string }): ReactNode => {
  const { t } = useTranslation()
  const add = useAssetChange(assetId, (api) => api.addLadder(assetId, kind))
  const forgo = useAssetChange(assetId, (api) => api.forgoLadder(assetId, kind))
  if (state === 'absent')
    return (
      <Button size="small" loading={add.isPending} aria-label={t('ladders.addOf', { name })} onClick={() => add.mutate()}>
        {t('ladders.add')}
      </Button>
    )
  if (state === 'waiting')
    return (
      <Button size="small" loading={forgo.isPending} aria-label={t('ladders.forgoOf', { name })} onClick={() => forgo.mutate()}>
        {t('ladders.forgo')}
      </Button>
    )
  return null
}
