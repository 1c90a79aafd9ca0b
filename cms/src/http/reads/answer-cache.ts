import type { PreparedAnswer } from './prepared-answer.ts'

/** What an entry costs beside its bytes: objects, header texts, map slots. Rounded up from heap snapshots of such entries. */
const ENTRY_OVERHEAD_BYTES = 4096

/**
 * Answers by key, bounded by bytes. Second chance instead of strict LRU order: a hit only sets a flag, so the fast path
 * never touches the map's order; the sweep gives every entry used since the last sweep one more round.
 */
export class AnswerCache {
  readonly #answers = new Map<string, PreparedAnswer>()
  readonly #capBytes: number
  /** Estimate at the time of insertion; compressed forms made later are counted at the next sweep. */
  #sizeBytes = 0

  constructor(capBytes: number) {
    this.#capBytes = capBytes
  }

  get(key: string): PreparedAnswer | undefined {
    return this.#answers.get(key)
  }

  /** True when others had to go for it. */
  set(key: string, answer: PreparedAnswer): boolean {
    this.#answers.set(key, answer)
    // Both compressed forms together stay below the plain one for JSON.
    this.#sizeBytes += answer.sizeBytes() * 2 + ENTRY_OVERHEAD_BYTES
    if (this.#sizeBytes <= this.#capBytes) return false
    this.#sweep()
    return true
  }

  clear(): void {
    this.#answers.clear()
    this.#sizeBytes = 0
  }

  get size(): number {
    return this.#answers.size
  }

  #sweep(): void {
    this.#sizeBytes = 0
    for (const answer of this.#answers.values()) this.#sizeBytes += answer.sizeBytes() * 2 + ENTRY_OVERHEAD_BYTES
    const wanted = this.#capBytes * 0.75
    // Two rounds at most: the first takes flags away from what was used, the second finds nothing flagged.
    for (let round = 0; round < 2 && this.#sizeBytes > wanted; round += 1) {
      for (const [key, answer] of this.#answers) {
        if (this.#sizeBytes <= wanted) return
        if (answer.isRecent) answer.isRecent = false
        else {
          this.#answers.delete(key)
          this.#sizeBytes -= answer.sizeBytes() * 2 + ENTRY_OVERHEAD_BYTES
        }
      }
    }
  }
}
