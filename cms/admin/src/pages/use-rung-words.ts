import { useTranslation } from 'react-i18next'
import { estimateOf, remainingOf } from '../data/remaining.ts'
import type { RungLabel } from '../data/rung-label.ts'
import type { RungWork } from '../data/rung-view.ts'

/** Languages of the sound that have a word of their own; the rest is named by the browser. */
const SPOKEN = ['zh', 'mn', 'en'] as const

type RungWords = {
  /** `高清`, `声音（汉语）`. */
  readonly name: (label: RungLabel) => string
  /** `高清 720p`, as it stands in a sentence. */
  readonly fullName: (label: RungLabel) => string
  readonly language: (tag: string | undefined) => string
  readonly left: (seconds: number) => string
  /** Who works on it, and since when it was not heard of. */
  readonly work: (work: RungWork) => string
}

/** Rungs in the words of the newsroom. */
export function useRungWords(): RungWords {
  const { t } = useTranslation()
  const language = (tag = ''): string => {
    const primary = tag.split('-')[0] ?? ''
    const own = SPOKEN.find((spoken) => spoken === primary)
    if (own !== undefined) return t(`spoken.${own}`)
    // Intl has no traditional Mongolian; Chinese stands in, as for every word that misses.
    const named = primary === '' || primary === 'und' ? undefined : nameOfLanguage(tag)
    return named ?? t('spoken.unknown')
  }
  const name = (label: RungLabel): string => {
    if (label.kind === 'picture') {
      const quality = t(`rung.quality.${label.quality}`)
      return label.extra === undefined ? quality : `${quality} ${label.extra}`
    }
    if (label.language === undefined) return t('rung.soundNew', { number: label.number })
    const values = { language: language(label.language), number: label.number }
    return label.number === 0 ? t('rung.sound', values) : t('rung.soundNumber', values)
  }
  const ago = (seconds: number): string => {
    const { unit, minutes } = remainingOf(seconds)
    return unit === 'seconds' ? t('rung.silentSeconds', { seconds }) : t('rung.silentMinutes', { minutes })
  }
  const left = (seconds: number): string => {
    const estimate = estimateOf(seconds)
    return t(`remaining.${estimate.unit}`, estimate)
  }
  const work = ({ hosts: all, secondsAgo: seconds, isSilent }: RungWork): string => {
    const hosts = all.join('、')
    if (isSilent) return t('rung.silent', { hosts, ago: ago(seconds) })
    return seconds < 2 ? t('rung.heardNow', { hosts }) : t('rung.heard', { hosts, seconds })
  }
  return {
    name,
    fullName: (label) => (label.kind === 'picture' ? `${name(label)} ${label.technical}` : name(label)),
    language,
    left,
    work,
  }
}

function nameOfLanguage(tag: string): string | undefined {
  try {
    return new Intl.DisplayNames(['zh-Hans'], { type: 'language', fallback: 'none' }).of(tag)
  } catch (error) {
    if (error instanceof RangeError) return undefined // no language tag at all: files carry all sorts
    throw error
  }
}
