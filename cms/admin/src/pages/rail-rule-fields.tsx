import { useQuery } from '@tanstack/react-query'
import type { PlacedRail } from '@ulan/contract'
import { Form, InputNumber, Segmented, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Choice, choicesOf, KINDS } from '../data/choices.ts'
import { compact, handPicked, type NewestRule, type RailRule, ruleOfKind, withHandPicked, withRule } from '../data/home-edit.ts'
import { genresQuery, lawsQuery, troupesQuery } from '../data/staff-queries.ts'
import { RailEntries } from './rail-entries.tsx'
import { RegionSelect } from './region-select.tsx'

const RULES = ['manual', 'newest', 'local', 'resume'] as const satisfies readonly RailRule['kind'][]
const MOST = 200

type Props = { readonly rail: PlacedRail; readonly onChange: (rail: PlacedRail) => void }

/** What fills a rail. */
export const RailRuleFields = ({ rail, onChange }: Props): ReactNode => {
  const { t } = useTranslation()
  const { rule } = rail
  const setRule = (next: RailRule): void => onChange(withRule(rail, next))
  return (
    <>
      <Form.Item label={t('home.filled')}>
        <Segmented<RailRule['kind']>
          value={rule.kind}
          options={RULES.map((value) => ({ value, label: t(`home.kind.${value}`) }))}
          onChange={(kind) => setRule(ruleOfKind(rule, kind))}
        />
      </Form.Item>
      {rule.kind === 'local' ? <p className="muted">{t('home.localHint')}</p> : null}
      {rule.kind === 'resume' ? <p className="muted">{t('home.resumeHint')}</p> : null}
      <div className="rail-fields">
        {rule.kind === 'newest' ? <QueryFields rule={rule} onChange={setRule} /> : null}
        {'limit' in rule ? (
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
        ) : null}
      </div>
      {rule.kind === 'local' || rule.kind === 'resume' ? null : (
        <RailEntries
          label={t(rule.kind === 'manual' ? 'home.picked' : 'home.pickedAfter')}
          entries={handPicked(rule)}
          onChange={(entries) => setRule(withHandPicked(rule, entries))}
        />
      )}
    </>
  )
}

type QueryProps = { readonly rule: NewestRule; readonly onChange: (rule: NewestRule) => void }

/** What the newest have to be. */
const QueryFields = ({ rule, onChange }: QueryProps): ReactNode => {
  const { t } = useTranslation()
  const laws = useQuery(lawsQuery)
  const genres = useQuery(genresQuery)
  const troupes = useQuery(troupesQuery)
  const ask = (change: Partial<NewestRule>): void => onChange(compact({ ...rule, ...change }))
  return (
    <>
      <QueryField
        id="rail-kind"
        label={t('field.kind')}
        value={rule.programmeKind}
        choices={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(programmeKind) => ask({ programmeKind })}
      />
      <QueryField
        id="rail-law"
        label={t('home.query.law')}
        value={rule.lawId}
        choices={(laws.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(lawId) => ask({ lawId })}
      />
      <QueryField
        id="rail-genre"
        label={t('field.genreId')}
        value={rule.genreId}
        choices={choicesOf(genres.data ?? [])}
        onChange={(genreId) => ask({ genreId })}
      />
      <QueryField
        id="rail-troupe"
        label={t('field.troupeId')}
        value={rule.troupeId}
        choices={choicesOf(troupes.data ?? [])}
        onChange={(troupeId) => ask({ troupeId })}
      />
      <Form.Item label={t('home.query.region')} htmlFor="rail-region">
        <RegionSelect id="rail-region" value={rule.regionCode} placeholder={t('home.any')} onChange={(regionCode) => ask({ regionCode })} />
      </Form.Item>
    </>
  )
}

type FieldProps<Value> = {
  readonly id: string
  readonly label: string
  readonly value: Value | undefined
  readonly choices: readonly Choice<Value>[]
  readonly onChange: (value: Value | undefined) => void
}

const QueryField = <Value extends string>({ id, label, value, choices, onChange }: FieldProps<Value>): ReactNode => {
  const { t } = useTranslation()
  return (
    <Form.Item label={label} htmlFor={id}>
      <Select<Value | null>
        id={id}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={value ?? null}
        placeholder={t('home.any')}
        options={[...choices]}
        onChange={(chosen) => onChange(chosen ?? undefined)}
      />
    </Form.Item>
  )
}
