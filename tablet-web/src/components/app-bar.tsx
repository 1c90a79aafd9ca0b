import { isVertical, LOCALE_NAMES, type Locale, type LocalText } from '@ulan/contract'
import type { ReactElement, ReactNode } from 'react'
import { SPOKEN } from '../platform/spoken-text.ts'
import { IconButton, IconLink } from './action.tsx'
import { Text } from './text.tsx'

/** All languages side by side: one tap changes the whole screen. */
export function LanguageSwitch(props: {
  readonly label: LocalText
  readonly offered: readonly Locale[]
  readonly chosen: Locale
  readonly onChoose: (locale: Locale) => void
}): ReactElement {
  return (
    <fieldset className="languages" aria-label={props.label.text}>
      {props.offered.map((locale) => (
        <button
          key={locale}
          type="button"
          className="language"
          aria-pressed={locale === props.chosen}
          onClick={() => props.onChoose(locale)}
        >
          <span lang={locale} className={isVertical(locale) ? 'language-column' : 'language-row'}>
            {LOCALE_NAMES[locale]}
          </span>
        </button>
      ))}
    </fieldset>
  )
}

export type AppBarProps = {
  readonly brand: LocalText
  readonly languageLabel: LocalText
  readonly offered: readonly Locale[]
  readonly locale: Locale
  readonly onChooseLocale: (locale: Locale) => void
  readonly lightLabel: LocalText
  readonly isSunny: boolean
  readonly onToggleLight: () => void
  /** Absent where the tablet has no voice. */
  readonly reading?: { readonly label: LocalText; readonly isOn: boolean; readonly onToggle: () => void }
  /** Absent on the home screen. */
  readonly back?: { readonly label: LocalText; readonly onPress: () => void }
  /** Absent where the search is. */
  readonly search?: { readonly label: LocalText; readonly href: string }
  readonly offline?: LocalText
  readonly children?: ReactNode
}

/** The bar of every screen: at the head of a horizontal page, at the left edge of a vertical one. */
export function AppBar(props: AppBarProps): ReactElement {
  return (
    <header className={['bar', props.offline && 'bar-offline', props.reading && 'bar-reading'].filter(Boolean).join(' ')}>
      {props.back === undefined ? (
        <a className="brand" href="#/">
          <BrandSign />
          <Text value={props.brand} className="brand-name" />
        </a>
      ) : (
        <IconButton className="bar-back" label={props.back.label} icon="back" onPress={props.back.onPress} />
      )}
      <div className="bar-middle">{props.children}</div>
      {props.offline !== undefined && (
        <span className="offline-mark" {...SPOKEN}>
          <Text value={props.offline} />
        </span>
      )}
      {props.search !== undefined && <IconLink icon="search" {...props.search} />}
      {props.reading !== undefined && (
        <IconButton
          className="read-button"
          label={props.reading.label}
          icon="speaker"
          isPressed={props.reading.isOn}
          onPress={props.reading.onToggle}
        />
      )}
      <LanguageSwitch label={props.languageLabel} offered={props.offered} chosen={props.locale} onChoose={props.onChooseLocale} />
      <IconButton className="light-button" label={props.lightLabel} icon="sun" isPressed={props.isSunny} onPress={props.onToggleLight} />
    </header>
  )
}

/** A yurt under the sun with the scales of the law as its roof ring. */
function BrandSign(): ReactElement {
  return (
    <svg className="brand-sign" viewBox="0 0 48 48" aria-hidden="true">
      <circle cx="24" cy="24" r="23" className="sign-ground" />
      <path d="M10 34v-9c0-2 8-9 14-9s14 7 14 9v9z" className="sign-yurt" />
      <path d="M20.500 34v-7.500h7V34z" className="sign-door" />
      <path d="M24 6.500v7M17.500 9.500h13M17.500 9.500l-2.500 4h5zM30.500 9.500l-2.500 4h5z" className="sign-scales" />
      <path d="M6 34.500c10-2.500 26-2.500 36 0" className="sign-line" />
    </svg>
  )
}
