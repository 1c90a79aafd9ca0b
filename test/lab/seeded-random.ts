export type SeededRandom = {
  /** The next number, 0 ≤ n < 1. */
  next(): number
  /** A whole number, 0 ≤ n < `limit`. */
  below(limit: number): number
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T
  /** So many of a list, or all of them, in an order of their own. */
  sample<T>(list: readonly T[], count: number): readonly T[]
}

/** Mulberry32: the same seed draws the same numbers. */
export function createRandom(seed: number): SeededRandom {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    sample: (list, count) =>
      list
        .map((value) => ({ value, rank: next() }))
        .toSorted((a, b) => a.rank - b.rank)
        .slice(0, count)
        .map(({ value }) => value),
    pick: (list) => {
      const [chosen] = list.slice(below(list.length))
      if (chosen === undefined) throw new Error('nothing to pick from')
      return chosen
    },
  }
}
