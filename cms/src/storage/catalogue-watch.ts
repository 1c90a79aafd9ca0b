import type { ProgrammeId } from '@ulan/contract'
import type { Connection, mongo } from 'mongoose'
import type { Logger } from 'pino'
import type { CatalogueChange } from '../service/load-catalogue.ts'
import { CATALOGUE_COLLECTIONS } from './catalogue-models.ts'

type Needs = { readonly connection: Connection; readonly logger: Logger; onChange(changes: readonly CatalogueChange[]): void }

const REOPEN_AFTER_MS = 2_000

/** Tells of every change of the catalogue, from whichever process, until closed. After a gap it tells that all may have changed. */
export function watchCatalogue({ connection, logger, onChange }: Needs): { close(): Promise<void> } {
  const database = connection.getClient().db(connection.name)
  let stream: mongo.ChangeStream | undefined
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  const open = (): void => {
    stream = database.watch([{ $match: { 'ns.coll': { $in: [...CATALOGUE_COLLECTIONS] } } }])
    stream.on('change', (event) => onChange([changeOf(event)]))
    stream.on('error', reopen)
    stream.on('end', () => reopen(undefined))
  }
  const reopen = (error: unknown): void => {
    if (isClosed || timer !== undefined) return
    logger.warn({ err: error }, 'watching the catalogue broke off')
    timer = setTimeout(() => {
      timer = undefined
      open()
      onChange([{ kind: 'all' }])
    }, REOPEN_AFTER_MS)
  }
  open()
  return {
    async close() {
      isClosed = true
      clearTimeout(timer)
      await stream?.close()
    },
  }
}

function changeOf(event: mongo.ChangeStreamDocument): CatalogueChange {
  if (!('ns' in event) || !('coll' in event.ns)) return { kind: 'all' }
  if (event.ns.coll !== 'programmes') return { kind: 'small-nouns' }
  // Ids of this collection are the product's own texts, not ObjectIds as the driver's type supposes.
  return 'documentKey' in event ? { kind: 'programme', id: String(event.documentKey._id) as ProgrammeId } : { kind: 'all' }
}
