import { NIGHT } from '@ulan/contract'

/** A CSS colour as Lightning takes it: 0xAARRGGBB; `alpha` 0 to 1. */
const argb = (hex: string, alpha = 1): number => Math.round(alpha * 255) * 0x1000000 + Number.parseInt(hex.slice(1), 16)

/** The night palette as Lightning colours. */
export const COLOURS = {
  ground: argb(NIGHT.ground),
  groundVeil: argb(NIGHT.ground, 0.82),
  groundClear: argb(NIGHT.ground, 0),
  surface: argb(NIGHT.surface),
  surfaceRaised: argb(NIGHT.surfaceRaised),
  outline: argb(NIGHT.outline),
  text: argb(NIGHT.text),
  textMuted: argb(NIGHT.textMuted),
  sky: argb(NIGHT.sky),
  gold: argb(NIGHT.gold),
  grass: argb(NIGHT.grass),
  clay: argb(NIGHT.clay),
  onBright: argb(NIGHT.onBright),
  white: 0xffffffff,
} as const

/** The one focus treatment: a step larger, a bright outline. */
export const FOCUS = { scale: 1.06, ringPx: 5, ringGapPx: 4, moveSeconds: 0.16 } as const
export const RADIUS = { poster: 14, panel: 20, pill: 10 } as const
