import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const CSS = '@fontsource/noto-sans-sc/400.css'
const FILE = join(import.meta.dirname, 'rare-hanzi.css')

/**
 * The stylesheet `virtual:rare-hanzi.css`, family `SC Ext`: slices of Noto Sans SC for what the start font lacks, since
 * names and statutes use any hanzi. Characters of the start font are cut out, so that an ordinary text never fetches a
 * slice (a home page would pull fourteen, 788 kB).
 */
export function rareHanzi(covered: string): Plugin {
  return {
    name: 'rare-hanzi',
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
