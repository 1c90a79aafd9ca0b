import { LOCALE_NAMES } from '@ulan/contract'
import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StandingWords } from '../components/standing-words.tsx'
import { changeShellLocale, type ShellLocale } from '../i18n.ts'
import { useNewsroom } from '../newsroom.ts'

/** Each language names itself, so that whoever landed in the wrong one finds the way back. */
export const LanguageSwitch = (): ReactNode => {
  const { t, i18n } = useTranslation()
  const { store } = useNewsroom()
  return (
    <Segmented<ShellLocale>
      className="language-switch"
      aria-label={t('language')}
      value={i18n.language === 'mn-Mong' ? 'mn-Mong' : 'zh-Hans'}
      onChange={(locale) => void changeShellLocale(i18n, store, locale)}
      options={[
        { value: 'zh-Hans', label: LOCALE_NAMES['zh-Hans'] },
        { value: 'mn-Mong', label: <StandingWords>{LOCALE_NAMES['mn-Mong']}</StandingWords> },
      ]}
    />
  )
}
