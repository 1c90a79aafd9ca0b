import { isLocale, LOCALES, SOUND_LANGUAGES, type SoundLanguage } from '@ulan/contract'
import { useTranslation } from 'react-i18next'
import type { Choice } from '../data/choices.ts'
import type { TrackKind, TrackLanguage } from '../data/track-file.ts'
import { useRungWords } from './use-rung-words.ts'

type TrackWords = {
  /** A sound has a spoken language, subtitles a written one. */
  readonly language: (tag: string) => string
  readonly spoken: readonly Choice<SoundLanguage>[]
  readonly choices: (kind: TrackKind) => readonly Choice<TrackLanguage>[]
  /** `汉语、蒙古语`. */
  readonly list: (tags: readonly string[]) => string
}

/** Sounds and subtitles in the words of the newsroom. */
export function useTrackWords(): TrackWords {
  const { t } = useTranslation()
  const { language: spokenName } = useRungWords()
  const language = (tag: string): string => (isLocale(tag) ? t(`tracks.written.${tag}`) : spokenName(tag))
  const choice = <Tag extends TrackLanguage>(value: Tag): Choice<Tag> => ({ value, label: language(value) })
  const spoken = SOUND_LANGUAGES.map(choice)
  return {
    language,
    spoken,
    choices: (kind) => (kind === 'audio' ? spoken : LOCALES.map(choice)),
    list: (tags) => (tags.length === 0 ? t('tracks.none') : tags.map(language).join(t('tracks.separator'))),
  }
}
