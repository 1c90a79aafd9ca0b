import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const CSS = '@fontsource/noto-sans-sc/400.css'
const ID = 'virtual:font-slices.css'
const LAST_CODE_POINT = 0x10ffff

type Slice = { readonly file: string; readonly ranges: readonly (readonly [number, number])[] }

/**
 * The stylesheet of family `SC Ext`: slices of Noto Sans SC for characters the start font lacks. Covered characters are
 * taken out of the ranges, so that an ordinary text never fetches a slice (a home page would pull fourteen, 788 kB).
 */
export function fontSlices(covered: string): Plugin {
  return {
    name: 'tv-font-slices',
    resolveId: (id) => (id.split('?')[0] === ID ? join(import.meta.dirname, 'font-slices.css') : null),
    load(id) {
      if (!id.startsWith(join(import.meta.dirname, 'font-slices.css'))) return null
      const file = createRequire(import.meta.url).resolve(CSS)
      const known = new Set([...covered].map((character) => character.codePointAt(0) ?? 0))
      return readSlices(readFileSync(file, 'utf8'))
        .map((slice) => ({ ...slice, ranges: slice.ranges.flatMap((range) => without(range, known)) }))
        .filter((slice) => slice.ranges.length > 0)
        .map((slice) => faceRule(slice, dirname(file)))
        .join('\n')
    },
  }
}

function readSlices(css: string): Slice[] {
  return css.split('@font-face').flatMap((rule) => {
    const file = /url\(\.\/(files\/[^)]+\.woff2)\)/.exec(rule)?.[1]
    const list = /unicode-range:\s*([^;]+);/.exec(rule)?.[1]
    return file === undefined || list === undefined ? [] : [{ file, ranges: list.split(',').map(readRange) }]
  })
}

function readRange(text: string): readonly [number, number] {
  const [from = '0', to = from] = text.trim().replace(/^U\+/i, '').split('-')
  return [Number.parseInt(from, 16), Math.min(Number.parseInt(to, 16), LAST_CODE_POINT)]
}

/** What is left of a range when the known code points are cut out. */
function without([from, to]: readonly [number, number], known: ReadonlySet<number>): (readonly [number, number])[] {
  const left: (readonly [number, number])[] = []
  let start = from
  for (let code = from; code <= to + 1; code += 1) {
    if (code <= to && !known.has(code)) continue
    if (code > start) left.push([start, code - 1])
    start = code + 1
  }
  return left
}

function faceRule(slice: Slice, folder: string): string {
  const ranges = slice.ranges.map(([from, to]) => (from === to ? `U+${from.toString(16)}` : `U+${from.toString(16)}-${to.toString(16)}`))
  return `@font-face{font-family:"SC Ext";src:url(${join(folder, slice.file)}) format("woff2");unicode-range:${ranges.join(',')}}`
}
