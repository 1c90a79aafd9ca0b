import type { ProgrammeId } from '@ulan/contract'
import type { CatalogueChange } from './load-catalogue.ts'
import type { ProgrammeWriter } from './ports.ts'
import type { ReviewStore } from './review-needs.ts'

type Tell = (changes: readonly CatalogueChange[]) => void

/**
 * A writer that tells of each programme it tried to write, before whoever asked for it knows how it went: one that failed
 * may have been written all the same.
 */
export function tellingWriter(writer: ProgrammeWriter, tell: Tell): ProgrammeWriter {
  const telling = <T>(id: ProgrammeId, write: Promise<T>): Promise<T> => afterwards(write, () => tell([{ kind: 'programme', id }]))
  return {
    keepVersion: writer.keepVersion,
    insert: (programme) => telling(programme.id, writer.insert(programme)),
    replaceRevision: (programme, seenRev) => telling(programme.id, writer.replaceRevision(programme, seenRev)),
    remove: (programme, by) => telling(programme.id, writer.remove(programme, by)),
    putBack: (programme) => telling(programme.id, writer.putBack(programme)),
  }
}

/** Reviews that are told of likewise. */
export function tellingReviews(reviews: ReviewStore, tell: Tell): ReviewStore {
  const telling = <T>(id: ProgrammeId, write: Promise<T>): Promise<T> => afterwards(write, () => tell([{ kind: 'review', id }]))
  return {
    ...reviews,
    insert: (review) => telling(review.programmeId, reviews.insert(review)),
    replaceRevision: (review, seenRev) => telling(review.programmeId, reviews.replaceRevision(review, seenRev)),
  }
}

async function afterwards<T>(work: Promise<T>, then: () => void): Promise<T> {
  try {
    return await work
  } finally {
    then()
  }
}
