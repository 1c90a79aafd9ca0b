import type { PlayerProfile } from '@ulan/player'

/** What this box can do; decided once at the start. */
export type DeviceProfile = {
  readonly widthPx: number
  readonly heightPx: number
  /** Device pixels per design pixel. */
  readonly precision: number
  /** Text and picture memory, in pixels of four bytes. */
  readonly memoryPixels: number
  readonly player: PlayerProfile
}

type ScreenSize = { readonly width: number; readonly height: number; readonly ratio: number }

const DESIGN_WIDTH_PX = 1920
const UHD_WIDTH_PX = 3840

/**
 * Chooses the drawing size from the panel: 1080p, or 2160p where the panel has it. Many boxes report a smaller web view
 * (960×540, 1280×720) than they draw, so nothing smaller than 1080p is chosen for them.
 */
export function profileOf(screen: ScreenSize): DeviceProfile {
  const isUhd = Math.round(screen.width * screen.ratio) >= UHD_WIDTH_PX
  const widthPx = isUhd ? UHD_WIDTH_PX : DESIGN_WIDTH_PX
  const precision = widthPx / DESIGN_WIDTH_PX
  return {
    widthPx,
    heightPx: (widthPx * 9) / 16,
    precision,
    memoryPixels: 16e6 * precision * precision,
    player: { maxHeightPx: isUhd ? 2160 : 1080, maxBufferSeconds: 20, backBufferSeconds: 10, drawsCues: true },
  }
}
