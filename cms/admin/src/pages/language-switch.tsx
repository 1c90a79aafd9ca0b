import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { changeShellLocale, type ShellLocale } from '../i18n.ts'
import { useNewsroom } from '../newsroom.ts'

/** Each language names itself, so that whoever landed in the wrong one finds the way back. */
export const LanguageSwitch = (): ReactNode => {
  const { t, i18n } = useTranslation()
  const { store } = useNewsroom()
  return (
    <Segmented<ShellLocale>
      aria-label={t('language')}
      value={i18n.language === 'mn-Mong' ? 'mn-Mong' : 'zh-Hans'}
      onChange={(locale) => void changeShellLocale(i18n, store, locale)}
      options={[
        { value: 'zh-Hans', label: t('lang.zh', { ns: 'common', lng: 'zh-Hans' }) },
        { value: 'mn-Mong', label: <span lang="mn-Mong">{t('lang.mnMong', { ns: 'common', lng: 'mn-Mong' })}</span> },
      ]}
    />
  )
}
