import { NIGHT, NIGHT_HIGH, type Palette } from '@ulan/contract'
import { perLook } from './look.ts'

/** A CSS colour as Lightning takes it: 0xAARRGGBB; `alpha` 0 to 1. */
const argb = (hex: string, alpha = 1): number => Math.round(alpha * 255) * 0x1000000 + Number.parseInt(hex.slice(1), 16)

const colours = ({ palette, veil }: { readonly palette: Palette; readonly veil: number }) => ({
  ground: argb(palette.ground),
  groundVeil: argb(palette.ground, veil),
  surface: argb(palette.surface),
  surfaceRaised: argb(palette.surfaceRaised),
  outline: argb(palette.outline),
  text: argb(palette.text),
  textMuted: argb(palette.textMuted),
  sky: argb(palette.sky),
  gold: argb(palette.gold),
  grass: argb(palette.grass),
  clay: argb(palette.clay),
  onBright: argb(palette.onBright),
})

const usual = {
  ...colours({ palette: NIGHT, veil: 0.82 }),
  /** The ground of the one that is chosen, and what is written on it. */
  chosen: argb(NIGHT.outline),
  onChosen: argb(NIGHT.text),
  /** What of a film has not been seen. */
  trough: argb(NIGHT.outline),
} as const
type Colours = { readonly [Name in keyof typeof usual]: number }

const high: Colours = {
  ...colours({ palette: NIGHT_HIGH, veil: 0.94 }),
  // Outlines are bright here: nothing bright could be told from them.
  chosen: argb(NIGHT_HIGH.text),
  onChosen: argb(NIGHT_HIGH.onBright),
  trough: argb(NIGHT_HIGH.surfaceRaised),
}

const worn = perLook(({ isHighContrast }) => (isHighContrast ? high : usual))

/**
 * The colours of the look in use. Members are read whenever something is drawn: what keeps one over a change of the look
 * keeps the old colour, so only templates and `show` may read them, never a constant of a file.
 */
export const COLOURS: Colours = {
  get ground() {
    return worn().ground
  },
  get groundVeil() {
    return worn().groundVeil
  },
  get surface() {
    return worn().surface
  },
  get surfaceRaised() {
    return worn().surfaceRaised
  },
  get outline() {
    return worn().outline
  },
  get text() {
    return worn().text
  },
  get textMuted() {
    return worn().textMuted
  },
  get sky() {
    return worn().sky
  },
  get gold() {
    return worn().gold
  },
  get grass() {
    return worn().grass
  },
  get clay() {
    return worn().clay
  },
  get onBright() {
    return worn().onBright
  },
  get chosen() {
    return worn().chosen
  },
  get onChosen() {
    return worn().onChosen
  },
  get trough() {
    return worn().trough
  },
}

/** How shades behave that lie over pictures and films: which part of their length stays solid before they melt away. */
export const SHADE = {
  get solid() {
    return solidPart()
  },
  /** Of the shade beside a film's title in columns. */
  get sideAlpha() {
    return solidPart() === 0 ? 0.8 : 0.94
  },
  /** Of the time line of a film, and of the part that has come in. */
  get trackAlpha() {
    return solidPart() === 0 ? 0.28 : 0.45
  },
}
const solidPart = perLook(({ isHighContrast }) => (isHighContrast ? 0.6 : 0))

/** A line that can be seen around cards, panels and buttons, where contrast is high; undefined where there is none. */
export const edge = perLook(({ isHighContrast }) => (isHighContrast ? { colour: high.outline, widthPx: 3 } : undefined))

/** The one focus treatment: a step larger, a bright outline. */
export const FOCUS = { scale: 1.06, ringPx: 5, ringGapPx: 4, moveSeconds: 0.16 } as const
export const RADIUS = { poster: 14, panel: 20, pill: 10 } as const
