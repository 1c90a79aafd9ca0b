import type { LocalizedText, PlacedRail } from '@ulan/contract'
import { Alert, Checkbox, Form, Input, InputNumber, Modal, Segmented, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnField } from '../components/column-field.tsx'
import { KINDS } from '../data/choices.ts'
import { handPicked, type RailRule, ruleOfKind, withHandPicked } from '../data/home-edit.ts'
import { RailEntries } from './rail-entries.tsx'

const RULES = ['manual', 'newest', 'local'] as const satisfies readonly RailRule['kind'][]
const DEVICES = ['tv', 'tablet'] as const
const MOST = 200

type Props = {
  readonly rail: PlacedRail
  readonly isNew: boolean
  readonly onClose: () => void
  readonly onDone: (rail: PlacedRail) => void
}
type PartProps = { readonly rail: PlacedRail; readonly onChange: (change: Partial<PlacedRail>) => void }

/** What a rail is called and what is in it. Nothing is public before the page is saved. */
export const RailDialog = ({ rail, isNew, onClose, onDone }: Props): ReactNode => {
  const { t } = useTranslation()
  const [mine, setMine] = useState(rail)
  const [isRefused, setRefused] = useState(false)
  const isUntitled = !mine.isHero && (mine.title['zh-Hans'] ?? '').trim() === ''
  const change = (part: Partial<PlacedRail>): void => setMine((now) => ({ ...now, ...part }))
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
        <Form.Item label={t('home.filled')}>
          <Segmented<RailRule['kind']>
            value={mine.rule.kind}
            options={RULES.map((value) => ({ value, label: t(`home.kind.${value}`) }))}
            onChange={(kind) => change({ rule: ruleOfKind(mine.rule, kind) })}
          />
        </Form.Item>
        <RuleFields rail={mine} onChange={change} />
        <PlaceFields rail={mine} onChange={change} />
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

/** What the chosen way of filling asks for. */
const RuleFields = ({ rail: { rule }, onChange }: PartProps): ReactNode => {
  const { t } = useTranslation()
  const setRule = (next: RailRule): void => onChange({ rule: next })
  return (
    <>
      {rule.kind === 'local' ? <p className="muted">{t('home.localHint')}</p> : null}
      {rule.kind === 'manual' ? null : (
        <div style={{ display: 'flex', gap: 20 }}>
          {rule.kind === 'newest' ? (
            <Form.Item label={t('field.kind')} htmlFor="rail-kind">
              <Select
                id="rail-kind"
                style={{ inlineSize: 160 }}
                value={rule.programmeKind ?? null}
                options={[{ value: null, label: t('list.everyKind') }, ...KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))]}
                onChange={(kind) => {
                  const { programmeKind: _programmeKind, ...rest } = rule
                  setRule(kind === null ? rest : { ...rest, programmeKind: kind })
                }}
              />
            </Form.Item>
          ) : null}
          <Form.Item label={t('home.limit')} htmlFor="rail-limit">
            <InputNumber
              id="rail-limit"
              min={1}
              max={MOST}
              precision={0}
              value={rule.limit}
              // Empty while somebody types another number.
              onChange={(limit) => {
                if (limit !== null) setRule({ ...rule, limit })
              }}
            />
          </Form.Item>
        </div>
      )}
      {rule.kind === 'local' ? null : (
        <RailEntries
          label={t(rule.kind === 'manual' ? 'home.picked' : 'home.pickedAfter')}
          entries={handPicked(rule)}
          onChange={(entries) => setRule(withHandPicked(rule, entries))}
        />
      )}
    </>
  )
}

/** Where it is shown, and whether large. */
const PlaceFields = ({ rail, onChange }: PartProps): ReactNode => {
  const { t } = useTranslation()
  const { devices: _devices, ...everywhere } = rail
  return (
    <>
      <Form.Item label={t('home.devices')}>
        <Checkbox.Group
          value={[...(rail.devices ?? DEVICES)]}
          options={DEVICES.map((value) => ({ value, label: t(`home.device.${value}`) }))}
          onChange={(chosen) => {
            const devices = DEVICES.filter((device) => chosen.includes(device))
            // One that is shown nowhere is taken away instead.
            if (devices.length === 1) onChange({ devices })
            if (devices.length === DEVICES.length) onChange({ ...everywhere, devices: undefined })
          }}
        />
      </Form.Item>
      <Checkbox checked={rail.isHero} onChange={(event) => onChange({ isHero: event.target.checked })}>
        {t('home.asHero')}
      </Checkbox>
    </>
  )
}
