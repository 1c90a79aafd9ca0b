import { hasBrokenHole } from './holes.ts'

export type LocaleTexts = {
  /** By key, parts of a key joined by dots. */
  readonly texts: ReadonlyMap<string, string>
  /** One sentence for each value that is no text that can be shown. */
  readonly complaints: readonly string[]
  /** True of a key that is, or may be, in the file, but not as a text. */
  readonly isBroken: (key: string) => boolean
}

/** Reads a locale file; `place` is what it is called in complaints. */
export function readTexts(place: string, json: string): LocaleTexts {
  const parsed = parseJson(json)
  if ('problem' in parsed) return unreadable(`${place}: is not JSON (${parsed.problem}): mend it there`)
  if (!isGroup(parsed.value))
    return unreadable(`${place}: holds ${kindOf(parsed.value)}: it must hold keys and their texts, { "key": "text" }`)
  const texts = new Map<string, string>()
  const problems = new Map<string, string>()
  const walk = (value: unknown, key: string): void => {
    const problem = problemOf(value)
    if (problem !== undefined) problems.set(key, problem)
    else if (typeof value === 'string') texts.set(key, value)
    else if (isGroup(value)) for (const [part, inner] of Object.entries(value)) walk(inner, `${key}.${part}`)
  }
  for (const [key, value] of Object.entries(parsed.value)) walk(value, key)
  return {
    texts,
    complaints: [...problems].map(([key, problem]) => `${place}: key ${key} ${problem}`),
    isBroken: (key) => [...problems.keys()].some((broken) => isWithin(key, broken)),
  }
}

const unreadable = (complaint: string): LocaleTexts => ({ texts: new Map(), complaints: [complaint], isBroken: () => true })

/** Is this the key itself, or one of the group of that name? */
export const isWithin = (key: string, group: string): boolean => key === group || key.startsWith(`${group}.`)

/** Keys that are one text in one file and a group of texts in the other. */
export function mixedKeys(
  chinese: Iterable<string>,
  found: Iterable<string>,
): { readonly grouped: Set<string>; readonly flat: Set<string> } {
  const [chineseKeys, foundKeys] = [new Set(chinese), new Set(found)]
  return { grouped: groupsAmong(foundKeys, chineseKeys), flat: groupsAmong(chineseKeys, foundKeys) }
}

/** Those of `texts` that are groups in `keys`. */
function groupsAmong(keys: ReadonlySet<string>, texts: ReadonlySet<string>): Set<string> {
  const groups = [...keys].flatMap((key) => {
    const parts = key.split('.')
    return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('.'))
  })
  return new Set(groups.filter((group) => texts.has(group)))
}

function problemOf(value: unknown): string | undefined {
  if (isGroup(value)) return Object.keys(value).length === 0 ? 'is an empty group: write its texts, or take it out' : undefined
  if (typeof value !== 'string') return `is ${kindOf(value)}, not a text: write ${adviceFor(value)}`
  return hasBrokenHole(value)
    ? 'has a {{ or }} that belongs to no hole: write {{name}}, both braces on both sides and nothing else between them'
    : undefined
}

function adviceFor(value: unknown): string {
  if (value === null) return '"", which stands for not translated yet'
  return Array.isArray(value) ? 'one text, or a group with a key for each' : `"${String(value)}"`
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'string' ? 'a text' : `the ${typeof value} ${String(value)}`
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON of a file, or what is wrong with it. */
export function parseJson(json: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    const value: unknown = JSON.parse(json)
    return { value }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}
