import type { AssetId, Programme, ProgrammeId, ProgrammeStatus } from '@ulan/contract'
import type { KeptProgramme, KeptVersion } from '../domain/programme/kept-programme.ts'
import type { EpisodePlace, ProgrammeReader, ProgrammeWithAsset } from '../service/ports.ts'
import type { ProgrammeModels, ProgrammeRow } from './catalogue-models.ts'
import { programmeFromRow } from './row.ts'

const STAFF_LIST_LIMIT = 1000

/** The place as staff work on it, and as the public sees it: neither is to be held twice. */
const atEpisode = ({ seriesId, season, episode }: EpisodePlace) =>
  (['episodeOf', 'lastVersion.content.episodeOf'] as const).map((at) => ({
    [`${at}.seriesId`]: seriesId,
    [`${at}.season`]: season,
    [`${at}.episode`]: episode,
  }))

/** Reads programmes; cannot write. */
export function createProgrammeReader({ programmes, deletedProgrammes, versions }: ProgrammeModels): ProgrammeReader {
  return {
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
    async findAtEpisode(place: EpisodePlace, except: ProgrammeId): Promise<ProgrammeId | undefined> {
      const filter = { $or: atEpisode(place), _id: { $ne: except }, status: { $ne: 'taken-down' as const } }
      return (await programmes.findOne(filter, { _id: 1 }).lean().exec())?._id
    },
    async listUsing(assetId: AssetId): Promise<readonly Programme[]> {
      const filter = { $or: [{ assetId }, { 'lastVersion.content.assetId': assetId }] }
      const rows = await programmes.find(filter).sort({ _id: 1 }).lean().exec()
      return rows.map(programmeFromRow)
    },
    async listWithAssets(): Promise<readonly ProgrammeWithAsset[]> {
      const rows = await programmes
        .find(
          { $or: [{ assetId: { $exists: true } }, { 'lastVersion.content.assetId': { $exists: true } }] },
          { rev: 1, title: 1, status: 1, assetId: 1, 'lastVersion.content.assetId': 1 },
        )
        .lean<ProgrammeRow[]>()
        .exec()
      return rows.flatMap(({ _id, rev, title, status, assetId, lastVersion }) =>
        [...new Set([assetId, lastVersion?.content.assetId])].flatMap((used) =>
          used === undefined ? [] : [{ id: _id, rev, title, status, assetId: used }],
        ),
      )
    },
    async wasDeleted(id: ProgrammeId): Promise<boolean> {
      return (await deletedProgrammes.exists({ _id: id }).exec()) !== null
    },
    async listLatest(status: ProgrammeStatus | undefined): Promise<readonly KeptProgramme[]> {
      const filter = status === undefined ? {} : { status }
      const rows = await programmes.find(filter).sort({ updatedAt: -1 }).limit(STAFF_LIST_LIMIT).lean().exec()
      return rows.map(programmeFromRow)
    },
    async listVersions(id: ProgrammeId, most: number): Promise<readonly KeptVersion[]> {
      const rows = await versions.find({ programmeId: id }).sort({ number: -1 }).limit(most).lean().exec()
      return rows.map(({ version }) => version)
    },
  }
}
