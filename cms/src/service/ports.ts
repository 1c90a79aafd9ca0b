import type {
  AssetId,
  AttemptCreate,
  AttemptId,
  AuditEntry,
  AuditQuery,
  Campaign,
  Genre,
  Law,
  PictureId,
  Programme,
  ProgrammeId,
  Question,
  Quiz,
  Rail,
  Region,
  Series,
  Settings,
  SettingsChange,
  StarterCatalogue,
  TranslationChange,
  TranslationId,
  TranslationProposal,
  Troupe,
} from '@ulan/contract'
import type { AuditHead } from '../domain/audit/audit-chain.ts'
import type { ListedFrom } from '../domain/listing/listing.ts'
import type { KeptProgramme, KeptVersion } from '../domain/programme/kept-programme.ts'
import type { QualityCount } from '../domain/quality/quality.ts'

/** Where an episode stands. */
export type EpisodePlace = NonNullable<Programme['episodeOf']>

export interface ProgrammeReader {
  readOne(id: ProgrammeId): Promise<KeptProgramme | undefined>
  readMany(ids: readonly ProgrammeId[]): Promise<readonly KeptProgramme[]>
  listPublished(): Promise<readonly KeptProgramme[]>
  /** Another programme that holds this place in a series, to the public or in what staff work on; one that was taken down has given it up. */
  findAtEpisode(place: EpisodePlace, except: ProgrammeId): Promise<ProgrammeId | undefined>
  /** All programmes that have an asset, of whatever status, in what staff work on, in what went out last or in what will. */
  listUsing(assetId: AssetId): Promise<readonly KeptProgramme[]>
  /** Of all programmes that have an asset, what tells of that. */
  listWithAssets(): Promise<readonly ProgrammeWithAsset[]>
  /** As it was when somebody deleted it, where it was kept. */
  readDeleted(id: ProgrammeId): Promise<DeletedProgramme | undefined>
  /** Latest first. */
  listDeleted(most: number): Promise<readonly DeletedProgramme[]>
  /** Whether there was such a programme before somebody deleted it. */
  wasDeleted(id: ProgrammeId): Promise<boolean>
  /** Of all programmes, what a list is made of: those after an id, or the first, by id. */
  readListedAfter(id: ProgrammeId | undefined, most: number): Promise<readonly ListedFrom[]>
  readListed(ids: readonly ProgrammeId[]): Promise<readonly ListedFrom[]>
  /** All for which something is planned, or was due and refused. */
  listScheduled(): Promise<readonly KeptProgramme[]>
  /** Those for which something is due at this instant (UTC, ISO 8601). */
  listDue(now: string): Promise<readonly KeptProgramme[]>
  /** Those of these pictures that a programme names as its poster, as it is, went out, will, was once, or lies in the trash. */
  namedPictures(ids: readonly PictureId[]): Promise<ReadonlySet<PictureId>>
  /** Those that another one followed, the latest first. */
  listVersions(id: ProgrammeId, most: number): Promise<readonly KeptVersion[]>
}

export type ProgrammeWithAsset = Pick<Programme, 'id' | 'rev' | 'title' | 'status'> & { readonly assetId: AssetId }

export interface ProgrammeWriter {
  insert(programme: KeptProgramme): Promise<void>
  /** Keeps a version for good, before another one takes its place; keeping it twice is harmless. */
  keepVersion(id: ProgrammeId, version: KeptVersion): Promise<void>
  /** Puts a programme in the place of the revision its editor saw; false when that revision is gone. */
  replaceRevision(programme: KeptProgramme, seenRev: number): Promise<boolean>
  /** Puts a programme into the trash at the revision its editor saw, with who did it and when; false when that revision is gone. */
  remove(programme: KeptProgramme, by: Deleter): Promise<boolean>
  /** Takes a programme out of the trash; false when it is there already. */
  putBack(programme: KeptProgramme): Promise<boolean>
}

/** Which revision the rails as a whole are of, who made it, and the campaigns of that revision. */
export type LayoutChange = {
  readonly rev: number
  readonly changedAt: string
  readonly changedBy: string
  readonly campaigns: readonly Campaign[]
}
/** What came with the installation. */
export type FirstLayout = { readonly rev: 0; readonly campaigns: readonly Campaign[] }

