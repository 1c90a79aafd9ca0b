import type { Campaign } from '@ulan/contract'
import { Checkbox, Form, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { instantOfWallClock, wallClockOf } from '../data/beijing-time.ts'

type Props = {
  readonly campaign: Campaign
  readonly isNew: boolean
  readonly onClose: () => void
  readonly onDone: (campaign: Campaign) => void
}
type Draft = { readonly name: string; readonly from: string; readonly until: string; readonly isYearly: boolean }
const NAME_LENGTH = 40

/** Name and days of a campaign, by the clocks of Beijing. Nothing is public before the page is saved. */
export const CampaignDialog = ({ campaign, isNew, onClose, onDone }: Props): ReactNode => {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<Draft>({
    name: campaign.name,
    from: wallClockOf(campaign.from),
    until: wallClockOf(campaign.until),
    isYearly: campaign.isYearly,
  })
  const [isRefused, setRefused] = useState(false)
  const change = (part: Partial<Draft>): void => setDraft((now) => ({ ...now, ...part }))
  const [from, until] = [instantOfWallClock(draft.from), instantOfWallClock(draft.until)]
  const required = t('fields.required', { ns: 'problem' })
  const problems = {
    name: draft.name.trim() === '' ? required : undefined,
    from: from === undefined ? required : undefined,
    until:
      until === undefined ? required : from !== undefined && until <= from ? t('fields.over-before-start', { ns: 'problem' }) : undefined,
  }
  const finish = (): void => {
    if (from === undefined || until === undefined || Object.values(problems).some((one) => one !== undefined)) setRefused(true)
    else onDone({ ...campaign, name: draft.name.trim(), from, until, isYearly: draft.isYearly })
  }
  const field = (name: keyof typeof problems, input: ReactNode): ReactNode => (
    <Form.Item
      label={t(`home.campaigns.${name}`)}
      htmlFor={`campaign-${name}`}
      required
      {...(isRefused && problems[name] !== undefined && { validateStatus: 'error' as const, help: problems[name] })}
    >
      {input}
    </Form.Item>
  )
  const time = (name: 'from' | 'until'): ReactNode => (
    <Input id={`campaign-${name}`} type="datetime-local" value={draft[name]} onChange={({ target }) => change({ [name]: target.value })} />
  )
  return (
    <Modal
      open
      // A press beside it would lose what was typed.
      mask={{ closable: false }}
      keyboard={false}
      title={t(isNew ? 'home.campaigns.add' : 'home.campaigns.edit')}
      okText={t('home.confirm')}
      onOk={finish}
      onCancel={onClose}
    >
      <Form component="div" layout="vertical">
        {field(
          'name',
          <Input id="campaign-name" maxLength={NAME_LENGTH} value={draft.name} onChange={({ target }) => change({ name: target.value })} />,
        )}
        <div className="rail-fields">
          {field('from', time('from'))}
          {field('until', time('until'))}
        </div>
        <Checkbox checked={draft.isYearly} onChange={({ target }) => change({ isYearly: target.checked })}>
          {t('home.campaigns.yearly')}
        </Checkbox>
      </Form>
    </Modal>
  )
}
