import type { Campaign, LocalizedText, PlacedRail } from '@ulan/contract'
import { Alert, Form, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnField } from '../components/column-field.tsx'
import { compact } from '../data/home-edit.ts'
import { RailPins } from './rail-pins.tsx'
import { RailRuleFields } from './rail-rule-fields.tsx'
import { RailViewerFields } from './rail-viewer-fields.tsx'
import { ShowTimeField } from './show-time-field.tsx'

type Props = {
  readonly rail: PlacedRail
  readonly isNew: boolean
  readonly campaigns: readonly Campaign[]
  readonly onClose: () => void
  readonly onDone: (rail: PlacedRail) => void
}
type PartProps = { readonly rail: PlacedRail; readonly onChange: (change: Partial<PlacedRail>) => void }

/** What a rail is called and what is in it. Nothing is public before the page is saved. */
export const RailDialog = ({ rail, isNew, campaigns, onClose, onDone }: Props): ReactNode => {
  const { t } = useTranslation()
  const [mine, setMine] = useState(rail)
  const [isRefused, setRefused] = useState(false)
  const isUntitled = !mine.isHero && (mine.title['zh-Hans'] ?? '').trim() === ''
  const change = (part: Partial<PlacedRail>): void => setMine((now) => compact({ ...now, ...part }))
  return (
    <Modal
      open
      width={760}
      // A press beside it would lose what was put together.
      mask={{ closable: false }}
      keyboard={false}
      title={t(isNew ? 'home.add' : 'home.edit')}
      okText={t('home.confirm')}
      onOk={() => (isUntitled ? setRefused(true) : onDone({ ...mine, title: withoutEmpty(mine.title) }))}
      onCancel={onClose}
    >
      {isRefused && isUntitled ? <Alert type="error" showIcon title={t('fields.title-zh-missing', { ns: 'problem' })} /> : null}
      <Form component="div" layout="vertical">
        <TitleFields rail={mine} onChange={change} />
        <RailRuleFields rail={mine} onChange={change} />
        {mine.rule.kind === 'resume' ? null : <RailPins pins={mine.pins ?? []} campaigns={campaigns} onChange={change} />}
        <Form.Item label={t('home.when.label')} htmlFor="rail-time" extra={t('home.when.hint')}>
          <ShowTimeField id="rail-time" value={mine.shown} campaigns={campaigns} onChange={(shown) => change({ shown })} />
        </Form.Item>
        <RailViewerFields rail={mine} onChange={change} />
      </Form>
    </Modal>
  )
}

const withoutEmpty = (title: LocalizedText): LocalizedText => Object.fromEntries(Object.entries(title).filter(([, text]) => text !== ''))

const TitleFields = ({ rail: { title }, onChange }: PartProps): ReactNode => {
  const { t } = useTranslation()
  const write = (locale: keyof LocalizedText, text: string): void => onChange({ title: { ...title, [locale]: text } })
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 110px', gap: 20 }}>
      <div>
        <Form.Item label={t('field.titleChinese')} htmlFor="rail-chinese" required>
          <Input
            id="rail-chinese"
            maxLength={40}
            value={title['zh-Hans'] ?? ''}
            onChange={(event) => write('zh-Hans', event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t('field.titleCyrillic')} htmlFor="rail-cyrillic">
          <Input
            id="rail-cyrillic"
            maxLength={80}
            value={title['mn-Cyrl'] ?? ''}
            onChange={(event) => write('mn-Cyrl', event.target.value)}
          />
        </Form.Item>
      </div>
      <Form.Item label={t('field.titleMongolian')} htmlFor="rail-mongolian" className="column-cell">
        <ColumnField
          id="rail-mongolian"
          label={t('field.titleMongolian')}
          value={title['mn-Mong'] ?? ''}
          isInvalid={false}
          isOneColumn
          onChange={(text) => write('mn-Mong', text)}
        />
      </Form.Item>
    </div>
  )
}
