import type { TranslatedLocale } from '@ulan/contract'
import type { ReactNode } from 'react'

type Props = { readonly locale: TranslatedLocale; readonly children: string }

/** A Mongolian text as its readers write it: in columns, or in lines for Cyrillic. */
export const TranslatedText = ({ locale, children }: Props): ReactNode => (
  <span lang={locale} className={locale === 'mn-Mong' ? 'column-text translated' : 'translated'}>
    {children}
  </span>
)
