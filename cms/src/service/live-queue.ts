import type { ProgrammeId, ReviewQueueQuery } from '@ulan/contract'
import type { Logger } from 'pino'
import { byWait, selectWaiting, type Waiting, type WaitingSelection, waitingOf } from '../domain/review/waiting.ts'
import { createLiveEntries, READ_AT_ONCE } from './live-entries.ts'
import type { CatalogueChange } from './load-catalogue.ts'
import type { ProgrammeReader } from './ports.ts'
import { type HashNeeds, hashContents, type ReviewStore } from './review-needs.ts'
import type { StaffMember } from './staff-ports.ts'

type Needs = HashNeeds & {
  readonly reviews: Pick<ReviewStore, 'listOpenAfter' | 'readLatestOf'>
  readonly reader: Pick<ProgrammeReader, 'readMany'>
  readonly logger: Pick<Logger, 'error'>
}

/**
 * What waits for signatures, in memory: whose turn it is follows from every signature, from who wrote, and from what stands
 * there now, so that no index of the store knows it.
 */
export type LiveQueue = {
  /** By all that was noted before. Rejects when the store cannot be read. */
  select(query: ReviewQueueQuery, member: StaffMember): Promise<WaitingSelection>
  /** What may have changed; it is read again before anything is chosen. */
  note(changes: readonly CatalogueChange[]): void
  /** Resolves when nothing is being read any more; the store may be closed then. */
  settled(): Promise<void>
}

/** Which quiz has changed is not told. */
const QUIZZES = 'quizzes'

export function createLiveQueue(needs: Needs): LiveQueue {
  const { reviews, reader, logger } = needs
  const readNamed = async (ids: readonly ProgrammeId[]): Promise<readonly Waiting[]> => {
    const open = (await reviews.readLatestOf(ids)).filter(({ state }) => state === 'open')
    const hashed = await hashContents(needs, await reader.readMany(open.map(({ programmeId }) => programmeId)))
    const known = new Map(hashed.map((each) => [each.programme.id, each]))
    // What was deleted waits for nobody.
    return open.flatMap((review) => {
      const found = known.get(review.programmeId)
      return found === undefined ? [] : [waitingOf(review, found.programme, found.hash)]
    })
  }
  const readAll = async (): Promise<readonly Waiting[]> => {
    const all: Waiting[] = []
    for (let after: ProgrammeId | undefined, isMore = true; isMore; ) {
      const ids = await reviews.listOpenAfter(after, READ_AT_ONCE)
      all.push(...(await readNamed([...new Set(ids)])))
      after = ids.at(-1)
      isMore = ids.length === READ_AT_ONCE
    }
    return all
  }
  const entries = createLiveEntries<Waiting>({
    readAll,
    readNamed,
    compare: byWait,
    partsOf: ({ assetId, quizId }) => [...(assetId === undefined ? [] : [assetId]), ...(quizId === undefined ? [] : [QUIZZES])],
  })
  const noteOne = (change: CatalogueChange): void => {
    if (change.kind === 'programme' || change.kind === 'review') entries.noteProgramme(change.id)
    else if (change.kind === 'asset') entries.notePart(change.id)
    else if (change.kind === 'small-nouns') entries.notePart(QUIZZES)
    else entries.noteAll()
  }

  return {
    select: async (query, member) => selectWaiting(await entries.upToDate(), query, member),
    note: (changes) => {
      for (const change of changes) noteOne(change)
      if (!changes.some(({ kind }) => kind === 'all')) return
      // Whoever asks first after a start should not wait for all of it.
      entries.upToDate().catch((error: unknown) => logger.error({ err: error }, 'queue of reviews not read'))
    },
    settled: entries.settled,
  }
}
