import type { TranslationId } from '@ulan/contract'
import { keepText } from './keep-text.ts'
import type { TranslationEdit } from './translation-edit.ts'

type TextStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (id: TranslationId): string => `ulan-admin:translation:${id}`

/** Unsaved translations of this browser, so that closing the window or a power cut loses none. */
export class TranslationDrafts {
  readonly #store: TextStore

  constructor(store: TextStore) {
    this.#store = store
  }

  has(id: TranslationId): boolean {
    return this.read(id) !== undefined
  }

  read(id: TranslationId): TranslationEdit | undefined {
    const text = this.#store.getItem(keyOf(id))
    if (text === null) return undefined
    try {
      const value: unknown = JSON.parse(text)
      if (typeof value === 'object' && value !== null && 'rev' in value && 'chinese' in value && 'base' in value && 'mine' in value) {
        return value as TranslationEdit // written by `write` alone; members just seen
      }
    } catch {
      this.#store.removeItem(keyOf(id)) // damaged beyond reading; the server's words are shown instead
    }
    return undefined
  }

  /** False when the browser has no room. */
  write(id: TranslationId, edit: TranslationEdit): boolean {
    return keepText(this.#store, keyOf(id), edit)
  }

  remove(id: TranslationId): void {
    this.#store.removeItem(keyOf(id))
  }
}
