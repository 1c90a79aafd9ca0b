import type { AssetId, ProgrammeId } from '@ulan/contract'
import type { QueryFilter } from 'mongoose'
import type { ListedFrom } from '../domain/listing/listing.ts'
import type { KeptProgramme, KeptVersion } from '../domain/programme/kept-programme.ts'
import type { DeletedProgramme, EpisodePlace, ProgrammeReader, ProgrammeWithAsset } from '../service/ports.ts'
import type { DeletedProgrammeRow, ProgrammeModels, ProgrammeRow } from './catalogue-models.ts'
import { findNamedPictures } from './named-pictures.ts'
import { programmeFromRow } from './row.ts'

/** Where a programme names an asset: in what staff work on, in what went out, in what will. */
const ASSETS = ['assetId', 'lastVersion.content.assetId', 'schedule.publish.content.assetId'] as const

/** What a list of staff is made of. */
const LISTED = { status: 1, kind: 1, regionCode: 1, episodeOf: 1, assetId: 1, updatedAt: 1, title: 1 } as const

const listedFromRow = ({ _id, updatedAt, ...members }: Pick<ProgrammeRow, '_id' | keyof typeof LISTED>): ListedFrom => ({
  id: _id,
  ...members,
  updatedAt: updatedAt.toISOString(),
})

const deletedFromRow = ({ programme, deletedBy, deletedAt }: DeletedProgrammeRow): DeletedProgramme | undefined =>
  programme && { programme, by: { email: deletedBy, at: deletedAt } }

type Past = Pick<ProgrammeReader, 'readDeleted' | 'listDeleted' | 'wasDeleted' | 'listVersions'>

/** What was: programmes that were deleted, and versions that others followed. */
function createPastReader({ deletedProgrammes, versions }: ProgrammeModels): Past {
  return {
    async readDeleted(id: ProgrammeId): Promise<DeletedProgramme | undefined> {
      const row = await deletedProgrammes.findById(id).lean<DeletedProgrammeRow>().exec()
      return row === null ? undefined : deletedFromRow(row)
    },
    async listDeleted(most: number): Promise<readonly DeletedProgramme[]> {
      const rows = await deletedProgrammes
        .find({ programme: { $exists: true } })
        .sort({ deletedAt: -1 })
        .limit(most)
        .lean<DeletedProgrammeRow[]>()
        .exec()
      return rows.flatMap((row) => deletedFromRow(row) ?? [])
    },
    async wasDeleted(id: ProgrammeId): Promise<boolean> {
      return (await deletedProgrammes.exists({ _id: id }).exec()) !== null
    },
    async listVersions(id: ProgrammeId, most: number): Promise<readonly KeptVersion[]> {
      const rows = await versions.find({ programmeId: id }).sort({ number: -1 }).limit(most).lean().exec()
      return rows.map(({ version }) => version)
    },
  }
}

/** Reads programmes; cannot write. */
export function createProgrammeReader(models: ProgrammeModels): ProgrammeReader {
  const { programmes } = models
  /** Each once; a question for each filter, since each has an index of its own. */
  const readAny = async (filters: readonly QueryFilter<ProgrammeRow>[]): Promise<ProgrammeRow[]> => {
    const found = await Promise.all(filters.map((filter) => programmes.find(filter).lean<ProgrammeRow[]>().exec()))
    return [...new Map(found.flat().map((row) => [row._id, row])).values()]
  }
  return {
    ...createPastReader(models),
    namedPictures: (ids) => (ids.length === 0 ? Promise.resolve(new Set()) : findNamedPictures(models, ids)),
    async readOne(id: ProgrammeId): Promise<KeptProgramme | undefined> {
      const row = await programmes.findById(id).lean().exec()
      return row === null ? undefined : programmeFromRow(row)
    },
    async readMany(ids: readonly ProgrammeId[]): Promise<readonly KeptProgramme[]> {
      if (ids.length === 0) return []
      const rows = await programmes
        .find({ _id: { $in: [...ids] } })
        .lean()
        .exec()
      return rows.map(programmeFromRow)
    },
    async listPublished(): Promise<readonly KeptProgramme[]> {
      const rows = await programmes.find({ status: 'published' }).lean().exec()
      return rows.map(programmeFromRow)
    },
    async findAtEpisode({ seriesId, season, episode }: EpisodePlace, except: ProgrammeId): Promise<ProgrammeId | undefined> {
      // The place as staff work on it, and as the public sees it: neither is to be held twice.
      const rows = await readAny(
        ['episodeOf', 'lastVersion.content.episodeOf'].map((at) => ({
          [`${at}.seriesId`]: seriesId,
          [`${at}.season`]: season,
          [`${at}.episode`]: episode,
          _id: { $ne: except },
          status: { $ne: 'taken-down' as const },
        })),
      )
      return rows[0]?._id
    },
    async listUsing(assetId: AssetId): Promise<readonly KeptProgramme[]> {
      const rows = await readAny(ASSETS.map((at) => ({ [at]: assetId })))
      return rows.sort((one, other) => (one._id < other._id ? -1 : 1)).map(programmeFromRow)
    },
    async listWithAssets(): Promise<readonly ProgrammeWithAsset[]> {
      const rows = await programmes
        .find(
          { $or: ASSETS.map((at) => ({ [at]: { $exists: true } })) },
          { rev: 1, title: 1, status: 1, ...Object.fromEntries(ASSETS.map((at) => [at, 1])) },
        )
        .lean<ProgrammeRow[]>()
        .exec()
      return rows.flatMap(({ _id, rev, title, status, assetId, lastVersion, schedule }) =>
        [...new Set([assetId, lastVersion?.content.assetId, schedule?.publish?.content.assetId])].flatMap((used) =>
          used === undefined ? [] : [{ id: _id, rev, title, status, assetId: used }],
        ),
      )
    },
    async readListedAfter(id: ProgrammeId | undefined, most: number): Promise<readonly ListedFrom[]> {
      const after = id === undefined ? {} : { _id: { $gt: id } }
      return (await programmes.find(after, LISTED).sort({ _id: 1 }).limit(most).lean().exec()).map(listedFromRow)
    },
    async readListed(ids: readonly ProgrammeId[]): Promise<readonly ListedFrom[]> {
      return (
        await programmes
          .find({ _id: { $in: [...ids] } }, LISTED)
          .lean()
          .exec()
      ).map(listedFromRow)
    },
    async listScheduled(): Promise<readonly KeptProgramme[]> {
      return (await readAny(['publish', 'takeDown', 'missed'].map((act) => ({ [`schedule.${act}.at`]: { $gt: '' } })))).map(
        programmeFromRow,
      )
    },
    async listDue(now: string): Promise<readonly KeptProgramme[]> {
      return (await readAny(['publish', 'takeDown'].map((act) => ({ [`schedule.${act}.at`]: { $lte: now } })))).map(programmeFromRow)
    },
  }
}
