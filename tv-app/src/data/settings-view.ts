import { LOCALE_NAMES, type Locale, type LocalText, type RegionCode } from '@ulan/contract'
import { type Look, TEXT_SIZES } from '../look.ts'
import type { Say } from '../text/strings.ts'
import { CAPTION_ORDER, type CaptionChoice } from './caption-choice.ts'
import type { RegionView } from './region-choice.ts'
import { SOUND_ORDER, type SoundChoice } from './sound-choice.ts'

/** How this television is set. */
export type TvSettings = {
  readonly locale: Locale
  /** Languages there are to choose from. */
  readonly languages: readonly Locale[]
  readonly captions: CaptionChoice
  readonly sound: SoundChoice
  readonly look: Look
  /** Undefined where this box can say nothing. */
  readonly reading: 'on' | 'off' | undefined
  /** Minutes until the evening ends; 0 for no end. */
  readonly sleepMinutes: number
  /** Regions to choose from; none as long as they are not known. */
  readonly regions: readonly RegionView[]
  readonly region: RegionCode | undefined
  readonly isForKids: boolean
}
/** A change that a viewer makes, or a page that a setting leads to. */
export type SettingWish =
  | { readonly kind: 'locale'; readonly locale: Locale }
  | { readonly kind: 'captions'; readonly choice: CaptionChoice }
  | { readonly kind: 'sound'; readonly choice: SoundChoice }
  | { readonly kind: 'look'; readonly look: Look }
  | { readonly kind: 'read-aloud' }
  | { readonly kind: 'sleep'; readonly minutes: number }
  | { readonly kind: 'region'; readonly code: RegionCode | undefined }
  | { readonly kind: 'kids' }
  | { readonly kind: 'about' }

export type SettingRow = {
  readonly ref: 'Language' | 'Captions' | 'Sound' | 'TextSize' | 'Contrast' | 'Reading' | 'Sleep' | 'Region' | 'Kids' | 'About'
  readonly label: LocalText
  readonly value: LocalText
  /** What each arrow would do; undefined where there is nothing on that side. */
  readonly before: SettingWish | undefined
  readonly after: SettingWish | undefined
  /** What OK does: the next one, round and round. */
  readonly press: SettingWish
}

const SLEEP_MINUTES = [0, 15, 30, 60, 90] as const

/** The settings, one under the other, with what each is now and what may come of it. */
export function settingRows(settings: TvSettings, say: Say): readonly SettingRow[] {
  const { locale, languages, captions, sound, reading, sleepMinutes } = settings
  const sleepText = sleepMinutes === 0 ? say('settings:sleepNever') : say('settings:sleepIn', { minutes: sleepMinutes })
  const captionsText = captions === 'off' ? say('settings:off') : say(`player:subtitleSize.${captions}`)
  return [
    {
      ref: 'Language',
      label: say('player:language'),
      value: { text: LOCALE_NAMES[locale], locale },
      ...steps(languages, locale, (next) => ({ kind: 'locale', locale: next })),
    },
    {
      ref: 'Captions',
      label: say('player:subtitles'),
      value: captionsText,
      ...steps(CAPTION_ORDER, captions, (choice) => ({ kind: 'captions', choice })),
    },
    {
      ref: 'Sound',
      label: say('player:audio'),
      value: say(`settings:sounds.${sound}`),
      ...steps(SOUND_ORDER, sound, (choice) => ({ kind: 'sound', choice })),
    },
    ...lookRows(settings.look, say),
    ...(reading === undefined ? [] : [readingRow(reading, say)]),
    {
      ref: 'Sleep',
      label: say('settings:sleep'),
      value: sleepText,
      ...steps(SLEEP_MINUTES, sleepMinutes, (minutes) => ({ kind: 'sleep', minutes })),
    },
    ...(settings.regions.length === 0 ? [] : [regionRow(settings, say)]),
    pageRow('Kids', { label: say('settings:kids'), value: say(`settings:${settings.isForKids ? 'on' : 'off'}`) }, { kind: 'kids' }),
    pageRow('About', { label: say('settings:about'), value: say('settings:aboutHint') }, { kind: 'about' }),
  ]
}

/** One that OK opens a page of. */
const pageRow = (ref: SettingRow['ref'], texts: Pick<SettingRow, 'label' | 'value'>, press: SettingWish): SettingRow => ({
  ref,
  ...texts,
  before: undefined,
  after: undefined,
  press,
})

function lookRows(look: Look, say: Say): readonly SettingRow[] {
  const { textSize, isHighContrast } = look
  return [
    {
      ref: 'TextSize',
      label: say('settings:textSize'),
      value: say(`settings:textSizes.${textSize}`),
      ...steps(TEXT_SIZES, textSize, (size) => ({ kind: 'look', look: { ...look, textSize: size } })),
    },
    {
      ref: 'Contrast',
      label: say('settings:contrast'),
      value: say(isHighContrast ? 'settings:on' : 'settings:off'),
      ...steps([false, true], isHighContrast, (isHigh) => ({ kind: 'look', look: { ...look, isHighContrast: isHigh } })),
    },
  ]
}

function regionRow({ regions, region }: TvSettings, say: Say): SettingRow {
  const codes = [undefined, ...regions.map(({ code }) => code)]
  return {
    ref: 'Region',
    label: say('settings:region'),
    value: regions.find(({ code }) => code === region)?.name ?? say('settings:anywhere'),
    ...steps(codes, region, (code) => ({ kind: 'region', code })),
  }
}

function readingRow(reading: 'on' | 'off', say: Say): SettingRow {
  const wish = { kind: 'read-aloud' } as const
  const [before, after] = reading === 'on' ? [wish, undefined] : [undefined, wish]
  return { ref: 'Reading', label: say('settings:readAloud'), value: say(`settings:${reading}`), before, after, press: wish }
}

/** The values beside this one, as wishes. */
function steps<T>(values: readonly T[], now: T, wish: (value: T) => SettingWish): Pick<SettingRow, 'before' | 'after' | 'press'> {
  const at = values.indexOf(now)
  const wishes = values.map(wish)
  return { before: wishes[at - 1], after: wishes[at + 1], press: wishes[(at + 1) % wishes.length] ?? wish(now) }
}
