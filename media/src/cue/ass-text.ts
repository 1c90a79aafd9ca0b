import { type AssStyle, isQuarterTurn, placeOfSsaKey } from './ass-style.ts'
import type { TextRun } from './cue-markup.ts'
import { placeOfKey } from './cue-settings.ts'

/** A dialogue's text taken apart. `style`: with what its codes said about the whole cue. */
export type AssText = {
  readonly runs: readonly TextRun[]
  readonly style: AssStyle
  readonly hasDrawing: boolean
  /** Colours, fonts, effects; and places in pixels. */
  readonly hasLostStyle: boolean
  readonly hasLostPlace: boolean
}

type State = { style: AssStyle; isDrawing: boolean; isPlaced: boolean; wrapStyle: string } & {
  -readonly [K in 'hasDrawing' | 'hasLostStyle' | 'hasLostPlace']: AssText[K]
}

/** One code of an override block, without its backslash: a name and what follows it. */
const CODE = /^(\d?[a-z]+?)(-?[\d.]+|\(.*|&.*)?$/i

/** The first place counts for the whole cue, as in libass. */
function placeCue(state: State, place: AssStyle['place'] | undefined): void {
  if (place === undefined || state.isPlaced) return
  state.style = { ...state.style, place }
  state.isPlaced = true
}

const withText = (state: State, change: Partial<AssStyle['text']>): void => {
  state.style = { ...state.style, text: { ...state.style.text, ...change } }
}

/** Codes that this reader knows; every other one is a colour, a font or an effect, which WebVTT cues leave to the viewer. */
function applyCode(state: State, code: string, base: AssStyle, styles: ReadonlyMap<string, AssStyle>): void {
  if (code.startsWith('fn')) {
    state.hasLostStyle = true
    if (code.startsWith('fn@')) state.style = { ...state.style, isVertical: true }
    return
  }
  if (code.startsWith('r')) {
    withText(state, (styles.get(code.slice(1)) ?? base).text)
    return
  }
  const [, name = '', argument = ''] = CODE.exec(code) ?? []
  const value = Number(argument)
  // A code without a number goes back to the style's own.
  const isOn = (own: boolean): boolean => (argument === '' ? own : value !== 0)
  if (name === 'b') withText(state, { isBold: isOn(base.text.isBold) })
  else if (name === 'i') withText(state, { isItalic: isOn(base.text.isItalic) })
  else if (name === 'u') withText(state, { isUnderlined: isOn(base.text.isUnderlined) })
  else if (name === 'an') placeCue(state, placeOfKey(value))
  else if (name === 'a') placeCue(state, placeOfSsaKey(value))
  else if (name === 'q') state.wrapStyle = argument
  else if (name === 'p') state.isDrawing = value > 0
  else if (name === 'pos' || name === 'move') state.hasLostPlace = true
  else if ((name === 'frz' || name === 'fr') && isQuarterTurn(value)) state.style = { ...state.style, isVertical: true }
  else state.hasLostStyle = true
}

/** `\N` breaks a line, `\h` is a space that does not, `\n` breaks only where no other break is wanted. */
const plainText = (text: string, wrapStyle: string): string =>
  text.replace(/\\([Nnh{}])/g, (_, mark: string) => {
    if (mark === 'h') return '\u00a0'
    if (mark === 'N' || (mark === 'n' && wrapStyle === '2')) return '\n'
    return mark === 'n' ? ' ' : mark
  })

/** The next brace that no backslash takes back. */
function openingBrace(text: string, from: number): number {
  let at = text.indexOf('{', from)
  while (at > 0 && text[at - 1] === '\\') at = text.indexOf('{', at + 1)
  return at
}

/** Text of a dialogue as runs. A brace that nothing closes is text, and so is all that follows it: one pass, whatever comes. */
export function readAssText(text: string, base: AssStyle, styles: ReadonlyMap<string, AssStyle>, wrapStyle: string): AssText {
  const state: State = {
    style: base,
    isDrawing: false,
    isPlaced: false,
    wrapStyle,
    hasDrawing: false,
    hasLostStyle: false,
    hasLostPlace: false,
  }
  const runs: TextRun[] = []
  for (let at = 0; at < text.length; ) {
    const open = openingBrace(text, at)
    const close = open < 0 ? -1 : text.indexOf('}', open)
    const end = close < 0 ? text.length : open
    const piece = text.slice(at, end)
    if (!state.isDrawing) runs.push({ text: plainText(piece, state.wrapStyle), style: state.style.text })
    else if (piece !== '') state.hasDrawing = true
    if (close < 0) break
    // What stands before the first backslash is a comment.
    for (const code of text
      .slice(open + 1, close)
      .split('\\')
      .slice(1))
      applyCode(state, code.replace(/[ \t]+$/, ''), base, styles)
    at = close + 1
  }
  const { style, hasDrawing, hasLostStyle, hasLostPlace } = state
  return { runs, style, hasDrawing, hasLostStyle, hasLostPlace }
}
