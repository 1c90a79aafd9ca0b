import type { AssetId, Programme, ProgrammeId, ProgrammeStatus } from '@ulan/contract'
import type { EpisodePlace, ProgrammeReader, ProgrammeWithAsset } from '../service/ports.ts'
import type { ProgrammeModels } from './catalogue-models.ts'
import { programmeFromRow } from './row.ts'

const STAFF_LIST_LIMIT = 1000

/** Reads programmes; cannot write. */
export function createProgrammeReader({ programmes, deletedProgrammes }: ProgrammeModels): ProgrammeReader {
  return {
    async readOne(id: ProgrammeId): Promise<Programme | undefined> {
      const row = await programmes.findById(id).lean().exec()
      return row === null ? undefined : programmeFromRow(row)
    },
    async readMany(ids: readonly ProgrammeId[]): Promise<readonly Programme[]> {
      if (ids.length === 0) return []
      const rows = await programmes
        .find({ _id: { $in: [...ids] } })
        .lean()
        .exec()
      return rows.map(programmeFromRow)
    },
    async listPublished(): Promise<readonly Programme[]> {
      const rows = await programmes.find({ status: 'published' }).lean().exec()
      return rows.map(programmeFromRow)
    },
    async findAtEpisode({ seriesId, season, episode }: EpisodePlace, except: ProgrammeId): Promise<ProgrammeId | undefined> {
      const place = { 'episodeOf.seriesId': seriesId, 'episodeOf.season': season, 'episodeOf.episode': episode }
      const filter = { ...place, _id: { $ne: except }, status: { $ne: 'taken-down' as const } }
      return (await programmes.findOne(filter, { _id: 1 }).lean().exec())?._id
    },
    async listUsing(assetId: AssetId): Promise<readonly Programme[]> {
      const rows = await programmes.find({ assetId }).sort({ _id: 1 }).lean().exec()
      return rows.map(programmeFromRow)
    },
    async listWithAssets(): Promise<readonly ProgrammeWithAsset[]> {
      const rows = await programmes
        .find({ assetId: { $exists: true } }, { rev: 1, title: 1, status: 1, assetId: 1 })
        .lean()
        .exec()
      return rows.flatMap(({ _id, rev, title, status, assetId }) =>
        assetId === undefined ? [] : [{ id: _id, rev, title, status, assetId }],
      )
    },
    async wasDeleted(id: ProgrammeId): Promise<boolean> {
      return (await deletedProgrammes.exists({ _id: id }).exec()) !== null
    },
    async listLatest(status: ProgrammeStatus | undefined): Promise<readonly Programme[]> {
      const filter = status === undefined ? {} : { status }
      const rows = await programmes.find(filter).sort({ updatedAt: -1 }).limit(STAFF_LIST_LIMIT).lean().exec()
      return rows.map(programmeFromRow)
    },
  }
}
