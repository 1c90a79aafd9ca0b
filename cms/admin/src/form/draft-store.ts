import type { ProgrammeId } from '@ulan/contract'
import { keepText } from './keep-text.ts'
import type { ProgrammeEdit } from './programme-edit.ts'

type TextStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (id: ProgrammeId): string => `ulan-admin:draft:${id}`

/** Unsaved words of this browser, so that closing the window or a power cut loses none. */
export class DraftStore {
  readonly #store: TextStore

  constructor(store: TextStore) {
    this.#store = store
  }

  read(id: ProgrammeId): ProgrammeEdit | undefined {
    const text = this.#store.getItem(keyOf(id))
    if (text === null) return undefined
    try {
      const value: unknown = JSON.parse(text)
      if (typeof value === 'object' && value !== null && 'baseRev' in value && 'base' in value && 'mine' in value) {
        return value as ProgrammeEdit // written by `write` alone; members just seen
      }
    } catch {
      this.#store.removeItem(keyOf(id)) // damaged beyond reading; the server's words are shown instead
    }
    return undefined
  }

  /** False when the browser has no room. */
  write(id: ProgrammeId, edit: ProgrammeEdit): boolean {
    return keepText(this.#store, keyOf(id), edit)
  }

  remove(id: ProgrammeId): void {
    this.#store.removeItem(keyOf(id))
  }
}
