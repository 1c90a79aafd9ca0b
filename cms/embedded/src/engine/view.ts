import type { Catalogue } from './catalogue.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

/** Clock and ids come from outside, so that tests can fix them. */
export type StoreWorld = {
  readonly nowMs: () => number
  readonly newId: () => Uint8Array
}

/** What a read may see: one connection at one state, and the catalogue of that state. */
export interface ReadView {
  readonly connection: SqliteConnection
  readonly catalogue: Catalogue
  readonly world: StoreWorld
  /** The absolute time after which the command must give up, in ms of the clock; 0 for never. */
  readonly deadlineMs: number
  /** Told of every collection read, so that a transaction can tell whether its reads still hold. */
  readonly noteRead: (collectionId: number) => void
}

/** What a write may change: the writer's connection and its own, not yet committed catalogue. */
export interface WriteView extends ReadView {
  catalogue: Catalogue
}
