/** Night sky over the steppe, for the television: every pair named in `CONTRAST_PAIRS` meets WCAG 2.2 AA. */
export const NIGHT = {
  ground: '#081321',
  surface: '#11243c',
  surfaceRaised: '#1b3554',
  outline: '#31527a',
  text: '#f3f6fb',
  textMuted: '#aabfd8',
  /** Focus. */
  sky: '#5ab8ff',
  /** Law. */ gold: '#ecc05a',
  /** Right. */ grass: '#69c47a',
  /** Wrong. */ clay: '#ee8a6c',
  onBright: '#081321',
} as const

/** The same night for eyes that need more: black and white, brighter signs, and outlines that can be seen. Every pair meets WCAG AAA. */
export const NIGHT_HIGH = {
  ground: '#000000',
  surface: '#000000',
  surfaceRaised: '#1c1c1c',
  outline: '#b9c7d6',
  text: '#ffffff',
  textMuted: '#e2e9f1',
  sky: '#86d2ff',
  gold: '#ffd766',
  grass: '#8ff09f',
  clay: '#ffb09a',
  onBright: '#000000',
} as const

/** Daylight, for tablets and the newsroom. */
export const DAY = {
  ground: '#f6f2ea',
  surface: '#ffffff',
  surfaceRaised: '#fbf9f5',
  outline: '#c9bfae',
  text: '#16253a',
  textMuted: '#485a70',
  sky: '#0a5fae',
  gold: '#7a5600',
  grass: '#23703a',
  clay: '#a93a1c',
  onBright: '#ffffff',
} as const

/** Outdoors in full sun: black on white, nothing subtle. */
export const SUN = {
  ground: '#ffffff',
  surface: '#ffffff',
  surfaceRaised: '#ffffff',
  outline: '#000000',
  text: '#000000',
  textMuted: '#1f1f1f',
  sky: '#003f7d',
  gold: '#4f3600',
  grass: '#0a4a1c',
  clay: '#7a1f08',
  onBright: '#ffffff',
} as const

export type Palette = { readonly [Name in keyof typeof NIGHT]: string }
type PaletteName = keyof Palette

/** Text colour on ground colour, as they meet on screen. */
export const CONTRAST_PAIRS: readonly (readonly [PaletteName, PaletteName])[] = [
  ['text', 'ground'],
  ['text', 'surface'],
  ['text', 'surfaceRaised'],
  ['textMuted', 'ground'],
  ['textMuted', 'surface'],
  ['sky', 'ground'],
  ['sky', 'surface'],
  ['sky', 'surfaceRaised'],
  ['gold', 'ground'],
  ['gold', 'surface'],
  ['gold', 'surfaceRaised'],
  ['grass', 'surface'],
  ['clay', 'surface'],
  ['onBright', 'sky'],
  ['onBright', 'gold'],
  ['onBright', 'grass'],
  ['onBright', 'clay'],
]

/** Lines and fills that must be told from what they lie on: the focus on a television, and the outlines where contrast is high. */
export const FOCUS_PAIRS: readonly (readonly [PaletteName, PaletteName])[] = [
  ['sky', 'ground'],
  ['sky', 'surface'],
  ['sky', 'surfaceRaised'],
]
export const OUTLINE_PAIRS: readonly (readonly [PaletteName, PaletteName])[] = [
  ['outline', 'ground'],
  ['outline', 'surface'],
  ['outline', 'surfaceRaised'],
]
