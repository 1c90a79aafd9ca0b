import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const CSS = '@fontsource/noto-sans-sc/400.css'
const FILE = join(import.meta.dirname, 'rare-hanzi.css')

/**
 * The stylesheet `virtual:rare-hanzi.css`, family `SC Rare`: slices of Noto Sans SC for what the start font lacks, since
 * names and statutes use any hanzi. Characters of the start font are cut out, or their slices would be fetched while it
 * is still on its way.
 */
export function rareHanzi(covered: string): Plugin {
  return {
    name: 'tablet-rare-hanzi',
    resolveId: (id) => (id.split('?')[0] === 'virtual:rare-hanzi.css' ? FILE : null),
    load(id) {
      if (!id.startsWith(FILE)) return null
      const source = createRequire(import.meta.url).resolve(CSS)
      const known = new Set([...covered].map((character) => character.codePointAt(0)))
      return readFileSync(source, 'utf8')
        .split('@font-face')
        .map((rule) => faceRule(rule, dirname(source), known))
        .join('\n')
    },
  }
}

/** One slice without the known characters; empty when nothing of it is left. */
function faceRule(rule: string, folder: string, known: ReadonlySet<number | undefined>): string {
  const file = /url\(\.\/(files\/[^)]+\.woff2)\)/.exec(rule)?.[1]
  const points = /unicode-range:\s*([^;]+);/.exec(rule)?.[1]?.split(',').flatMap(codePoints) ?? []
  const rare = points.filter((point) => !known.has(point))
  if (file === undefined || rare.length === 0) return ''
  const range = rare.map((point) => `U+${point.toString(16)}`).join(',')
  return `@font-face{font-family:"SC Rare";src:url(${join(folder, file)}) format("woff2");unicode-range:${range}}`
}

function codePoints(text: string): number[] {
  const [from = '0', to = from] = text.trim().replace(/^U\+/i, '').split('-')
  const first = Number.parseInt(from, 16)
  return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, at) => first + at)
}
