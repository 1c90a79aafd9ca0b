/** The part of `localStorage` that the newsroom uses, in memory: for unit tests. */
export class TextMap {
  readonly #texts = new Map<string, string>()

  get size(): number {
    return this.#texts.size
  }

  get length(): number {
    return this.#texts.size
  }

  key(at: number): string | null {
    return [...this.#texts.keys()][at] ?? null
  }

  getItem(key: string): string | null {
    return this.#texts.get(key) ?? null
  }

  setItem(key: string, text: string): void {
    this.#texts.set(key, text)
  }

  removeItem(key: string): void {
    this.#texts.delete(key)
  }
}
