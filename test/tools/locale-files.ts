import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Source = { readonly file: string; readonly text: string }
export type LocaleReport = { readonly keyCount: number; readonly complaints: readonly string[] }

const BASE = 'zh-Hans'
/** Where texts lie, and the rooms that may show them: the contract's are for all. */
const FOLDERS = [
  { folder: 'cms/contract/locales', room: '' },
  { folder: 'cms/admin/locales', room: 'cms/admin/' },
  { folder: 'cms/src/http/locales', room: 'cms/src/http/' },
  { folder: 'tv-app/locales', room: 'tv-app/' },
  { folder: 'tablet-web/locales', room: 'tablet-web/' },
] as const

/** Texts in all locales and their use: the same keys everywhere, a review status for each translation, none that nobody shows. */
export function checkLocales(root: string, sources: readonly Source[]): LocaleReport {
  const shown = sources.filter(({ file }) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^test\//.test(file))
  let keyCount = 0
  const complaints = FOLDERS.flatMap(({ folder, room }) => {
    const isUsed = usesOf(shown.filter(({ file }) => file.startsWith(room)).map(({ text }) => text))
    const base = join(root, folder, BASE)
    const names = readdirSync(base)
    if (names.length === 0) return [`${folder}: no Chinese texts`]
    const others = readdirSync(join(root, folder)).filter((tag) => tag !== BASE)
    return names.flatMap((name) => {
      const keys = keysOf(JSON.parse(readFileSync(join(base, name), 'utf8')))
      keyCount += keys.length
      const unused = keys.filter((key) => !isUsed(key)).map((key) => `${folder}/${BASE}/${name}: nobody shows ${key}`)
      return [...unused, ...others.flatMap((tag) => compare(keys, join(root, folder, tag), name))]
    })
  })
  return { keyCount, complaints }
}

/** An empty text stands for "not translated yet"; every other one says in the status file beside it how far it is trusted. */
function compare(wanted: readonly string[], folder: string, name: string): string[] {
  const file = join(folder, name)
  if (!existsSync(file)) return [`${file}: missing`]
  const texts: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const found = keysOf(texts)
  const statusFile = file.replace(/\.json$/, '.status.json')
  const statuses: { readonly [key: string]: string } = existsSync(statusFile) ? JSON.parse(readFileSync(statusFile, 'utf8')) : {}
  return [
    ...wanted.filter((key) => !found.includes(key)).map((key) => `${file}: key ${key} is missing`),
    ...found.filter((key) => !wanted.includes(key)).map((key) => `${file}: key ${key} is in no Chinese file`),
    ...found.filter((key) => textAt(texts, key) !== '' && statuses[key] === undefined).map((key) => `${statusFile}: no status of ${key}`),
    ...Object.keys(statuses)
      .filter((key) => !found.includes(key))
      .map((key) => `${statusFile}: key ${key} is in no text`),
  ]
}

function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`))
}

const textAt = (texts: unknown, key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>((value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined), texts)

/** By look-around, not by pairs of quotes: an apostrophe in a comment would shift every pair after it. */
const QUOTED = /(?<=['"`])[\w.:-]+(?=['"`])/g
const TEMPLATE = /[\w.-]*\$\{[^{}]*\}(?:[\w.-]+|\$\{[^{}]*\})*/g
const MEMBER = /\b(?:zhHans|mnMong)((?:\.\w+|\[\w+\])+)/g
/** i18next's plural forms are asked for without their end. */
const PLURAL = /_(zero|one|two|few|many|other)$/

/**
 * Whether a source names a key: as a text of its own, as a member (`texts.scan`), or as a template that can become it.
 * It errs towards "used": a word that stands somewhere for something else counts.
 */
export function usesOf(texts: readonly string[]): (key: string) => boolean {
  const literals = new Set<string>()
  const templates = new Map<string, RegExp>()
  const add = (parts: readonly string[]): void => {
    // Holes alone would be every key.
    if (parts.some((part) => /[\w-]\.|\.[\w-]/.test(part))) templates.set(parts.join('\0'), patternOf(parts))
  }
  for (const text of texts) {
    for (const [literal] of text.matchAll(QUOTED)) literals.add(literal.replace(/^\w+:/, ''))
    for (const [template] of text.matchAll(TEMPLATE)) add(template.split(/\$\{[^{}]*\}/))
    for (const [, path = ''] of text.matchAll(MEMBER)) {
      const parts = path
        .replaceAll(/\[\w+\]/g, '.\0')
        .slice(1)
        .split('\0')
      if (parts.length === 1) literals.add(path.slice(1))
      else add(parts)
    }
  }
  return (key) => {
    const asked = key.replace(PLURAL, '')
    return literals.has(asked) || [...templates.values()].some((pattern) => pattern.test(asked))
  }
}

/** A key with holes: anything but a dot may fill one. */
const patternOf = (parts: readonly string[]): RegExp =>
  new RegExp(`^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\-]/g, '\\$&')).join('[^.]+')}$`)
