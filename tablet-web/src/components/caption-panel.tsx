import { LOCALE_NAMES, type Locale, type LocalText } from '@ulan/contract'
import { CUE_SIZES, type CueSize, type Sound } from '@ulan/player'
import type { CSSProperties, ReactElement, ReactNode } from 'react'
import type { Words } from '../text/words.ts'
import { IconButton } from './action.tsx'
import { Text } from './text.tsx'

const SIZES = Object.keys(CUE_SIZES) as CueSize[] // keys of the record itself

type CaptionPanelProps = {
  readonly words: Words
  readonly tracks: readonly { readonly locale: Locale }[]
  readonly chosen: readonly Locale[]
  readonly size: CueSize
  readonly sounds: readonly Sound[]
  readonly soundLanguage: string | undefined
  readonly onToggle: (locale: Locale) => void
  readonly onResize: (size: CueSize) => void
  readonly onChooseSound: (language: string) => void
  readonly onClose: () => void
}

/** Subtitles, their size and the sound of a title; what it has no choice of is not shown. */
export function CaptionPanel(props: CaptionPanelProps): ReactElement {
  const { words, tracks, sounds } = props
  return (
    <div className="captions" role="dialog" aria-label={words('player:subtitles').text}>
      <IconButton className="captions-close" icon="wrong" label={words('common:action.close')} onPress={props.onClose} />
      {tracks.length > 0 && (
        <>
          <Group title={words('player:subtitles')}>
            {tracks.map(({ locale }) => (
              <Choice key={locale} isChosen={props.chosen.includes(locale)} onPress={() => props.onToggle(locale)}>
                <span lang={locale}>{LOCALE_NAMES[locale]}</span>
              </Choice>
            ))}
          </Group>
          <Group title={words('tablet:caption.size')}>
            {SIZES.map((size) => (
              <Choice
                key={size}
                label={words(`player:subtitleSize.${size}`)}
                isChosen={size === props.size}
                onPress={() => props.onResize(size)}
              >
                <span className="captions-sample" style={{ '--share': CUE_SIZES[size] } as CSSProperties}>
                  {words('tablet:caption.sample').text}
                </span>
              </Choice>
            ))}
          </Group>
        </>
      )}
      {sounds.length > 1 && (
        <Group title={words('player:audio')}>
          {sounds.map(({ language, name }) => (
            <Choice key={name} isChosen={language === props.soundLanguage} onPress={() => props.onChooseSound(language)}>
              {name}
            </Choice>
          ))}
        </Group>
      )}
    </div>
  )
}

function Group({ title, children }: { readonly title: LocalText; readonly children: ReactNode }): ReactElement {
  return (
    <fieldset className="captions-group" aria-label={title.text}>
      <Text value={title} className="captions-title" />
      <div className="captions-choices">{children}</div>
    </fieldset>
  )
}

function Choice(props: {
  readonly isChosen: boolean
  readonly label?: LocalText
  readonly onPress: () => void
  readonly children: ReactNode
}): ReactElement {
  return (
    <button type="button" className="captions-choice" aria-pressed={props.isChosen} aria-label={props.label?.text} onClick={props.onPress}>
      {props.children}
    </button>
  )
}
