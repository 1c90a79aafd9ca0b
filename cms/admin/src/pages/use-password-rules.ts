import { LEAST_PASSWORD_CHARACTERS } from '@ulan/contract'
import { useTranslation } from 'react-i18next'

type Rule = { readonly required: true; readonly message: string } | { readonly min: number; readonly message: string }

/** What a form asks of a password before the server does, in the same words. */
export function usePasswordRules(): { readonly required: Rule; readonly longEnough: Rule } {
  const { t } = useTranslation(['admin', 'problem'])
  const min = LEAST_PASSWORD_CHARACTERS
  return {
    required: { required: true, message: t('fields.required', { ns: 'problem' }) },
    longEnough: { min, message: t('fields.too-short', { ns: 'problem', min }) },
  }
}
