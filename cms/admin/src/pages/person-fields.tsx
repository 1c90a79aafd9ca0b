import { type FieldProblem, type RegionCode, ROLES, type Role, type StaffAccount } from '@ulan/contract'
import { Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RegionSelect } from './region-select.tsx'
import { useProblemText } from './use-problem-text.ts'

export type PersonForm = { readonly name: string; readonly role: Role; readonly regionCode?: RegionCode | undefined }

type Props = {
  readonly form: PersonForm
  readonly errors: readonly FieldProblem[]
  /** One's own role and region are for others to change. */
  readonly isOwn: boolean
  readonly onChange: (change: Partial<PersonForm>) => void
}

export const personOf = ({ name, role, regionCode }: StaffAccount): PersonForm => ({ name, role, regionCode })

/** Name, role and region of a member of staff. */
export const PersonFields = ({ form, errors, isOwn, onChange }: Props): ReactNode => {
  const { t } = useTranslation()
  return (
    <>
      <PersonField name="name" label={t('people.name')} errors={errors}>
        <Input id="person-name" value={form.name} maxLength={60} onChange={(event) => onChange({ name: event.target.value })} />
      </PersonField>
      <PersonField name="role" label={t('people.role')} errors={errors} extra={t(`roleHint.${form.role}`)}>
        <Select<Role>
          id="person-role"
          value={form.role}
          disabled={isOwn}
          options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
          onChange={(role) => onChange({ role })}
        />
      </PersonField>
      <PersonField name="regionCode" label={t('people.region')} errors={errors} extra={t('people.regionHint')}>
        <RegionSelect
          id="person-regionCode"
          isDisabled={isOwn}
          value={form.regionCode}
          placeholder={t('people.everywhere')}
          onChange={(regionCode) => onChange({ regionCode })}
        />
      </PersonField>
    </>
  )
}

type FieldProps = {
  readonly name: string
  readonly label: string
  readonly errors: readonly FieldProblem[]
  readonly extra?: ReactNode
  readonly children: ReactNode
}

/** Label, control, and beneath it what the server said about it. */
export const PersonField = ({ name, label, errors, extra, children }: FieldProps): ReactNode => {
  const { ofField } = useProblemText()
  const error = errors.find(({ path }) => path === name)
  return (
    <Form.Item
      label={label}
      htmlFor={`person-${name}`}
      validateStatus={error === undefined ? '' : 'error'}
      {...(error === undefined ? {} : { help: ofField(error) })}
      extra={extra}
    >
      {children}
    </Form.Item>
  )
}
