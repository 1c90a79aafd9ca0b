import { Card, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnField } from '../components/column-field.tsx'
import { CreditList } from './credit-list.tsx'
import { DayField } from './day-field.tsx'
import { FormField, fieldId } from './form-field.tsx'
import { useLanguages } from './use-languages.ts'
import type { ProgrammeEditing } from './use-programme-edit.ts'

/** When and where it was performed, and by whom it was made: as it stands on a programme sheet. */
export const FactsSection = ({ editing }: { readonly editing: ProgrammeEditing }): ReactNode => {
  const { t } = useTranslation()
  const { form, change, errors } = editing
  const { offered } = useLanguages()
  // Also what is there of a language that is not offered, and stays while it is written anew.
  const [found] = useState({
    cyrillic: form.credits.some(({ cyrillic }) => cyrillic !== '') || form.venueCyrillic !== '',
    mongolian: form.credits.some(({ mongolian }) => mongolian !== '') || form.venueMongolian !== '',
  })
  const has = { cyrillic: found.cyrillic || offered.includes('mn-Cyrl'), mongolian: found.mongolian || offered.includes('mn-Mong') }
  return (
    <Card title={t('section.facts')}>
      <div className="facts">
        <div className="facts-lines">
          <DayField name="performedOn" editing={editing} />
          <FormField name="venueChinese" editing={editing}>
            <Input
              id={fieldId('venueChinese')}
              maxLength={300}
              value={form.venueChinese}
              onChange={({ target }) => change({ venueChinese: target.value })}
            />
          </FormField>
          {has.cyrillic ? (
            <FormField name="venueCyrillic" editing={editing}>
              <Input
                id={fieldId('venueCyrillic')}
                lang="mn-Cyrl"
                maxLength={300}
                value={form.venueCyrillic}
                onChange={({ target }) => change({ venueCyrillic: target.value })}
              />
            </FormField>
          ) : null}
        </div>
        {has.mongolian ? (
          <FormField name="venueMongolian" editing={editing} className="column-cell">
            <ColumnField
              id={fieldId('venueMongolian')}
              label={t('field.venueMongolian')}
              value={form.venueMongolian}
              isInvalid={errors.venueMongolian !== undefined}
              isOneColumn
              maxLength={300}
              onChange={(venueMongolian) => change({ venueMongolian })}
            />
          </FormField>
        ) : null}
      </div>
      <CreditList editing={editing} has={has} />
    </Card>
  )
}