export interface HomeLayoutStore {
  /** Revision 0 as long as nobody changed what came with the installation. */
  readRevision(): Promise<LayoutChange | FirstLayout>
  /** Puts rails in the place of all there are, and their revision in the place of the one before it, both or neither; false when that one is gone. */
  replaceLayout(rails: readonly Rail[], change: LayoutChange): Promise<boolean>
}

/** Which process does what is due. */
export interface ScheduleLease {
  /** Takes or prolongs it; false while it is another's. */
  claim(now: Date, ms: number): Promise<boolean>
}

export type Deleter = { readonly email: string; readonly at: Date }
export type DeletedProgramme = { readonly programme: KeptProgramme; readonly by: Deleter }

export interface CatalogueReader {
  listSeries(): Promise<readonly Series[]>
  listRails(): Promise<readonly Rail[]>
  listQuizzes(): Promise<readonly Quiz[]>
  listQuestions(): Promise<readonly Question[]>
  listLaws(): Promise<readonly Law[]>
  listGenres(): Promise<readonly Genre[]>
  listTroupes(): Promise<readonly Troupe[]>
  listRegions(): Promise<readonly Region[]>
}

export interface SettingsReader {
  /** Empty texts and all languages, at revision 0, where nothing has been set. */
  readSettings(): Promise<Settings>
}

export interface SettingsWriter {
  /** Puts settings in the place of the revision before theirs and keeps the change, both or neither; false when that revision is gone. */
  replaceRevision(settings: Settings, change: SettingsChange): Promise<boolean>
  /** The latest changes, newest first. */
  listChanges(): Promise<readonly SettingsChange[]>
}

/** How long masters are kept, as somebody decided. */
export type RetentionRule = { readonly rev: number; readonly masterDays: number; readonly changedAt: Date; readonly changedBy: string }

export interface RetentionStore {
  /** Undefined where nobody decided anything. */
  readLast(): Promise<RetentionRule | undefined>
  /** False when its revision is taken. */
  add(rule: RetentionRule): Promise<boolean>
}

/** What staff did about one text of the interface; nothing is proposed after it was taken back. */
export type KeptTranslation = { readonly id: TranslationId; readonly rev: number; readonly proposal?: TranslationProposal }

export interface TranslationStore {
  /** Undefined where nobody ever proposed anything. */
  readOne(id: TranslationId): Promise<KeptTranslation | undefined>
  listAll(): Promise<readonly KeptTranslation[]>
  /** Puts a translation in the place of the revision before its own and keeps the change, both or neither; false when that revision is gone. */
  replaceRevision(kept: KeptTranslation, change: TranslationChange): Promise<boolean>
  /** The latest changes, newest first. */
  listChanges(): Promise<readonly TranslationChange[]>
}

export interface SeriesWriter {
  insert(series: Series): Promise<void>
}

export type StoredAttempt = { readonly attempt: AttemptCreate; readonly receivedAt: Date }

export interface AttemptReader {
  readOne(id: AttemptId): Promise<StoredAttempt | undefined>
}

export interface AttemptWriter {
  /** Stores all durably; resolves with the indexes of those whose id was stored before. */
  insertMany(attempts: readonly AttemptCreate[], receivedAt: Date): Promise<ReadonlySet<number>>
}

export interface QualityStore {
  /** Adds what was counted to the same days and devices, durably. */
  add(counts: readonly QualityCount[]): Promise<void>
  /** From a day on, the latest first. */
  listSince(day: string): Promise<readonly QualityCount[]>
}

/** `in-use`: somebody's own programmes are in it; nothing must be added. */
export type SeedState = 'empty' | 'begun' | 'done' | 'in-use'

export interface SeedWriter {
  readState(): Promise<SeedState>
  mark(state: 'begun' | 'done', changedAt: Date): Promise<void>
  /** Adds what is not there yet; what is there stays as it is. */
  addAll(catalogue: StarterCatalogue, programmes: readonly Programme[]): Promise<void>
}

/** The log of what staff did; entries are added and never changed. */
export interface AuditStore {
  /** The latest entry; undefined where there is none. */
  readHead(): Promise<AuditHead | undefined>
  /** Durably; false when its number is taken. */
  append(entry: AuditEntry): Promise<boolean>
  /** Entries that end no other, latest first. */
  listBeginnings(query: AuditQuery, most: number): Promise<readonly AuditEntry[]>
  /** Those that end one of these. */
  listEnds(seqs: readonly number[]): Promise<readonly AuditEntry[]>
  /** In order, from the one after `seq` on. */
  listAfter(seq: number, most: number): Promise<readonly AuditEntry[]>
}
