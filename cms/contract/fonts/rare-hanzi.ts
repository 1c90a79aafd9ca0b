import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

/** Style sheets of slices; where two have a character the later one draws it. */
const SOURCES = [
  { css: '@fontsource/noto-sans-sc/400.css', slices: /./ },
  // Noto Sans SC has Russian letters alone: Mongolian ү and ө would come from another font than their neighbours.
  { css: '@fontsource/noto-sans/400.css', slices: /cyrillic/ },
]
const FILE = join(import.meta.dirname, 'rare-hanzi.css')

/**
 * The stylesheet `virtual:rare-hanzi.css`, family `SC Ext`: slices of Noto Sans for what the start font lacks, since
 * names and statutes use any hanzi, and some texts are Cyrillic. Characters of the start font are cut out, so that an
 * ordinary text never fetches a slice (a home page would pull fourteen, 788 kB).
 */
export function rareHanzi(covered: string): Plugin {
  return {
    name: 'rare-hanzi',
    resolveId: (id) => (id.split('?')[0] === 'virtual:rare-hanzi.css' ? FILE : null),
    load(id) {
      if (!id.startsWith(FILE)) return null
      return sliceRules(covered)
    },
  }
}

/** The rules themselves; files are named by their paths on this machine. */
export function sliceRules(covered: string): string {
  const known = new Set([...covered].map((character) => character.codePointAt(0)))
  return SOURCES.flatMap(({ css, slices }) => {
    const source = createRequire(import.meta.url).resolve(css)
    const rules = readFileSync(source, 'utf8')
      .split('@font-face')
      .filter((rule) => slices.test(/url\(([^)]+)\)/.exec(rule)?.[1] ?? ''))
    return rules.map((rule) => faceRule(rule, dirname(source), known))
  }).join('\n')
}

/** One slice without the known characters; empty when nothing of it is left. */
function faceRule(rule: string, folder: string, known: ReadonlySet<number | undefined>): string {
  const file = /url\(\.\/(files\/[^)]+\.woff2)\)/.exec(rule)?.[1]
  const points = /unicode-range:\s*([^;]+);/.exec(rule)?.[1]?.split(',').flatMap(codePoints) ?? []
  const range = rangesOf(points.filter((point) => !known.has(point)))
  if (file === undefined || range === '') return ''
  return `@font-face{font-family:"SC Ext";src:url(${join(folder, file)}) format("woff2");unicode-range:${range}}`
}

function codePoints(text: string): number[] {
  const [from = '0', to = from] = text.trim().replace(/^U\+/i, '').split('-')
  const first = Number.parseInt(from, 16)
  return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, at) => first + at)
}

/** Rising code points as CSS ranges: neighbours share one. */
function rangesOf(points: readonly number[]): string {
  const ranges: { first: number; last: number }[] = []
  for (const point of points) {
    const open = ranges.at(-1)
    if (open !== undefined && open.last + 1 === point) open.last = point
    else ranges.push({ first: point, last: point })
  }
  return ranges.map(({ first, last }) => `U+${first.toString(16)}${last > first ? `-${last.toString(16)}` : ''}`).join(',')
}
