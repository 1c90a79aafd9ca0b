import type { Campaign, CampaignId, ShowTime } from '@ulan/contract'
import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { instantOfWallClock, wallClockOf } from '../data/beijing-time.ts'
import { compact } from '../data/home-edit.ts'

type Props = {
  readonly id: string
  /** Where nothing beside it names it. */
  readonly label?: string
  readonly value: ShowTime | undefined
  readonly campaigns: readonly Campaign[]
  readonly onChange: (shown: ShowTime | undefined) => void
}

const ALWAYS = 'always'
const DATES = 'dates'

/** Always, as long as a campaign lasts, or between two times of Beijing’s clocks. */
export const ShowTimeField = ({ id, label, value, campaigns, onChange }: Props): ReactNode => {
  const { t } = useTranslation()
  const chosen = value === undefined ? ALWAYS : value.kind === 'dates' ? DATES : value.id
  const choose = (next: string): void => {
    if (next === ALWAYS) onChange(undefined)
    else if (next === DATES) onChange({ kind: 'dates' })
    else onChange({ kind: 'campaign', id: next as CampaignId }) // options hold these ids only
  }
  return (
    <div className="show-time">
      <Select
        id={id}
        {...(label === undefined ? {} : { 'aria-label': label })}
        className="show-time-kind"
        value={chosen}
        onChange={choose}
        options={[
          { value: ALWAYS, label: t('home.when.always') },
          { value: DATES, label: t('home.when.dates') },
          ...campaigns.map((campaign) => ({ value: campaign.id as string, label: t('home.when.during', { name: campaign.name }) })),
        ]}
      />
      {value?.kind === 'dates' ? <DateFields id={id} label={label} value={value} onChange={onChange} /> : null}
    </div>
  )
}

type Dates = Extract<ShowTime, { kind: 'dates' }>
type DatesProps = {
  readonly id: string
  readonly label: string | undefined
  readonly value: Dates
  readonly onChange: (shown: ShowTime) => void
}

const DateFields = ({ id, label, value, onChange }: DatesProps): ReactNode => {
  const { t } = useTranslation()
  const field = (end: 'from' | 'until'): ReactNode => (
    <label htmlFor={`${id}-${end}`}>
      <span className="muted small">{t(`home.when.${end}`)}</span>
      <Input
        id={`${id}-${end}`}
        type="datetime-local"
        {...(label === undefined ? {} : { 'aria-label': `${label} ${t(`home.when.${end}`)}` })}
        value={value[end] === undefined ? '' : wallClockOf(value[end])}
        onChange={({ target }) => onChange(compact({ ...value, [end]: instantOfWallClock(target.value) }))}
      />
    </label>
  )
  return (
    <>
      {field('from')}
      {field('until')}
    </>
  )
}
