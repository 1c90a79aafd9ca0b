type Level = { readonly name: string; readonly lumaPicture: number; readonly lumaPerSecond: number; readonly mainBitrateBps: number }

/** ITU-T H.265 tables A.8 and A.9, Main tier: living rooms have no High tier. */
const LEVELS: readonly Level[] = [
  { name: '3.1', lumaPicture: 983_040, lumaPerSecond: 33_177_600, mainBitrateBps: 10_000_000 },
  { name: '4.0', lumaPicture: 2_228_224, lumaPerSecond: 66_846_720, mainBitrateBps: 12_000_000 },
  { name: '4.1', lumaPicture: 2_228_224, lumaPerSecond: 133_693_440, mainBitrateBps: 20_000_000 },
  { name: '5.0', lumaPicture: 8_912_896, lumaPerSecond: 267_386_880, mainBitrateBps: 25_000_000 },
  { name: '5.1', lumaPicture: 8_912_896, lumaPerSecond: 534_773_760, mainBitrateBps: 40_000_000 },
]

/** Lowest HEVC level of the Main tier that holds the picture size, the rate and the bit-rate cap. */
export function hevcLevel(widthPx: number, heightPx: number, perSecond: number, bitrateBps: number): string {
  // The coded picture is a whole number of blocks of 8.
  const luma = Math.ceil(widthPx / 8) * 8 * Math.ceil(heightPx / 8) * 8
  // Neither side may be longer than √(8 × the largest picture).
  const longest = Math.max(widthPx, heightPx)
  const fits = (level: Level): boolean =>
    luma <= level.lumaPicture &&
    longest <= Math.sqrt(8 * level.lumaPicture) &&
    luma * perSecond <= level.lumaPerSecond &&
    bitrateBps <= level.mainBitrateBps
  return LEVELS.find(fits)?.name ?? '6.0'
}
