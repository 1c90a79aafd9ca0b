import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TEXT_ROOMS, TEXT_STATUSES, type TextStatus } from '@ulan/contract'
import { isWithin, type LocaleTexts, mixedKeys, readTexts } from '@ulan/contract/texts'
import { usesOf } from './locale-use.ts'

type Source = { readonly file: string; readonly text: string }
/** How many texts of a locale are how far trusted; `missing` ones are shown in Chinese. */
type StatusCounts = Readonly<Record<TextStatus, number>>
export type LocaleReport = {
  readonly keyCount: number
  readonly complaints: readonly string[]
  /** By folder and locale, for translations. */
  readonly counts: ReadonlyMap<string, StatusCounts>
}

const BASE = 'zh-Hans'
/** Where texts lie, and what may show them: the contract's are for all. */
const FOLDERS = Object.entries(TEXT_ROOMS).map(([name, room]) => ({
  folder: `${room}/locales`,
  room: name === 'contract' ? '' : `${room}/`,
}))

/** Texts in all locales and their use: the same keys everywhere, a review status for each translation, none that nobody shows. */
export function checkLocales(root: string, sources: readonly Source[]): LocaleReport {
  const shown = sources.filter(({ file }) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^test\/|\/test-/.test(file))
  let keyCount = 0
  const counts = new Map<string, StatusCounts>()
  const complaints = FOLDERS.flatMap(({ folder, room }) => {
    const isUsed = usesOf(shown.filter(({ file }) => file.startsWith(room)))
    const base = join(root, folder, BASE)
    const names = readdirSync(base)
    if (names.length === 0) return [`${folder}: no Chinese texts`]
    const others = readdirSync(join(root, folder)).filter((tag) => tag !== BASE)
    return names.flatMap((name) => {
      const place = `${folder}/${BASE}/${name}`
      const chinese = readTexts(place, readFileSync(join(base, name), 'utf8'))
      keyCount += chinese.texts.size
      const namespace = name.replace(/\.json$/, '')
      const unused = [...chinese.texts.keys()].filter((key) => !isUsed(namespace, key)).map((key) => `${place}: nobody shows ${key}`)
      const empty = [...chinese.texts].filter(([, text]) => text === '').map(([key]) => `${place}: key ${key} is empty`)
      const compared = others.map((tag) => ({ tag, ...compare(chinese, join(root, folder, tag), name) }))
      for (const { tag, statuses } of compared) count(counts, `${folder} ${tag}`, statuses)
      return [...chinese.complaints, ...unused, ...empty, ...compared.flatMap((one) => one.complaints)]
    })
  })
  return { keyCount, complaints, counts }
}

function count(counts: Map<string, StatusCounts>, place: string, statuses: readonly TextStatus[]): void {
  const before = counts.get(place)
  const of = (status: TextStatus): number => (before?.[status] ?? 0) + statuses.filter((one) => one === status).length
  counts.set(place, {
    reviewed: of('reviewed'),
    attested: of('attested'),
    derived: of('derived'),
    own: of('own'),
    missing: of('missing'),
  })
}

/** Counts as lines of a table. */
export function statusTable(counts: LocaleReport['counts']): string {
  const cells = [
    ['texts', ...TEXT_STATUSES],
    ...[...counts].map(([place, one]) => [place, ...TEXT_STATUSES.map((status) => String(one[status]))]),
  ]
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? []
  return cells
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '))
    .join('\n')
}

const slotsOf = (text: string): string =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name)
    .sort()
    .join(' ')

type Compared = { readonly complaints: readonly string[]; readonly statuses: readonly TextStatus[] }

/** An empty text stands for "not translated yet"; every other one says in the status file beside it how far it is trusted. */
function compare(chinese: LocaleTexts, folder: string, name: string): Compared {
  const file = join(folder, name)
  if (!existsSync(file)) return { complaints: [`${file}: missing`], statuses: [] }
  const found = readTexts(file, readFileSync(file, 'utf8'))
  const statusFile = file.replace(/\.json$/, '.status.json')
  const given = readTexts(statusFile, existsSync(statusFile) ? readFileSync(statusFile, 'utf8') : '{}')
  return {
    complaints: [
      ...found.complaints,
      ...given.complaints,
      ...compareKeys(file, chinese, found),
      ...compareStatuses(statusFile, found, given),
    ],
    statuses: [...found.texts.keys()].flatMap((key) => {
      const status = given.texts.get(key) ?? 'missing'
      return isStatus(status) ? [status] : []
    }),
  }
}

/** What is there but broken has its own complaint, and gets no second one here. */
function compareKeys(file: string, chinese: LocaleTexts, found: LocaleTexts): string[] {
  const { grouped, flat } = mixedKeys(chinese.texts.keys(), found.texts.keys())
  const isMixed = (key: string): boolean => [...grouped, ...flat].some((one) => isWithin(key, one))
  return [
    ...[...grouped].map((key) => `${file}: key ${key} is a group of texts, in Chinese it is one text: write one text`),
    ...[...flat].map((key) => `${file}: key ${key} is one text, in Chinese it is a group of texts: write a group with the same keys`),
    ...[...chinese.texts.keys()]
      .filter((key) => !found.texts.has(key) && !found.isBroken(key) && !isMixed(key))
      .map((key) => `${file}: key ${key} is missing`),
    ...[...found.texts].flatMap(([key, text]) => {
      const source = chinese.texts.get(key)
      if (isMixed(key) || chinese.isBroken(key)) return []
      if (source === undefined) return [`${file}: key ${key} is in no Chinese file`]
      return text !== '' && slotsOf(text) !== slotsOf(source) ? [`${file}: key ${key} must have the same {{…}} as the Chinese text`] : []
    }),
  ]
}

function compareStatuses(statusFile: string, found: LocaleTexts, given: LocaleTexts): string[] {
  const wrong = [...found.texts].flatMap(([key, text]) => {
    const status = given.texts.get(key)
    if (status === undefined) return text === '' || given.isBroken(key) ? [] : [`${statusFile}: no status of ${key}`]
    if (!isStatus(status)) return [`${statusFile}: ${key} is “${status}”; it must be one of ${TEXT_STATUSES.join(', ')}`]
    return (status === 'missing') === (text === '')
      ? []
      : [`${statusFile}: ${key} is ${status}, its text is ${text === '' ? '' : 'not '}empty`]
  })
  const idle = [...given.texts.keys()].filter((key) => !found.texts.has(key) && !found.isBroken(key))
  return [...wrong, ...idle.map((key) => `${statusFile}: key ${key} is in no text`)]
}

const isStatus = (value: string): value is TextStatus => TEXT_STATUSES.some((status) => status === value)
