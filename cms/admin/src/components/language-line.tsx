import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LanguageRow, Step } from '../form/language-rows.ts'

type Props = {
  readonly row: LanguageRow
  /** Chinese: always offered, always first, always required. */
  readonly isFixed: boolean
  readonly canMove: (step: Step) => boolean
  readonly onMove: (step: Step) => void
  readonly onOffer: (isOffered: boolean) => void
  readonly onRequire: (isRequired: boolean) => void
}

const ICONS = { up: <ArrowUpOutlined />, down: <ArrowDownOutlined /> } as const

/** One language of the settings: offered or not, its title required or not, its place among the others. */
export const LanguageLine = ({ row, isFixed, canMove, onMove, onOffer, onRequire }: Props): ReactNode => {
  const { t } = useTranslation()
  const language = t(`tracks.written.${row.locale}`)
  return (
    <li className={isFixed ? 'language-line is-fixed' : 'language-line'}>
      <div className="language-name">
        <Checkbox checked={row.isOffered} disabled={isFixed} onChange={(event) => onOffer(event.target.checked)}>
          {language}
        </Checkbox>
        {isFixed ? <div className="muted small">{t('languages.chineseFirst')}</div> : null}
      </div>
      <Checkbox
        checked={row.isRequired}
        disabled={isFixed || !row.isOffered}
        aria-label={t('languages.requiredOf', { language })}
        onChange={(event) => onRequire(event.target.checked)}
      >
        {t('languages.required')}
      </Checkbox>
      <div className="language-moves">
        {isFixed
          ? null
          : (['up', 'down'] as const).map((step) => (
              <Button
                key={step}
                size="small"
                icon={ICONS[step]}
                aria-label={t(`languages.${step}`, { language })}
                title={t(`languages.${step}`, { language })}
                disabled={!canMove(step)}
                onClick={() => onMove(step)}
              />
            ))}
      </div>
    </li>
  )
}
