const NUMBER = String.raw`\d{1,6}(?:\.\d{1,6})?`
const PERCENTAGE = String.raw`(?:100(?:\.0{1,6})?|\d{1,2}(?:\.\d{1,6})?)%`

/** WebVTT §4.4: the settings that players know, with the values that they take. */
const KNOWN: readonly RegExp[] = [
  /^vertical:(?:rl|lr)$/,
  new RegExp(`^line:(?:-?${NUMBER}|${PERCENTAGE})(?:,(?:start|center|end))?$`),
  new RegExp(`^position:${PERCENTAGE}(?:,(?:line-left|center|line-right))?$`),
  new RegExp(`^size:${PERCENTAGE}$`),
  /^align:(?:start|center|end|left|right)$/,
  /^region:[^ \t]+$/,
]

/** Settings that players pass over, as they stand. */
export const unknownSettings = (settings: string): string[] =>
  settings.split(/[ \t]+/).filter((one) => one !== '' && !KNOWN.some((known) => known.test(one)))

/** Where on the picture a cue stands: which third across and down, as ASS's numpad has it. */
export type Place = { readonly across: 'left' | 'center' | 'right'; readonly down: 'top' | 'middle' | 'bottom' }
export type Vertical = 'lr' | 'rl'

/**
 * Columns by where the first one's box stands: always a share of the width, since Chromium 156 draws nothing of a column at
 * a line number, or without any, while its own controls are shown. The right edge leaves room for four.
 */
const COLUMNS: { readonly [A in Place['across']]: string } = { left: 'line:5%', center: 'line:50%', right: 'line:85%' }

/** Where players put cues of which nothing is said. */
export const DEFAULT_PLACE: Place = { across: 'center', down: 'bottom' }

const PAD: readonly Place['down'][] = ['bottom', 'middle', 'top']
const ACROSS: readonly Place['across'][] = ['left', 'center', 'right']

/** The place of a key of the numpad: 1 is the lower left, 9 the upper right. Undefined for anything but 1 to 9. */
export function placeOfKey(key: number): Place | undefined {
  const across = ACROSS[(key - 1) % 3]
  const down = PAD[Math.floor((key - 1) / 3)]
  return across === undefined || down === undefined ? undefined : { across, down }
}

/**
 * Settings that put a cue at a place. Bottom centre is where players put cues anyway and says nothing. No alignments after
 * a comma: Chromium takes the number and leaves them.
 */
export function settingsOfPlace({ across, down }: Place, vertical?: Vertical): string {
  if (vertical === undefined) {
    const line = { top: ['line:0'], middle: ['line:50%'], bottom: [] }[down]
    const side = { left: ['position:5%', 'align:left'], center: [], right: ['position:95%', 'align:right'] }[across]
    return [...line, ...side].join(' ')
  }
  // Nobody chose the middle of the picture: columns begin at the edge where their script begins.
  const isUnsaid = across === 'center' && down === 'bottom'
  const line = COLUMNS[isUnsaid ? (vertical === 'lr' ? 'left' : 'right') : across]
  const side = { top: ['position:10%', 'align:start'], middle: [], bottom: ['position:90%', 'align:end'] }[isUnsaid ? 'top' : down]
  return [`vertical:${vertical}`, line, ...side].join(' ')
}

const MONGOLIAN = /[\u1820-\u18aa]/gu
const HAN = /\p{Script=Han}/gu

/** More traditional Mongolian letters than Chinese characters: text that can only stand in columns. */
export function isMainlyMongolian(text: string): boolean {
  const mongolian = text.match(MONGOLIAN)?.length ?? 0
  return mongolian > 0 && mongolian > (text.match(HAN)?.length ?? 0)
}

/** Whether settings put a cue in columns. */
export const isVerticalSetting = (settings: string): boolean => /(?:^|[ \t])vertical:(?:rl|lr)(?=[ \t]|$)/.test(settings)
