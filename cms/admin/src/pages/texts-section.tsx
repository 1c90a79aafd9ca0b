import { Card, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnField } from '../components/column-field.tsx'
import { FormField, fieldId } from './form-field.tsx'
import type { ProgrammeEditing } from './use-programme-edit.ts'

/** Title and synopsis, Chinese in lines and Mongolian in columns side by side. */
export const TextsSection = ({ editing }: { readonly editing: ProgrammeEditing }): ReactNode => {
  const { t } = useTranslation()
  const { form, change, errors } = editing
  return (
    <Card title={t('section.texts')}>
      <div className="texts">
        <div>
          <FormField name="titleChinese" editing={editing} isRequired>
            <Input
              id={fieldId('titleChinese')}
              size="large"
              maxLength={200}
              value={form.titleChinese}
              onChange={(event) => change({ titleChinese: event.target.value })}
            />
          </FormField>
          <FormField name="synopsisChinese" editing={editing}>
            <Input.TextArea
              id={fieldId('synopsisChinese')}
              rows={8}
              maxLength={4000}
              value={form.synopsisChinese}
              onChange={(event) => change({ synopsisChinese: event.target.value })}
            />
          </FormField>
        </div>
        <FormField name="titleMongolian" editing={editing} className="column-cell">
          <ColumnField
            id={fieldId('titleMongolian')}
            label={t('field.titleMongolian')}
            value={form.titleMongolian}
            isInvalid={errors.titleMongolian !== undefined}
            isOneColumn
            onChange={(titleMongolian) => change({ titleMongolian })}
          />
        </FormField>
        <FormField name="synopsisMongolian" editing={editing} className="column-cell">
          <ColumnField
            id={fieldId('synopsisMongolian')}
            label={t('field.synopsisMongolian')}
            value={form.synopsisMongolian}
            isInvalid={errors.synopsisMongolian !== undefined}
            isOneColumn={false}
            onChange={(synopsisMongolian) => change({ synopsisMongolian })}
          />
        </FormField>
      </div>
    </Card>
  )
}
