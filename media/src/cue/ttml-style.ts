import type { TextStyle } from './cue-markup.ts'
import type { XmlElement } from './ttml-xml.ts'

/** Style attributes by local name, those of the element itself and those that it refers to. */
export type TtmlStyle = ReadonlyMap<string, string>

/** Named styles and regions of a document's head, as far as they have been read. */
export type TtmlHead = {
  readonly styles: Map<string, TtmlStyle>
  readonly regions: Map<string, TtmlStyle>
  /** `tts:extent` of `tt` in pixels and `ttp:cellResolution`: what lengths in px and c are shares of. */
  extentPx: readonly [width: number, height: number]
  cells: readonly [columns: number, rows: number]
}

export const emptyHead = (): TtmlHead => ({ styles: new Map(), regions: new Map(), extentPx: [1920, 1080], cells: [32, 15] })

const STYLE_NAMES = ['fontStyle', 'fontWeight', 'textDecoration', 'writingMode', 'textAlign', 'displayAlign', 'origin', 'extent'] as const

/** An element's own styles over those it names; later names win over earlier ones (TTML2 §8.4.1). */
export function styleOfElement({ attributes }: XmlElement, head: TtmlHead): TtmlStyle {
  const named = (attributes.get('style') ?? '').split(/[ \t\r\n]+/).flatMap((id) => [...(head.styles.get(id) ?? [])])
  const own = STYLE_NAMES.flatMap((name) => {
    const value = attributes.get(name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return new Map([...named, ...own])
}

/** Bold, italic and underlined, from what is inherited and what the element says. */
export function textStyleOf(inherited: TextStyle, style: TtmlStyle): TextStyle {
  const weight = style.get('fontWeight')
  const slant = style.get('fontStyle')
  const decoration = style.get('textDecoration') ?? ''
  return {
    isBold: weight === undefined ? inherited.isBold : weight === 'bold',
    isItalic: slant === undefined ? inherited.isItalic : slant === 'italic' || slant === 'oblique',
    isUnderlined: decoration === '' ? inherited.isUnderlined : /(?:^|[ \t])underline(?:[ \t]|$)/.test(decoration),
  }
}

/** A length as percent of the picture's width (0) or height (1). */
function percent(length: string | undefined, axis: 0 | 1, head: TtmlHead): number | undefined {
  const [, digits = '', unit = ''] = /^(\d{1,6}(?:\.\d{1,6})?)(%|px|c)$/.exec(length ?? '') ?? []
  if (digits === '') return undefined
  const whole = { '%': 100, px: head.extentPx[axis], c: head.cells[axis] }[unit] ?? 100
  return Math.min(100, (Number(digits) * 100) / whole)
}

function percentPair(value: string | undefined, head: TtmlHead): readonly [number, number] | undefined {
  const [across, down] = (value ?? '').split(/[ \t]+/)
  const x = percent(across, 0, head)
  const y = percent(down, 1, head)
  return x === undefined || y === undefined ? undefined : [x, y]
}

const show = (value: number): string => `${Math.round(value * 100) / 100}%`
/** Lines hang from `line`; players know no other way that all of them share. Room for two lines above a box's end. */
const LAST_LINES = 10
/** Room for four columns. */
const COLUMN_ROOM = 15
/** An end this low is where players put cues anyway. */
const BOTTOM = 80

/** Along the lines: where they begin, and how long they may be. */
function inlineSettings(textAlign: string, start: number, length: number): string[] {
  const size = length > 0 && length < 100 ? [`size:${show(length)}`] : []
  if (textAlign === 'start' || textAlign === 'left') return [`position:${show(start)}`, `align:${textAlign}`, ...size]
  if (textAlign === 'end' || textAlign === 'right') return [`position:${show(start + length)}`, `align:${textAlign}`, ...size]
  const middle = start + length / 2
  return [...(Math.abs(middle - 50) < 0.5 ? [] : [`position:${show(middle)}`]), ...size]
}

/** Across the lines: where the first one stands. */
function blockSettings(displayAlign: string, start: number, length: number): string[] {
  const end = start + length
  if (displayAlign === 'before') return [`line:${show(start)}`]
  if (displayAlign === 'center') return [`line:${show(start + length / 2)}`]
  return end >= BOTTOM ? [] : [`line:${show(Math.max(0, end - LAST_LINES))}`]
}

/** Whether a style says anything that a cue setting can say. */
export const saysPlace = (style: TtmlStyle): boolean => style.has('origin') || style.has('writingMode')

/** A region's place and writing direction as cue settings; empty when it says nothing of either. */
export function regionSettings(style: TtmlStyle, head: TtmlHead): string {
  const mode = style.get('writingMode') ?? ''
  const vertical = mode === 'tblr' ? 'lr' : mode === 'tbrl' || mode === 'tb' ? 'rl' : undefined
  if (!saysPlace(style)) return ''
  const [x, y] = percentPair(style.get('origin'), head) ?? [5, 10]
  const [width, height] = percentPair(style.get('extent'), head) ?? [90, 80]
  const displayAlign = style.get('displayAlign') ?? 'before'
  const textAlign = style.get('textAlign') ?? 'start'
  if (vertical === undefined) return [...blockSettings(displayAlign, y, height), ...inlineSettings(textAlign, x, width)].join(' ')
  // `line` is measured from the left whichever way columns go; what stands at the right edge needs room from there.
  const right = `line:${show(Math.max(x, x + width - COLUMN_ROOM))}`
  const [before, after] = vertical === 'lr' ? [`line:${show(x)}`, right] : [right, `line:${show(x)}`]
  const line = { before, center: `line:${show(x + width / 2)}` }[displayAlign] ?? after
  return [`vertical:${vertical}`, line, ...inlineSettings(textAlign, y, height)].join(' ')
}
