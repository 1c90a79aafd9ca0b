import { type FormatWords, formatDuration, type Locale, type LocalText } from '@ulan/contract'
import type { Spoken } from './announcement.ts'

/** One piece for a voice: one language, short enough that no engine falls silent in the middle. */
export type Utterance = { readonly text: string; readonly locale: Locale }

/** Voices over the network stop after about 15 s (Chromium issue 679437); Chinese is read at 4 to 5 characters a second. */
const LONGEST_CHARACTERS = 60
/** Up to the end of a sentence or clause, with what closes it. */
const CLAUSE = /[^。！？；：，、!?;,.᠂᠃\n]*(?:[。！？；：，、!?;,.᠂᠃\n]+[”’」』）》)]*|$)/g
/** Lengths and places in a film; read as they are written they would be times of day. */
const CLOCK = /(^|[^\d:])(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?![\d:])/g

/**
 * Anything but spaces and signs. By ranges: a class of all letters would take 4 kB of the build for old engines, and a sign more
 * or less that is handed to a voice is not heard.
 */
const SOUNDED = /[^\s!-/:-@[-`{-\u00bf\u1800-\u180a\u2000-\u206f\u3000-\u303f\uff00-\uff0f]/

/** Texts as a voice is to read them: clocks in words, each language by itself, in pieces of a breath or two. */
export function utterancesOf(spoken: Spoken, wordsIn: (locale: Locale) => FormatWords): readonly Utterance[] {
  const pieces = spoken.flatMap(({ text, locale }) => piecesOf(withoutClocks({ text, locale }, wordsIn(locale)), locale))
  return pieces.filter(({ text }) => SOUNDED.test(text))
}

function withoutClocks({ text }: LocalText, words: FormatWords): string {
  return text.replace(CLOCK, (_, before: string, hours: string | undefined, minutes: string, seconds: string) => {
    const total = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)
    return before + formatDuration(total, words).text
  })
}

function piecesOf(text: string, locale: Locale): Utterance[] {
  const pieces: string[] = []
  let piece = ''
  for (const clause of clausesOf(text)) {
    if (piece !== '' && piece.length + clause.length > LONGEST_CHARACTERS) {
      pieces.push(piece)
      piece = ''
    }
    piece += clause
  }
  return [...pieces, piece].map((one) => ({ text: one.replace(/^\s+|\s+$/g, ''), locale }))
}

/** The text cut after each of its signs; nothing of it is lost. */
function clausesOf(text: string): string[] {
  return text.match(CLAUSE) ?? []
}

/** A voice as platforms name it: a BCP 47 tag, sometimes with `_` for `-`. */
export type Voice = { readonly lang: string; readonly localService: boolean }

/**
 * The voice for a language, undefined where the platform has none. A Cyrillic voice cannot read traditional script, so that
 * each script asks for its own tag; Cantonese does not stand in for Mandarin. A voice of the device goes before one of the network.
 */
export function voiceFor<V extends Voice>(locale: Locale, voices: readonly V[]): V | undefined {
  const fitting = voices.filter(({ lang }) => FITTING[locale].test(lang.replace(/_/g, '-')))
  return fitting.find(({ localService }) => localService) ?? fitting[0]
}

const FITTING: Readonly<Record<Locale, RegExp>> = {
  'zh-Hans': /^(?:cmn|zh(?!-(?:yue|HK|MO)\b))(?:-|$)/i,
  'mn-Mong': /^(?:mvf(?:-|$)|mn-(?:Mong|CN)(?:-|$))/i,
  'mn-Cyrl': /^(?:khk(?:-|$)|mn(?:$|-(?:Cyrl|MN)(?:-|$)))/i,
}
