import { BASE_LOCALE, isLocale, type Locale } from '@ulan/contract'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Words, wordsOf } from './words.ts'

/** The words of the chosen language; draws the screen anew when another one is chosen. For screens, not for components. */
export function useWords(): { readonly words: Words; readonly locale: Locale; readonly choose: (locale: Locale) => void } {
  const { i18n } = useTranslation()
  const locale = isLocale(i18n.language) ? i18n.language : BASE_LOCALE
  return useMemo(() => ({ words: wordsOf(i18n, locale), locale, choose: (next) => void i18n.changeLanguage(next) }), [i18n, locale])
}
