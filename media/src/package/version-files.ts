import { join } from 'node:path'
import { initFile, segmentFile } from '../store/file-layout.ts'
import { inParallel } from '../store/in-parallel.ts'
import type { MediaStore } from '../store/media-store.ts'
import { initName, segmentName, versionFolder, versionKey } from '../store/store-keys.ts'
import type { RenditionRecord } from './rendition-record.ts'

/** The files of one unit on this machine, and the version that they belong to. */
export type UnitPlace = { readonly assetId: string; readonly version: number; readonly directory: string }
/** A file to be kept; the size is known of segments only. */
type VersionFile = { readonly key: string; readonly path: string; readonly sizeBytes?: number }

const KEPT_AT_A_TIME = 4

/** One init segment serves a whole rendition: that of its first unit, since all of them are alike or the publish is refused. */
export const initFileOf = ({ assetId, version, directory }: UnitPlace, name: string): VersionFile => ({
  key: versionKey(assetId, version, initName(name)),
  path: join(directory, initFile(name)),
})

export const segmentFileOf = ({ assetId, version, directory }: UnitPlace, name: string, segment: number): VersionFile => ({
  key: versionKey(assetId, version, segmentName(name, segment)),
  path: join(directory, segmentFile(name, segment)),
})

/** What a finished unit brings to its version. */
function filesOf(place: UnitPlace, records: readonly RenditionRecord[]): readonly VersionFile[] {
  return records.flatMap(({ name, firstSegment, segments }) => [
    ...(firstSegment === 0 ? [initFileOf(place, name)] : []),
    ...segments.map(({ bytes }, index) => ({ ...segmentFileOf(place, name, firstSegment + index), sizeBytes: bytes })),
  ])
}

/** Brings a finished unit's files to where they are served from; again is harmless. */
export async function keepUnit(
  store: MediaStore,
  place: UnitPlace,
  records: readonly RenditionRecord[],
  signal: AbortSignal,
): Promise<void> {
  await inParallel(KEPT_AT_A_TIME, filesOf(place, records), ({ key, path }) => store.putFile(key, path, signal))
}

export type KeptUnit = { readonly place: UnitPlace; readonly records: readonly RenditionRecord[] }

/** Makes sure that all files of a version are there, with their right sizes; what is not is brought from this machine, or it throws. */
export async function completeVersion(store: MediaStore, assetId: string, version: number, units: readonly KeptUnit[]): Promise<void> {
  const stored = new Map((await store.list(versionFolder(assetId, version))).map(({ key, sizeBytes }) => [key, sizeBytes]))
  const missing = units
    .flatMap(({ place, records }) => filesOf(place, records))
    .filter(({ key, sizeBytes }) => !stored.has(key) || (sizeBytes !== undefined && stored.get(key) !== sizeBytes))
  await inParallel(KEPT_AT_A_TIME, missing, ({ key, path }) => store.putFile(key, path))
}
