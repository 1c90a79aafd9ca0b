import type { Asset, AssetId, ProgrammeId, RegionCode, SeriesId, StaffProgramme } from '@ulan/contract'

/** Records for the unit tests of this package; plain strings become ids here and nowhere else. */
export const programmeId = (id: string): ProgrammeId => id as ProgrammeId
export const seriesId = (id: string): SeriesId => id as SeriesId
export const assetId = (id: string): AssetId => id as AssetId
export const regionCode = (code: string): RegionCode => code as RegionCode

export const programmeWith = (change: Partial<StaffProgramme> = {}): StaffProgramme => ({
  id: programmeId('p-1'),
  rev: 1,
  kind: 'performance',
  audience: 'everyone',
  title: { 'zh-Hans': '草原法在身边', 'mn-Cyrl': 'Бэлчээрийн хууль' },
  status: 'draft',
  laws: [],
  isSample: false,
  createdAt: '2026-11-24T02:00:00.000Z',
  updatedAt: '2026-11-24T02:00:00.000Z',
  blockers: [],
  isChanged: false,
  ...change,
})

export const assetWith = (change: Partial<Asset> = {}): Asset => ({
  id: assetId('a-1'),
  fileName: 'show.mp4',
  sizeBytes: 1000,
  status: 'encoding',
  createdAt: '2026-11-24T02:00:00.000Z',
  rungs: [],
  progress: 0,
  attempt: 1,
  audios: [],
  subtitles: [],
  tracks: [],
  ladders: [],
  ...change,
})
