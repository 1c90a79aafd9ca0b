import type { AssetId, Locale, PictureId, ProgrammeContent, ProgrammeVersion } from '@ulan/contract'
import { diffArrays } from 'diff'
import type { CreditRow } from '../form/credit-rows.ts'
import { changedFields, type FieldName, formOf, type ProgrammeForm } from '../form/programme-form.ts'

/** A stretch of a text, and whether both have it. */
export type TextPart = { readonly text: string; readonly side: 'both' | 'before' | 'after' }

/** The picture that was chosen, or else the one of the film. */
export type Poster = { readonly pictureId?: PictureId | undefined; readonly assetId?: AssetId | undefined }

/** A field in which two contents differ: a text with what went and what came, or two values to be told in words. */
export type FieldDiff =
  | { readonly kind: 'text'; readonly name: TextField | CreditText; readonly locale: Locale; readonly parts: readonly TextPart[] }
  | {
      readonly kind: 'value'
      readonly name: Exclude<FieldName, TextField | 'pictureId'>
      readonly before: ProgrammeForm
      readonly after: ProgrammeForm
    }
  | { readonly kind: 'poster'; readonly before: Poster; readonly after: Poster }
  | { readonly kind: 'film'; readonly before: AssetId | undefined; readonly after: AssetId | undefined }

const LOCALE_OF_TEXT = {
  titleChinese: 'zh-Hans',
  titleMongolian: 'mn-Mong',
  titleCyrillic: 'mn-Cyrl',
  synopsisChinese: 'zh-Hans',
  synopsisMongolian: 'mn-Mong',
  synopsisCyrillic: 'mn-Cyrl',
  venueChinese: 'zh-Hans',
  venueMongolian: 'mn-Mong',
  venueCyrillic: 'mn-Cyrl',
} as const satisfies Partial<Record<FieldName, Locale>>
export type TextField = keyof typeof LOCALE_OF_TEXT

/** Names in the credits beside the Chinese ones: another script stands by itself. */
const CREDIT_TEXTS = [
  { name: 'creditsMongolian', locale: 'mn-Mong', of: ({ mongolian }: CreditRow) => mongolian },
  { name: 'creditsCyrillic', locale: 'mn-Cyrl', of: ({ cyrillic }: CreditRow) => cyrillic },
] as const
type CreditText = (typeof CREDIT_TEXTS)[number]['name']

const isText = (name: FieldName): name is TextField => name in LOCALE_OF_TEXT

/** What differs between two contents, in the order of the form; each language by itself. */
export function diffContents(before: ProgrammeContent, after: ProgrammeContent): readonly FieldDiff[] {
  const forms = { before: formOf(before), after: formOf(after) }
  const fields = changedFields(forms.before, forms.after).flatMap((name): readonly FieldDiff[] => {
    if (name === 'pictureId') return [{ kind: 'poster', before, after }]
    if (name === 'credits') return diffCredits(forms)
    if (!isText(name)) return [{ kind: 'value', name, ...forms }]
    const locale = LOCALE_OF_TEXT[name]
    return [{ kind: 'text', name, locale, parts: diffTexts(forms.before[name], forms.after[name], locale) }]
  })
  const film: FieldDiff = { kind: 'film', before: before.assetId, after: after.assetId }
  return film.before === film.after ? fields : [...fields, film]
}

type Forms = { readonly before: ProgrammeForm; readonly after: ProgrammeForm }

function diffCredits(forms: Forms): readonly FieldDiff[] {
  const chinese = ({ credits }: ProgrammeForm): string => JSON.stringify(credits.map((row) => [row.role, row.chinese]))
  const lines: readonly FieldDiff[] = chinese(forms.before) === chinese(forms.after) ? [] : [{ kind: 'value', name: 'credits', ...forms }]
  const texts = CREDIT_TEXTS.flatMap(({ name, locale, of }): readonly FieldDiff[] => {
    // By their lines: a name that stands with another role is another credit.
    const namesOf = ({ credits }: ProgrammeForm): string => (credits.some((row) => of(row) !== '') ? credits.map(of).join('\n') : '')
    const [before, after] = [namesOf(forms.before), namesOf(forms.after)]
    return before === after ? [] : [{ kind: 'text', name, locale, parts: diffTexts(before, after, locale) }]
  })
  return [...lines, ...texts]
}

const WORDS = new Intl.Segmenter('zh-Hans', { granularity: 'word' })

/**
 * Words of a text with what stands between them. Mongolian is parted at spaces alone: a letter's shape depends on its
 * neighbours, and a suffix belongs to its word.
 */
const wordsOf = (text: string, locale: Locale): string[] =>
  locale === 'zh-Hans' ? [...WORDS.segment(text)].map(({ segment }) => segment) : text.split(/([ \n])/)

/** What of a text went, what came and what stayed, in the order of reading. */
export function diffTexts(before: string, after: string, locale: Locale): readonly TextPart[] {
  return diffArrays(wordsOf(before, locale), wordsOf(after, locale)).flatMap(({ value, added, removed }) => {
    const text = value.join('')
    return text === '' ? [] : [{ text, side: added ? 'after' : removed ? 'before' : 'both' } as const]
  })
}

/** The version before one, to tell what that brought. */
export const versionBefore = (versions: readonly ProgrammeVersion[], number: number): ProgrammeVersion | undefined =>
  versions.find((version) => version.number < number)
