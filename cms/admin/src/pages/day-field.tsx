import { Input } from 'antd'
import type { ReactNode } from 'react'
import type { FieldName, ProgrammeForm } from '../form/programme-form.ts'
import { FormField, fieldId } from './form-field.tsx'
import type { ProgrammeEditing } from './use-programme-edit.ts'

type Props = {
  readonly name: FieldName & ('performedOn' | 'rightsFirstDay' | 'rightsLastDay')
  readonly editing: ProgrammeEditing
  readonly extra?: ReactNode
}

/** A day of Beijing's calendar. One that is typed in part counts as none until `tellHalfTyped` says so at the save. */
export const DayField = ({ name, editing, extra }: Props): ReactNode => (
  <FormField name={name} editing={editing} extra={extra}>
    <Input
      id={fieldId(name)}
      type="date"
      min="1947-01-01"
      max="2999-12-31"
      value={editing.form[name]}
      onChange={({ target }) => editing.change({ [name]: target.value } satisfies Partial<ProgrammeForm>)}
    />
  </FormField>
)
