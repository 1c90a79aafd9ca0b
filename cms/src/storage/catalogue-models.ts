import type { Genre, Law, ProgrammeId, ProgrammeStatus, Question, Quiz, Rail, Region, Series, Troupe } from '@ulan/contract'
import { type Connection, type Model, Schema } from 'mongoose'
import type { KeptProgramme, KeptVersion } from '../domain/programme/kept-programme.ts'

/** A stored record: the wire type with its id as `_id`. */
export type Row<T extends { id: string }> = Omit<T, 'id'> & { _id: T['id'] }
type Instants = 'createdAt' | 'updatedAt' | 'publishedAt' | 'takenDownAt'
export type ProgrammeRow = Omit<Row<KeptProgramme>, Instants> & {
  createdAt: Date
  updatedAt: Date
  publishedAt?: Date
  takenDownAt?: Date
}
/** A deleted programme as it was, for good; of those that were deleted before there was a trash it is not known. */
export type DeletedProgrammeRow = Pick<ProgrammeRow, '_id' | 'title' | 'rev'> & {
  deletedBy: string
  deletedAt: Date
  programme?: KeptProgramme
}
/** A version that another one followed, by programme and number; it is never changed. */
export type VersionRow = { _id: string; programmeId: ProgrammeId; number: number; version: KeptVersion }
export type RegionRow = Omit<Region, 'code'> & { _id: Region['code'] }

// Keys are written out in full: a missing locale stays missing, an empty text stays empty.
const text = new Schema({ 'zh-Hans': String, 'mn-Mong': String, 'mn-Cyrl': String }, { _id: false, minimize: false })
const required = { type: String, required: true } as const
const options = { versionKey: false, minimize: false, autoIndex: false, autoCreate: false } as const

const statuses: readonly ProgrammeStatus[] = ['draft', 'published', 'taken-down']
const episodeOf = new Schema({ seriesId: required, season: Number, episode: Number }, { _id: false })
const chapter = new Schema({ kind: required, startSeconds: Number, endSeconds: Number }, { _id: false })
// Roles, days and lengths were checked by the contract.
const credit = new Schema({ role: required, names: { type: text, required: true } }, { _id: false, minimize: false })
const rights = new Schema({ holder: String, terms: String, firstDay: String, lastDay: String }, { _id: false })
const reference = new Schema({ lawId: required, article: String }, { _id: false })

const programmeSchema = new Schema<ProgrammeRow>(
  {
    _id: required,
    kind: required,
    audience: String,
    title: { type: text, required: true },
    synopsis: text,
    genreId: String,
    troupeId: String,
    regionCode: String,
    episodeOf,
    assetId: String,
    quizId: String,
    laws: [reference],
    // No default: what nobody marked stays absent.
    chapters: { type: [chapter], default: undefined },
    performedOn: String,
    venue: text,
    credits: { type: [credit], default: undefined },
    rights,
    pictureId: String,
    rev: { type: Number, required: true },
    status: { type: String, enum: statuses, required: true },
    isSample: { type: Boolean, required: true },
    writers: { type: [String], default: undefined },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    publishedAt: Date,
    takenDownAt: Date,
    takenDownReason: String,
    // Made by us of what the contract checked; a store schema would only repeat it.
    lastVersion: Schema.Types.Mixed,
    schedule: Schema.Types.Mixed,
  },
  { ...options, collection: 'programmes' },
)
programmeSchema.index({ status: 1, publishedAt: -1 })
programmeSchema.index({ updatedAt: -1 })
programmeSchema.index({ assetId: 1 })
programmeSchema.index({ 'lastVersion.content.assetId': 1 })
programmeSchema.index({ 'schedule.publish.at': 1 }, { sparse: true })
programmeSchema.index({ 'schedule.takeDown.at': 1 }, { sparse: true })
programmeSchema.index({ 'schedule.missed.at': 1 }, { sparse: true })
programmeSchema.index({ 'schedule.publish.content.assetId': 1 }, { sparse: true })
programmeSchema.index({ pictureId: 1 }, { sparse: true })
programmeSchema.index({ 'lastVersion.content.pictureId': 1 }, { sparse: true })
programmeSchema.index({ 'schedule.publish.content.pictureId': 1 }, { sparse: true })
programmeSchema.index({ 'episodeOf.seriesId': 1 })
programmeSchema.index({ 'lastVersion.content.episodeOf.seriesId': 1 })

