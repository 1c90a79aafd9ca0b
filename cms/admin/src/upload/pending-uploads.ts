import type { ProgrammeId } from '@ulan/contract'

/** What must outlive a closed window so that an upload can go on where it stopped. */
export type PendingUpload = {
  readonly programmeId: ProgrammeId
  readonly fileName: string
  readonly sizeBytes: number
  readonly lastModifiedMs: number
  readonly sentBytes: number
  /** Both are there once all bytes are: what is left needs no file any more. */
  readonly finished?: { readonly uploadId: string; readonly sha256: string }
}

type FileLike = { readonly name: string; readonly size: number; readonly lastModified: number }
type TextStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const KEY = 'ulan-admin:pending-uploads'

/** The unfinished uploads of this browser. */
export class PendingUploads {
  readonly #store: TextStore

  constructor(store: TextStore) {
    this.#store = store
  }

  list(): readonly PendingUpload[] {
    const text = this.#store.getItem(KEY)
    if (text === null) return []
    try {
      return JSON.parse(text) as PendingUpload[] // written by `#write` alone
    } catch {
      this.#store.removeItem(KEY) // damaged: the bytes on the server are found again by their fingerprint
      return []
    }
  }

  /** The programme that the same file was being uploaded for. */
  matching(file: FileLike): PendingUpload | undefined {
    return this.list().find(
      (entry) => entry.fileName === file.name && entry.sizeBytes === file.size && entry.lastModifiedMs === file.lastModified,
    )
  }

  forProgramme(programmeId: ProgrammeId): PendingUpload | undefined {
    return this.list().find((entry) => entry.programmeId === programmeId)
  }

  /** Notes one, in place of what was noted for the same programme. */
  put(entry: PendingUpload): void {
    this.#write([...this.#others(entry.programmeId), entry])
  }

  remove(programmeId: ProgrammeId): void {
    this.#write(this.#others(programmeId))
  }

  #others(programmeId: ProgrammeId): PendingUpload[] {
    return this.list().filter((entry) => entry.programmeId !== programmeId)
  }

  #write(entries: readonly PendingUpload[]): void {
    if (entries.length === 0) this.#store.removeItem(KEY)
    else this.#store.setItem(KEY, JSON.stringify(entries))
  }
}
