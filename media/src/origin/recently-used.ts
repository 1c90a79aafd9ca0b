/** Values that can be had again from the store, up to a number of bytes in all. Least recently used go first. */
export class RecentlyUsed<T> {
  readonly #kept = new Map<string, { readonly value: T; readonly bytes: number }>()
  readonly #mostBytes: number
  #bytes = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  peek(key: string): T | undefined {
    const known = this.#kept.get(key)
    if (known === undefined) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, known)
    return known.value
  }

  keep(key: string, value: T, bytes: number): void {
    // Another who asked at the same time may have been quicker.
    this.#drop(key)
    this.#kept.set(key, { value, bytes })
    this.#bytes += bytes
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#mostBytes || oldest === key) return
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    const known = this.#kept.get(key)
    if (known === undefined) return
    this.#kept.delete(key)
    this.#bytes -= known.bytes
  }
}
