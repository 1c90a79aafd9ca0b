import type { Locale, NewTrack, SoundLanguage } from '@ulan/contract'

/** A sound of its own, or subtitles. */
export type TrackKind = NewTrack['kind']
export type TrackLanguage = SoundLanguage | Locale

const ENDINGS = {
  audio: ['wav', 'mp3', 'flac', 'ogg', 'm4a', 'aac', 'mka'],
  cues: ['srt', 'vtt', 'ass', 'ssa', 'ttml', 'xml', 'dfxp'],
} as const

/** For a file chooser. */
export const TRACK_ENDINGS = [...ENDINGS.audio, ...ENDINGS.cues].map((ending) => `.${ending}`).join(',')

/** What a file can be added as, by its ending; undefined = as nothing. The server looks into it. */
export function trackKind(fileName: string): TrackKind | undefined {
  const ending = /\.([^.]+)$/.exec(fileName.toLowerCase())?.[1]
  const isOne = (endings: readonly string[]): boolean => endings.some((known) => known === ending)
  if (isOne(ENDINGS.audio)) return 'audio'
  return isOne(ENDINGS.cues) ? 'cues' : undefined
}

const word = (words: string): RegExp => new RegExp(`(?<!\\p{Script=Latin})(?:${words})(?!\\p{Script=Latin})`, 'u')

/** Words that name a language, in Chinese file names and those of subtitle tools. */
const HINTS = [
  ['mn', /蒙|[\u1820-\u18aa]|[а-яөү]/, word('mn|mon|mvf|mong|mongol|mongolian|menggu|mengyu')],
  ['zh', /中(?![国央心共华间午小学级])|汉|普通话|国语/, word('zh|zho|chi|cmn|chs|sc|cn|hans|chinese|zhongwen|hanyu')],
  ['en', /英/, word('en|eng|english')],
] as const satisfies readonly (readonly [SoundLanguage, RegExp, RegExp])[]

/** Names of places and troupes that say nothing of a language. */
const NO_HINT = /内蒙古?|蒙古族|汉族|英雄|英模/g

const CYRILLIC = /[а-яөү]|cyrl|西里尔|斯拉夫|新蒙/

/** The language that a file's name speaks of; undefined when it names none, or more than one. A person checks it. */
export function guessLanguage(kind: TrackKind, fileName: string): TrackLanguage | undefined {
  const name = fileName
    .toLowerCase()
    .replace(/\.[^.]*$/, '')
    .replaceAll(NO_HINT, ' ')
  const [only, ...others] = HINTS.filter(([, signs, words]) => signs.test(name) || words.test(name)).map(([language]) => language)
  if (only === undefined || others.length > 0) return undefined
  if (kind === 'audio') return only
  if (only === 'mn') return CYRILLIC.test(name) ? 'mn-Cyrl' : 'mn-Mong'
  return only === 'zh' ? 'zh-Hans' : undefined
}