const versionSchema = new Schema<VersionRow>(
  // As above.
  { _id: required, programmeId: required, number: Number, version: { type: Schema.Types.Mixed, required: true } },
  { ...options, collection: 'programme-versions' },
)
versionSchema.index({ programmeId: 1, number: -1 })
versionSchema.index({ 'version.content.pictureId': 1 }, { sparse: true })

const deletedProgrammeSchema = new Schema<DeletedProgrammeRow>(
  // As above.
  {
    _id: required,
    title: text,
    rev: Number,
    deletedBy: required,
    deletedAt: { type: Date, required: true },
    programme: Schema.Types.Mixed,
  },
  { ...options, collection: 'deleted-programmes' },
)

deletedProgrammeSchema.index({ deletedAt: -1 })

const season = new Schema({ number: Number, title: text }, { _id: false, minimize: false })
const seriesSchema = new Schema<Row<Series>>(
  { _id: required, kind: required, title: text, synopsis: text, posterAssetId: String, seasons: [season], isSample: Boolean },
  { ...options, collection: 'series' },
)

const railSchema = new Schema<Row<Rail>>(
  // Rule, times and pins are closed unions of the contract, checked there; a store schema would only repeat them.
  {
    _id: required,
    title: text,
    position: Number,
    rule: Schema.Types.Mixed,
    isHero: Boolean,
    devices: { type: [String], default: undefined },
    shown: Schema.Types.Mixed,
    pins: { type: [Schema.Types.Mixed], default: undefined },
    viewerRegionCode: String,
    viewerAudience: String,
  },
  { ...options, collection: 'rails' },
)

const option = new Schema({ id: required, text }, { _id: false, id: false, minimize: false })
const citation = new Schema({ lawId: required, article: String, quote: String }, { _id: false })
const questionSchema = new Schema<Row<Question>>(
  {
    _id: required,
    topic: String,
    difficulty: Number,
    text,
    options: [option],
    correctOptionId: required,
    explanation: text,
    citation,
    shuffle: Boolean,
  },
  { ...options, collection: 'questions' },
)
const quizSchema = new Schema<Row<Quiz>>({ _id: required, title: text, questionIds: [String] }, { ...options, collection: 'quizzes' })

const article = new Schema({ number: required, text: String }, { _id: false })
const lawSchema = new Schema<Row<Law>>(
  {
    _id: required,
    level: required,
    title: required,
    issuedBy: String,
    effectiveFrom: String,
    lastAmended: String,
    source: String,
    articles: [article],
  },
  { ...options, collection: 'laws' },
)

const genreSchema = new Schema<Row<Genre>>({ _id: required, name: text }, { ...options, collection: 'genres' })
const troupeSchema = new Schema<Row<Troupe>>(
  { _id: required, name: text, regionCode: String, isSample: Boolean },
  { ...options, collection: 'troupes' },
)
const regionSchema = new Schema<RegionRow>(
  { _id: required, name: text, kind: String, parentCode: String },
  { ...options, collection: 'regions' },
)

/** Collections whose change makes a new snapshot. */
export const CATALOGUE_COLLECTIONS = [
  'programmes',
  'series',
  'rails',
  'home-layout',
  'quizzes',
  'questions',
  'laws',
  'genres',
  'troupes',
  'regions',
  'settings',
] as const

export type ProgrammeModels = {
  readonly programmes: Model<ProgrammeRow>
  readonly deletedProgrammes: Model<DeletedProgrammeRow>
  readonly versions: Model<VersionRow>
}
export type CatalogueModels = ProgrammeModels & {
  readonly series: Model<Row<Series>>
  readonly rails: Model<Row<Rail>>
  readonly quizzes: Model<Row<Quiz>>
  readonly questions: Model<Row<Question>>
  readonly laws: Model<Row<Law>>
  readonly genres: Model<Row<Genre>>
  readonly troupes: Model<Row<Troupe>>
  readonly regions: Model<RegionRow>
}

/** Registers the catalogue's models on a connection; nothing is sent to the store. */
export function createCatalogueModels(connection: Connection): CatalogueModels {
  return {
    programmes: connection.model('Programme', programmeSchema),
    deletedProgrammes: connection.model('DeletedProgramme', deletedProgrammeSchema),
    versions: connection.model('ProgrammeVersion', versionSchema),
    series: connection.model('Series', seriesSchema),
    rails: connection.model('Rail', railSchema),
    quizzes: connection.model('Quiz', quizSchema),
    questions: connection.model('Question', questionSchema),
    laws: connection.model('Law', lawSchema),
    genres: connection.model('Genre', genreSchema),
    troupes: connection.model('Troupe', troupeSchema),
    regions: connection.model('Region', regionSchema),
  }
}
