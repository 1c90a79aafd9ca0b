import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { wrongArrows } from './arrows.ts'
import { checkGlossary } from './glossary.ts'
import { checkLocales, statusTable } from './locale-files.ts'
import { tooBig } from './sizes.ts'

/** `seen`: how much was looked at; `table`: what is worth knowing besides, good or not. */
type Outcome = { readonly ok: boolean; readonly seen: string; readonly lines: string; readonly table: string }

const KIBIBYTE = 1000
/** Start bundles without the player, gzip, in kB (design §9). */
const BUNDLES = [
  { client: 'tv-app', manifest: 'modern', limitKilobytes: 140 },
  { client: 'tv-app', manifest: 'legacy', limitKilobytes: 190 },
  { client: 'tablet-web', manifest: 'start', limitKilobytes: 130 },
] as const
/** Fonts that a first screen waits for, in kB. */
const FONTS = [
  { client: 'tv-app', names: ['sc', 'mong', 'cyrl', 'cyrlmore'], limitKilobytes: 650 },
  { client: 'tablet-web', names: ['sc-start', 'mong', 'cyrl', 'cyrlmore'], limitKilobytes: 300 },
] as const

/** What no other tool sees: who imports whom, sizes of files, texts in all locales, bundle sizes. Fails when it saw nothing. */
export function checkHouse(root: string): Outcome {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(ts|tsx|mjs|css)$/.test(file) && existsSync(join(root, file)))
  const sources = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  const locales = checkLocales(root, sources)
  const glossary = checkGlossary(root)
  const texts = [...locales.complaints, ...glossary.complaints]
  const complaints = [...wrongArrows(sources), ...tooBig(sources), ...texts, ...tooHeavy(root), ...heavyFonts(root)]
  if (sources.length < 100) complaints.push(`only ${String(sources.length)} files seen: the check itself is broken`)
  if (locales.keyCount < 100) complaints.push(`only ${String(locales.keyCount)} texts seen: the check itself is broken`)
  if (glossary.wordCount < 100) complaints.push(`only ${String(glossary.wordCount)} Mongolian words seen: the check itself is broken`)
  const seen = `${String(sources.length)} files, ${String(locales.keyCount)} texts, ${String(glossary.wordCount)} Mongolian words, ${String(BUNDLES.length)} bundles`
  return { ok: complaints.length === 0, seen, lines: complaints.join('\n'), table: statusTable(locales.counts) }
}

function heavyFonts(root: string): string[] {
  return FONTS.flatMap(({ client, names, limitKilobytes }) => {
    const bytes = names.reduce((sum, name) => sum + statSync(join(root, 'cms/contract/fonts/files', `${name}.woff2`)).size, 0)
    return bytes <= limitKilobytes * KIBIBYTE
      ? []
      : [`${client}: ${String(Math.round(bytes / KIBIBYTE))} kB of fonts, at most ${String(limitKilobytes)}`]
  })
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
