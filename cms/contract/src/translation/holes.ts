import type { FieldProblem } from '../problem/problem-schema.ts'

/** The only form of a hole that all clients fill: no spaces, no formats. */
const HOLE = /(?<!\{)\{\{\w+\}\}(?!\})/g

/** The holes of a text, `{{name}}` each, in alphabetical order and as often as they stand there. */
export const holesOf = (text: string): readonly string[] => [...text.matchAll(HOLE)].map(([hole]) => hole).toSorted()

/** Whether a text has braces that no client would fill, and all would show. */
export const hasBrokenHole = (text: string): boolean => /\{\{|\}\}/.test(text.replaceAll(HOLE, ''))

/** Those of `from` that are not in `of`, each as often as it is missing there. */
function without(from: readonly string[], of: readonly string[]): string[] {
  const left = [...of]
  return from.filter((hole) => {
    const at = left.indexOf(hole)
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
}

/** What forbids a translation for its holes, which must be those of the Chinese text; `path` is the field it stands in. */
export function findHoleProblems(chinese: string, text: string, path: string): FieldProblem[] {
  if (hasBrokenHole(text)) return [{ path, code: 'hole-broken' }]
  const [wanted, found] = [holesOf(chinese), holesOf(text)]
  const [missing, extra] = [without(wanted, found), without(found, wanted)]
  return [
    ...(missing.length === 0 ? [] : [{ path, code: 'holes-missing', params: { holes: missing.join(' ') } }]),
    ...(extra.length === 0 ? [] : [{ path, code: 'holes-unknown', params: { holes: extra.join(' ') } }]),
  ]
}
