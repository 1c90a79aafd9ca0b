import mnCyrl from '../../locales/mn-Cyrl/problem.json' with { type: 'json' }
import mnMong from '../../locales/mn-Mong/problem.json' with { type: 'json' }
import zhHans from '../../locales/zh-Hans/problem.json' with { type: 'json' }
import { BASE_LOCALE, type Locale, localeFromTags } from '../locale/locale.ts'
import type { FieldProblem } from './problem-schema.ts'
import type { ProblemName } from './problem-types.ts'

type Texts = { readonly [name: string]: string | { readonly [code: string]: string } }
const TEXTS: { readonly [L in Locale]: Texts } = { 'zh-Hans': zhHans, 'mn-Mong': mnMong, 'mn-Cyrl': mnCyrl }

/** The reader's locale by the weights of `Accept-Language`. */
export function localeOfHeader(header: string | undefined): Locale {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().split(';')
    const quality = parameters.map((one) => one.trim()).find((one) => one.startsWith('q='))
    return { tag: tag.trim(), weight: quality === undefined ? 1 : Number(quality.slice(2)) || 0 }
  })
  const tags = wishes.filter((wish) => wish.weight > 0 && wish.tag !== '').sort((a, b) => b.weight - a.weight)
  return localeFromTags(tags.map((wish) => wish.tag))
}

/** The sentence for a problem, in the locale or else in Chinese. */
export function problemSentence(name: ProblemName, locale: Locale): string {
  const own = TEXTS[locale][name]
  if (typeof own === 'string' && own !== '') return own
  const base = TEXTS[BASE_LOCALE][name]
  return typeof base === 'string' ? base : ''
}

/** The sentence for one field's problem, with its numbers filled in. */
export function fieldSentence(problem: FieldProblem, locale: Locale): string {
  const find = (texts: Texts): string | undefined => {
    const fields = texts['fields']
    return typeof fields === 'object' ? fields[problem.code] : undefined
  }
  const sentence = find(TEXTS[locale]) || find(TEXTS[BASE_LOCALE]) || ''
  return sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(problem.params?.[name] ?? whole))
}
