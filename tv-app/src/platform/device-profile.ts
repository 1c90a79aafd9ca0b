import type { PlayerProfile } from '@ulan/player'
import { REMOTES, type RemoteKeys } from './keys.ts'

/** What this box can do; decided once at the start. */
export type DeviceProfile = {
  /** Of the family it belongs to. */
  readonly name: string
  /** False for a family of boxes that was never tried on a real one. */
  readonly isTried: boolean
  readonly widthPx: number
  readonly heightPx: number
  /** Device pixels per design pixel. */
  readonly precision: number
  /** Text and picture memory, in pixels of four bytes. */
  readonly memoryPixels: number
  /** Canvases can be uploaded as textures as they are, which spares a slow box 7 ms a text; some engines draw them wrongly. */
  readonly uploadsCanvas: boolean
  /** What the keys of its remote ask for. */
  readonly keys: RemoteKeys
  readonly player: PlayerProfile
}

/** A family of boxes, told by how its browser names itself. */
type BoxFamily = {
  readonly name: string
  readonly isTried: boolean
  readonly userAgent: RegExp
  readonly uploadsCanvas: boolean
  readonly keys: RemoteKeys
  /** At 1080p; a panel of 2160p has four times as much. */
  readonly megapixels: number
  readonly backBufferSeconds: number
}
const USUAL = { isTried: false, uploadsCanvas: true, keys: REMOTES.operator, megapixels: 16, backBufferSeconds: 10 } as const

/** The first that fits is taken. */
const FAMILIES: readonly BoxFamily[] = [
  { ...USUAL, name: 'iPanel', userAgent: /iPanel/i, keys: REMOTES.cable, megapixels: 12, backBufferSeconds: 5 },
  // Uploads of canvases are said to come out wrong there.
  { ...USUAL, name: 'Tizen', userAgent: /Tizen/, uploadsCanvas: false, keys: REMOTES.samsung },
  { ...USUAL, name: 'Android TV', userAgent: /Android/ },
  { ...USUAL, name: 'WPE / RDK', userAgent: /Linux.*AppleWebKit(?!.*Chrom)/ },
  // Boxes of operators, with a gigabyte for everything.
  { ...USUAL, name: 'IPTV H5', userAgent: /Linux (?:arm|aarch|mips)|IPTV|Hi3\d|B860|EC6108/, megapixels: 12, backBufferSeconds: 5 },
]
const DESKTOP: BoxFamily = { ...USUAL, name: 'Desktop', userAgent: /./, isTried: true, keys: REMOTES.desktop }

type ScreenSize = { readonly width: number; readonly height: number; readonly ratio: number }

const DESIGN_WIDTH_PX = 1920
const UHD_WIDTH_PX = 3840

/**
 * What to expect of a box by its browser's name and its panel. It draws 1080p, or 2160p where the panel has it. Many boxes
 * report a smaller web view (960×540, 1280×720) than they draw, so nothing smaller than 1080p is chosen for them.
 */
export function profileOf(screen: ScreenSize, userAgent: string): DeviceProfile {
  const isUhd = Math.round(screen.width * screen.ratio) >= UHD_WIDTH_PX
  const widthPx = isUhd ? UHD_WIDTH_PX : DESIGN_WIDTH_PX
  const precision = widthPx / DESIGN_WIDTH_PX
  const { megapixels, backBufferSeconds, ...family } = FAMILIES.find((one) => one.userAgent.test(userAgent)) ?? DESKTOP
  return {
    name: family.name,
    isTried: family.isTried,
    uploadsCanvas: family.uploadsCanvas,
    keys: family.keys,
    widthPx,
    heightPx: (widthPx * 9) / 16,
    precision,
    memoryPixels: megapixels * 1e6 * precision * precision,
    player: { maxHeightPx: isUhd ? 2160 : 1080, maxBufferSeconds: 20, backBufferSeconds, drawsCues: true },
  }
}
