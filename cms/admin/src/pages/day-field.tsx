import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import type { FieldName, ProgrammeForm } from '../form/programme-form.ts'
import { FormField, fieldId } from './form-field.tsx'
import type { ProgrammeEditing } from './use-programme-edit.ts'

type Props = {
  readonly name: FieldName & ('performedOn' | 'rightsFirstDay' | 'rightsLastDay')
  readonly editing: ProgrammeEditing
  readonly extra?: ReactNode
}

/** A day of Beijing's calendar. One that is typed in part changes nothing yet, and `tellHalfTyped` says so at the save. */
export const DayField = ({ name, editing, extra }: Props): ReactNode => {
  const [isHalf, setHalf] = useState(false)
  const kept = editing.form[name]
  const take = ({ validity, value }: HTMLInputElement): void => {
    setHalf(validity.badInput)
    if (!validity.badInput && value !== kept) editing.change({ [name]: value } satisfies Partial<ProgrammeForm>)
  }
  return (
    <FormField name={name} editing={editing} extra={extra}>
      <Input
        id={fieldId(name)}
        type="date"
        min="1947-01-01"
        max="2999-12-31"
        // Anything else than what the browser makes of half a day would take the half away.
        value={isHalf ? '' : kept}
        onChange={({ target }) => take(target)}
        // From half a day to none the text stays the same, and browsers tell of no change.
        onKeyUp={({ currentTarget }) => take(currentTarget)}
        onBlur={({ currentTarget }) => take(currentTarget)}
      />
    </FormField>
  )
}
