import { Card, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from './day-field.tsx'
import { FormField, fieldId } from './form-field.tsx'
import type { ProgrammeEditing } from './use-programme-edit.ts'

/** By whose leave it is shown, and on which days. */
export const RightsSection = ({ editing }: { readonly editing: ProgrammeEditing }): ReactNode => {
  const { t } = useTranslation()
  const { form, change } = editing
  const line = (name: 'rightsHolder' | 'rightsTerms'): ReactNode => (
    <FormField name={name} editing={editing}>
      <Input id={fieldId(name)} maxLength={300} value={form[name]} onChange={({ target }) => change({ [name]: target.value })} />
    </FormField>
  )
  return (
    <Card title={t('section.rights')}>
      <p className="muted small">{t('rights.hint')}</p>
      <div className="fields">
        {line('rightsHolder')}
        {line('rightsTerms')}
        <DayField name="rightsFirstDay" editing={editing} />
        <DayField name="rightsLastDay" editing={editing} extra={t('rights.lastDayHint')} />
      </div>
    </Card>
  )
}
