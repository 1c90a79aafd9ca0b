type Level = { readonly name: string; readonly blocksPerSecond: number; readonly blocksPerFrame: number; readonly highBitrateBps: number }

/** ITU-T H.264 table A-1; bit rates are those of High profile (1.25 × Main). */
const LEVELS: readonly Level[] = [
  { name: '1.3', blocksPerSecond: 11_880, blocksPerFrame: 396, highBitrateBps: 960_000 },
  { name: '2.1', blocksPerSecond: 19_800, blocksPerFrame: 792, highBitrateBps: 5_000_000 },
  { name: '3.0', blocksPerSecond: 40_500, blocksPerFrame: 1_620, highBitrateBps: 12_500_000 },
  { name: '3.1', blocksPerSecond: 108_000, blocksPerFrame: 3_600, highBitrateBps: 17_500_000 },
  { name: '3.2', blocksPerSecond: 216_000, blocksPerFrame: 5_120, highBitrateBps: 25_000_000 },
  { name: '4.0', blocksPerSecond: 245_760, blocksPerFrame: 8_192, highBitrateBps: 25_000_000 },
  { name: '4.2', blocksPerSecond: 522_240, blocksPerFrame: 8_704, highBitrateBps: 62_500_000 },
  { name: '5.1', blocksPerSecond: 983_040, blocksPerFrame: 36_864, highBitrateBps: 300_000_000 },
]

/** Lowest H.264 level that holds the picture size, the rate and the bit-rate cap. */
export function h264Level(widthPx: number, heightPx: number, perSecond: number, bitrateBps: number): string {
  const blocks = Math.ceil(widthPx / 16) * Math.ceil(heightPx / 16)
  const fits = (level: Level): boolean =>
    blocks <= level.blocksPerFrame && blocks * perSecond <= level.blocksPerSecond && bitrateBps <= level.highBitrateBps
  return LEVELS.find(fits)?.name ?? '5.2'
}
