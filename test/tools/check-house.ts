import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { wrongArrows } from './arrows.ts'

type Outcome = { readonly ok: boolean; readonly lines: string }

const FILE_LINES = 300
const KIBIBYTE = 1000
/** Start bundles without the player, gzip, in kB (design §9). */
const BUNDLES = [
  { client: 'tv-app', manifest: 'modern', limitKilobytes: 140 },
  { client: 'tv-app', manifest: 'legacy', limitKilobytes: 190 },
  { client: 'tablet-web', manifest: 'start', limitKilobytes: 130 },
] as const

/** What no other tool sees: who imports whom, file sizes, locale keys, bundle sizes. Fails when it saw nothing. */
export function checkHouse(root: string): Outcome {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(ts|tsx|mjs|css)$/.test(file) && existsSync(join(root, file)))
  const sources = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  const complaints = [...wrongArrows(sources), ...tooLong(sources), ...missingKeys(root), ...tooHeavy(root)]
  if (sources.length < 100) complaints.push(`only ${String(sources.length)} files seen: the check itself is broken`)
  return { ok: complaints.length === 0, lines: [`looked at ${String(sources.length)} files`, ...complaints].join('\n') }
}

function tooLong(sources: readonly { file: string; text: string }[]): string[] {
  return sources
    .map(({ file, text }) => ({ file, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > FILE_LINES)
    .map(({ file, lines }) => `${file}: ${String(lines)} lines, at most ${String(FILE_LINES)}`)
}

/** Every locale has the keys of the Chinese file, no more and no less; an empty text stands for "not translated yet". */
function missingKeys(root: string): string[] {
  return ['cms/contract/locales', 'cms/admin/locales', 'tv-app/locales', 'tablet-web/locales'].flatMap((folder) => {
    const base = join(root, folder, 'zh-Hans')
    const names = readdirSync(base)
    if (names.length === 0) return [`${folder}: no Chinese texts`]
    const others = readdirSync(join(root, folder)).filter((tag) => tag !== 'zh-Hans')
    return names.flatMap((name) => others.flatMap((tag) => compareKeys(join(base, name), join(root, folder, tag, name))))
  })
}

function compareKeys(base: string, other: string): string[] {
  if (!existsSync(other)) return [`${other}: missing`]
  const [wanted, found] = [base, other].map((file) => new Set(keysOf(JSON.parse(readFileSync(file, 'utf8')), ''))) as [
    Set<string>,
    Set<string>,
  ] // two in, two out
  return [
    ...[...wanted].filter((key) => !found.has(key)).map((key) => `${other}: key ${key} is missing`),
    ...[...found].filter((key) => !wanted.has(key)).map((key) => `${other}: key ${key} is in no Chinese file`),
  ]
}

function keysOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`))
}

/** A client's build lists its start files in `dist/start-files.json` as `{ name: [file …] }`. */
function tooHeavy(root: string): string[] {
  return BUNDLES.flatMap(({ client, manifest, limitKilobytes }) => {
    const dist = join(root, client, 'dist')
    const list: Record<string, string[]> = JSON.parse(readFileSync(join(dist, 'start-files.json'), 'utf8'))
    const files = list[manifest] ?? []
    if (files.length === 0) return [`${client}: no start files listed for ${manifest}`]
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0)
    return bytes <= limitKilobytes * KIBIBYTE
      ? []
      : [`${client} ${manifest}: ${String(Math.round(bytes / KIBIBYTE))} kB gzip, at most ${String(limitKilobytes)}`]
  })
}
