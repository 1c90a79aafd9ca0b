import { Form } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldName } from '../form/programme-form.ts'
import { useProblemText } from './use-problem-text.ts'
import type { ProgrammeEditing } from './use-programme-edit.ts'

type Props = {
  readonly name: FieldName
  readonly editing: ProgrammeEditing
  readonly isRequired?: boolean
  readonly className?: string
  readonly extra?: ReactNode
  readonly children: ReactNode
}

/** The id under which a field's label finds its control. */
export const fieldId = (name: FieldName): string => `field-${name}`

/** Label, control, and beneath it what the server or another editor said about it. */
export const FormField = ({ name, editing, isRequired = false, className, extra, children }: Props): ReactNode => {
  const { t } = useTranslation()
  const { ofField } = useProblemText()
  const error = editing.errors[name]
  const hasConflict = editing.conflicts.includes(name)
  const help = error !== undefined ? ofField(error) : hasConflict ? t('conflict.field') : undefined
  return (
    <Form.Item
      label={t(`field.${name}`)}
      htmlFor={fieldId(name)}
      required={isRequired}
      validateStatus={error !== undefined ? 'error' : hasConflict ? 'warning' : ''}
      {...(help === undefined ? {} : { help })}
      {...(className === undefined ? {} : { className })}
      extra={extra}
    >
      {children}
    </Form.Item>
  )
}
