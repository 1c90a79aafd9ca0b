import type { MediaFigures, MediaUses, StorageCount } from '@ulan/contract'
import { type CountNeeds, countStorage, readDisk } from './count-storage.ts'
import type { MediaNeeds } from './media-needs.ts'

/** A count that is older is made anew when somebody asks for it. */
const FRESH_MS = 3_600_000
/** Figures over weeks need no more. */
const FIGURES_MS = 6 * 3_600_000

/** The last count of this process, and the one that is going on; whoever asks never waits for one. */
export class StorageCounter {
  readonly #needs: CountNeeds & Pick<MediaNeeds, 'store' | 'logger'>
  #uses: Pick<MediaUses, 'namesVersion'> | undefined
  #counted: StorageCount['counted']
  #progress: NonNullable<StorageCount['counting']> | undefined
  #running = Promise.resolve()
  #isClosed = false

  constructor(needs: CountNeeds & Pick<MediaNeeds, 'logger'>) {
    this.#needs = needs
  }

  /** Without what is used nobody can tell a superseded version from one that is watched: nothing is counted before. */
  mount(uses: Pick<MediaUses, 'namesVersion'>): void {
    this.#uses = uses
  }

  /** Begins a count, unless one is going on. */
  begin(): void {
    const uses = this.#uses
    if (uses === undefined || this.#progress !== undefined || this.#isClosed) return
    this.#progress = { done: 0, total: 1 }
    this.#running = this.#count(uses)
  }

  async read(): Promise<StorageCount> {
    const { store } = this.#needs
    this.#beginIfOlder(FRESH_MS)
    return {
      place: store.localPath('') === undefined ? 'bucket' : 'disk',
      disk: await readDisk(this.#needs),
      ...(this.#progress && { counting: this.#progress }),
      ...(this.#counted && { counted: this.#counted }),
    }
  }

  /** For `/metrics`, which is read all the time: bytes by kind, counted anew some times a day. */
  figures(): Pick<MediaFigures, 'stored'> {
    this.#beginIfOlder(FIGURES_MS)
    if (this.#counted === undefined) return {}
    const bytes = Object.fromEntries(Object.entries(this.#counted.kinds).map(([kind, amount]) => [kind, amount.bytes]))
    return { stored: { countedAt: this.#counted.at, bytes } }
  }

  #beginIfOlder(ageMs: number): void {
    if (this.#counted === undefined || this.#needs.clock().getTime() - this.#counted.at.getTime() >= ageMs) this.begin()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#running
  }

  async #count(uses: Pick<MediaUses, 'namesVersion'>): Promise<void> {
    try {
      this.#counted = await countStorage(this.#needs, uses, (done, total) => {
        // A large store takes minutes; nobody waits for the rest at the end.
        if (this.#isClosed) throw new Stopped()
        this.#progress = { done, total }
      })
    } catch (error) {
      if (!(error instanceof Stopped)) this.#needs.logger.warn({ err: error }, 'the media store could not be counted')
    } finally {
      this.#progress = undefined
    }
  }
}

class Stopped extends Error {
  override readonly name = 'Stopped'
}
