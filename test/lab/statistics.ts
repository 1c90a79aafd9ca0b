/** The middle value; the mean of the two middle ones for an even count. Throws on an empty list: a figure without runs is none. */
export function median(values: readonly number[]): number {
  const sorted = sortedCopy(values)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (upper === undefined || lower === undefined) throw new Error('median of nothing')
  return (upper + lower) / 2
}

/** The smallest value that at least `fraction` (0 to 1) of all values do not exceed (nearest rank). */
export function percentile(values: readonly number[], fraction: number): number {
  const sorted = sortedCopy(values)
  const value = sorted[Math.max(0, Math.ceil(fraction * sorted.length) - 1)]
  if (value === undefined) throw new Error('percentile of nothing')
  return value
}

export const round = (value: number, digits = 0): number => Number(value.toFixed(digits))

const sortedCopy = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b)
