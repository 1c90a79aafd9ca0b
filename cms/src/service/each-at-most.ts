/** Does something with each of these, with no more than so many of them under way at once. */
export async function eachAtMost<T>(most: number, items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  // All who work take from the same ones that are left.
  const left = items.values()
  const work = async (): Promise<void> => {
    for (const item of left) await act(item)
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, work))
}
