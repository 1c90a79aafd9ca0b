import type { Asset } from '@ulan/contract'
import { Collapse } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ladderWords } from '../data/ladder-words.ts'
import { rungLabel } from '../data/rung-label.ts'
import { useRungWords } from './use-rung-words.ts'

/** Why this ladder: closed, since few ask; the same sentences while it is being made and afterwards. */
export const LadderReasons = ({ asset }: { readonly asset: Asset }): ReactNode => {
  const { t } = useTranslation()
  const words = useRungWords()
  const reasons = ladderWords(asset.reasons)
  if (reasons.length === 0) return null
  const nameOf = (rung: string | undefined): string => (rung === undefined ? '' : words.fullName(rungLabel(rung)))
  const sentences = (
    <ol className="reasons">
      {reasons.map(({ code, rung, values }) => (
        <li key={`${code} ${rung ?? ''}`}>{t(`why.${code}`, { ...values, rung: nameOf(rung) })}</li>
      ))}
    </ol>
  )
  return <Collapse ghost size="small" className="reasons-fold" items={[{ key: 'why', label: t('why.title'), children: sentences }]} />
}
