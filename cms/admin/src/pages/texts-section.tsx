import { Card, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnField } from '../components/column-field.tsx'
import { FormField, fieldId } from './form-field.tsx'
import { useLanguages } from './use-languages.ts'
import type { ProgrammeEditing } from './use-programme-edit.ts'

/** Title and synopsis, Chinese and Cyrillic in lines, traditional Mongolian in columns beside them. */
export const TextsSection = ({ editing }: { readonly editing: ProgrammeEditing }): ReactNode => {
  const { t } = useTranslation()
  const { form, change, errors } = editing
  const { offered, required } = useLanguages()
  const hasCyrillic = offered.includes('mn-Cyrl') || form.titleCyrillic + form.synopsisCyrillic !== ''
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
          {hasCyrillic ? (
            <FormField name="titleCyrillic" editing={editing} isRequired={required.includes('mn-Cyrl')}>
              <Input
                id={fieldId('titleCyrillic')}
                lang="mn-Cyrl"
                maxLength={200}
                value={form.titleCyrillic}
                onChange={(event) => change({ titleCyrillic: event.target.value })}
              />
            </FormField>
          ) : null}
          <FormField name="synopsisChinese" editing={editing}>
            <Input.TextArea
              id={fieldId('synopsisChinese')}
              rows={8}
              maxLength={4000}
              value={form.synopsisChinese}
              onChange={(event) => change({ synopsisChinese: event.target.value })}
            />
          </FormField>
          {hasCyrillic ? (
            <FormField name="synopsisCyrillic" editing={editing}>
              <Input.TextArea
                id={fieldId('synopsisCyrillic')}
                lang="mn-Cyrl"
                rows={4}
                maxLength={4000}
                value={form.synopsisCyrillic}
                onChange={(event) => change({ synopsisCyrillic: event.target.value })}
              />
            </FormField>
          ) : null}
        </div>
        <FormField name="titleMongolian" editing={editing} isRequired={required.includes('mn-Mong')} className="column-cell">
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
