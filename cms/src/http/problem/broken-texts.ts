import type { FieldProblem } from '@ulan/contract'

/** Half of a surrogate pair would be stored as another sign, and many programs end a text at U+0000. */
const isBroken = (text: string): boolean => !text.isWellFormed() || text.includes('\0')

/** Every text in a value that cannot be kept as it is. For values whose shape was checked: their depth is bounded. */
export function brokenTexts(value: unknown, path = ''): FieldProblem[] {
  if (typeof value === 'string') return isBroken(value) ? [{ path, code: 'broken-text' }] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => brokenTexts(inner, path === '' ? key : `${path}.${key}`))
}
