import type { Asset } from '@ulan/contract'
import { Descriptions } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes, formatDuration } from '../data/formatters.ts'
import { rungViews } from '../data/rung-view.ts'
import { useRungWords } from './use-rung-words.ts'

/** What is known of the file, and once it is ready what was made of it. */
export const AssetFacts = ({ asset, now }: { readonly asset: Asset; readonly now: Date }): ReactNode => {
  const { t } = useTranslation()
  const words = useRungWords()
  const seconds = asset.durationSeconds ?? asset.source?.durationSeconds
  const made = asset.version !== undefined ? rungViews(asset, now).filter(({ state }) => state === 'done') : []
  const pictures = made.filter(({ label }) => label.kind === 'picture').map(({ label }) => words.fullName(label))
  const sounds = asset.version === undefined ? [] : asset.audios.map(({ language }) => words.language(language))
  const facts = [
    ['file', asset.fileName],
    ['size', formatBytes(asset.sizeBytes)],
    ['length', seconds === undefined ? '' : formatDuration(seconds)],
    ['picture', asset.source === undefined ? '' : `${asset.source.widthPx} × ${asset.source.heightPx}`],
    ['rungs', pictures.join('、')],
    ['sounds', sounds.join('、')],
  ] as const
  const items = facts.filter(([, text]) => text !== '').map(([key, text]) => ({ key, label: t(`asset.${key}`), children: text }))
  return <Descriptions size="small" column={1} items={items} />
}
