import mnCyrl from '../../locales/mn-Cyrl/problem.json' with { type: 'json' }
import mnMong from '../../locales/mn-Mong/problem.json' with { type: 'json' }
import zhHans from '../../locales/zh-Hans/problem.json' with { type: 'json' }
import { BASE_LOCALE, type Locale, localeFromTags } from '../locale/locale.ts'
import { ENGLISH, ENGLISH_FIELDS } from './problem-english.ts'
import type { FieldProblem } from './problem-schema.ts'
import type { ProblemName } from './problem-types.ts'

type Texts = { readonly [name: string]: string | { readonly [code: string]: string } }
/** What a problem can be worded in: English too, which is no locale of the product, for whoever writes programs for its API. */
export type ProblemLanguage = Locale | 'en'
const TEXTS: { readonly [L in ProblemLanguage]: Texts } = {
  'zh-Hans': zhHans,
  'mn-Mong': mnMong,
  'mn-Cyrl': mnCyrl,
  en: { ...ENGLISH, fields: ENGLISH_FIELDS },
}

/** Tags of `Accept-Language` that are wanted at all, the most wanted first. */
function tagsOfHeader(header: string | undefined): readonly string[] {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().split(';')
    const quality = parameters.map((one) => one.trim()).find((one) => one.startsWith('q='))
    return { tag: tag.trim(), weight: quality === undefined ? 1 : Number(quality.slice(2)) || 0 }
  })
  const tags = wishes.filter((wish) => wish.weight > 0 && wish.tag !== '').sort((a, b) => b.weight - a.weight)
  return tags.map((wish) => wish.tag)
}

/** The reader's locale by the weights of `Accept-Language`. */
export const localeOfHeader = (header: string | undefined): Locale => localeFromTags(tagsOfHeader(header))

/** The language for problems (RFC 9457 has `title` follow the request): English when that is wanted before all that we speak. */
export function problemLanguageOfHeader(header: string | undefined): ProblemLanguage {
  const tags = tagsOfHeader(header)
  const first = tags.find((tag) => /^(en|zh|mn|mvf)(-|$)/i.test(tag))
  return first?.toLowerCase().startsWith('en') === true ? 'en' : localeFromTags(tags)
}

/** The sentence for a problem, in the language or else in Chinese. */
export function problemSentence(name: ProblemName, language: ProblemLanguage): string {
  const own = TEXTS[language][name]
  if (typeof own === 'string' && own !== '') return own
  const base = TEXTS[BASE_LOCALE][name]
  return typeof base === 'string' ? base : ''
}

/** The sentence for one field's problem, with its numbers filled in. */
export function fieldSentence(problem: FieldProblem, language: ProblemLanguage): string {
  const find = (texts: Texts): string | undefined => {
    const fields = texts['fields']
    return typeof fields === 'object' ? fields[problem.code] : undefined
  }
  const sentence = find(TEXTS[language]) || find(TEXTS[BASE_LOCALE]) || ''
  return sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(problem.params?.[name] ?? whole))
}
