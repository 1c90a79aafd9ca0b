import type { AssetId } from '@ulan/contract'
import { keepText } from './keep-text.ts'

type TextStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Unsaved subtitles, and the file that they were made from. */
export type CueDraft = { readonly trackId: string; readonly sha256: string; readonly text: string }

const START = 'ulan-admin:cues:'
const keyOf = (assetId: AssetId, lineId: string): string => `${START}${assetId}:${lineId}`

/** Unsaved subtitles of this browser, so that closing the window or a power cut loses none. */
export class CueDrafts {
  readonly #store: TextStore

  constructor(store: TextStore) {
    this.#store = store
  }

  read(assetId: AssetId, lineId: string): CueDraft | undefined {
    return this.#readAt(keyOf(assetId, lineId))
  }

  /** Of whichever film: a programme may have another one by now, or none. */
  readOfLine(lineId: string): CueDraft | undefined {
    const keys = Array.from({ length: this.#store.length }, (_, at) => this.#store.key(at) ?? '')
    const key = keys.find((one) => one.startsWith(START) && one.endsWith(`:${lineId}`))
    return key === undefined ? undefined : this.#readAt(key)
  }

  #readAt(key: string): CueDraft | undefined {
    const text = this.#store.getItem(key)
    if (text === null) return undefined
    try {
      const value: unknown = JSON.parse(text)
      if (typeof value === 'object' && value !== null && 'trackId' in value && 'sha256' in value && 'text' in value) {
        return value as CueDraft // written by `write` alone; members just seen
      }
    } catch {
      this.#store.removeItem(key) // damaged beyond reading; the server's words are shown instead
    }
    return undefined
  }

  /** False when the browser has no room: subtitles can be larger than what it keeps for a site. */
  write(assetId: AssetId, lineId: string, draft: CueDraft): boolean {
    return keepText(this.#store, keyOf(assetId, lineId), draft)
  }

  remove(assetId: AssetId, lineId: string): void {
    this.#store.removeItem(keyOf(assetId, lineId))
  }
}
