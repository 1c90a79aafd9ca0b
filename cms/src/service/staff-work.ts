import type { MediaLibrary, ProgrammeId, ShippedText } from '@ulan/contract'
import type { Logger } from 'pino'
import { stillStands } from '../domain/review/review-life.ts'
import type { EditNeeds } from './edit-programme.ts'
import type { LiveListing } from './live-listing.ts'
import type { LiveQueue } from './live-queue.ts'
import type { LiveSnapshot } from './live-snapshot.ts'
import type { PlanNeeds } from './planned-publication.ts'
import type {
  CatalogueReader,
  HomeLayoutStore,
  ProgrammeReader,
  ProgrammeWriter,
  SeriesWriter,
  SettingsReader,
  SettingsWriter,
  TranslationStore,
} from './ports.ts'
import type { ReviewNeeds, ReviewStore } from './review-needs.ts'
import { readApproved, readUnsigned } from './review-programme.ts'

/** What the work on the catalogue, the settings and the texts is done with. */
export type StaffWork = {
  readonly library: MediaLibrary
  readonly logger: Pick<Logger, 'error'>
  clock(): Date
  readonly storage: {
    readonly programmeReader: ProgrammeReader
    readonly programmeWriter: ProgrammeWriter
    readonly catalogueReader: CatalogueReader
    readonly seriesWriter: SeriesWriter
    readonly settings: SettingsReader & SettingsWriter
    readonly homeLayout: HomeLayoutStore
    readonly translations: TranslationStore
    readonly reviews: ReviewStore
  }
  readonly live: LiveSnapshot
  readonly listing: LiveListing
  readonly queue: LiveQueue
  readonly texts: readonly ShippedText[]
  newId(prefix: string): string
  /** Of a text, in hexadecimal. */
  sha256(text: string): string
}

export const reviewNeedsOf = ({ storage, library, sha256, clock, newId }: StaffWork): ReviewNeeds => ({
  reviews: storage.reviews,
  reader: storage.programmeReader,
  catalogue: storage.catalogueReader,
  settings: storage.settings,
  library,
  sha256,
  clock,
  newRemarkId: () => newId('k'),
})

/** What is planned is looked at with: as it is edited, and as it is signed. */
export const planNeedsOf = (work: StaffWork): PlanNeeds => ({
  ...editNeedsOf(work),
  isReviewStanding: async (id, number) => stillStands(await work.storage.reviews.listOf(id), number),
  unsignedSteps: (id) => readUnsigned(reviewNeedsOf(work), id),
})

/** The same for one list of what is planned: what is asked for each alike is read once. For no longer than that, since it grows old. */
export function planNeedsOfList(work: StaffWork): PlanNeeds {
  const { settings, catalogueReader } = work.storage
  const storage = {
    ...work.storage,
    settings: { ...settings, readSettings: once(settings.readSettings) },
    catalogueReader: {
      ...catalogueReader,
      listQuizzes: once(catalogueReader.listQuizzes),
      listQuestions: once(catalogueReader.listQuestions),
    },
  }
  return planNeedsOf({ ...work, storage })
}

/** Reads when it is first asked for; who asks later gets the same. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined
  return () => (reading ??= read())
}

function editNeedsOf(work: StaffWork): EditNeeds {
  const { storage, library, live, clock, newId } = work
  const reviewing = reviewNeedsOf(work)
  return {
    reader: storage.programmeReader,
    writer: storage.programmeWriter,
    catalogue: storage.catalogueReader,
    settings: storage.settings,
    library,
    live,
    clock,
    approvedReview: (id) => readApproved(reviewing, id),
    newProgrammeId: () => newId('p') as ProgrammeId, // fits the pattern of ids by construction
  }
}
