import { LOCALES } from '../locale/locale.ts'
import type { FieldProblem } from '../problem/problem-schema.ts'
import type { Credit } from './credit.ts'

/** What is wrong with credits beyond the shape of their members: lines that name nobody in any language. */
export const creditProblems = (credits: readonly Credit[]): FieldProblem[] =>
  credits.flatMap(({ names }, index) =>
    LOCALES.some((locale) => (names[locale] ?? '').trim() !== '') ? [] : [{ path: `credits.${String(index)}.names`, code: 'required' }],
  )
