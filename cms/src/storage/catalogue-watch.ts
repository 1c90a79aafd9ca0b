import type { ProgrammeId } from '@ulan/contract'
import type { Connection, mongo } from 'mongoose'
import type { Logger } from 'pino'
import type { CatalogueChange } from '../service/load-catalogue.ts'
import { CATALOGUE_COLLECTIONS } from './catalogue-models.ts'
import { programmeOfKey, REVIEW_COLLECTION } from './review-store.ts'

type Needs = { readonly connection: Connection; readonly logger: Logger; onChange(changes: readonly CatalogueChange[]): void }

const REOPEN_FIRST_MS = 1_000
const REOPEN_MOST_MS = 60_000

/**
 * Tells of every change of the catalogue and of its reviews, from whichever process, until closed. Each time watching begins it tells that
 * all may have changed, since nobody knows what happened before.
 */
export function watchCatalogue({ connection, logger, onChange }: Needs): { close(): Promise<void> } {
  const database = connection.getClient().db(connection.name)
  let stream: mongo.ChangeStream | undefined
  let timer: NodeJS.Timeout | undefined
  let waitMs = REOPEN_FIRST_MS
  let isClosed = false

  const open = (): void => {
    stream = database.watch([{ $match: { 'ns.coll': { $in: [...CATALOGUE_COLLECTIONS, REVIEW_COLLECTION] } } }])
    stream.once('resumeTokenChanged', () => {
      waitMs = REOPEN_FIRST_MS
      onChange([{ kind: 'all' }])
    })
    stream.on('change', (event) => onChange([changeOf(event)]))
    stream.on('error', reopen)
    stream.on('end', () => reopen(undefined))
  }
  const reopen = (error: unknown): void => {
    if (isClosed || timer !== undefined) return
    const reason = error instanceof Error ? error.message : 'ended'
    logger.warn({ reason, waitMs }, 'watching the catalogue broke off')
    timer = setTimeout(() => {
      timer = undefined
      open()
    }, waitMs)
    waitMs = Math.min(waitMs * 2, REOPEN_MOST_MS)
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
  const isReview = event.ns.coll === REVIEW_COLLECTION
  if (event.ns.coll !== 'programmes' && !isReview) return { kind: 'small-nouns' }
  if (!('documentKey' in event)) return { kind: 'all' }
  // Ids of these collections are the product's own texts, not ObjectIds as the driver's type supposes.
  const key = String(event.documentKey._id)
  return isReview ? { kind: 'review', id: programmeOfKey(key) } : { kind: 'programme', id: key as ProgrammeId }
}
