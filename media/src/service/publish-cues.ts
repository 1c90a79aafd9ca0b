import { readFile } from 'node:fs/promises'
import type { ProblemName } from '@ulan/contract'
import { readCueFile } from '../cue/read-cue-file.ts'
import { mpegtsOfDelay, writeWebVtt } from '../cue/webvtt-writer.ts'
import { writeCuePlaylist } from '../package/playlist-writer.ts'
import type { VersionManifest } from '../package/version-manifest.ts'
import { framesPerSecond } from '../plan/frame-rate.ts'
import { REORDER_FRAMES, type TranscodePlan } from '../plan/transcode-plan.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import { StoreTrouble } from '../store/media-store.ts'
import { cuesName, playlistName, versionKey } from '../store/store-keys.ts'
import type { MediaNeeds } from './media-needs.ts'

type Cues =
  /** By name of the subtitles: the version in whose folder they are. */
  | { readonly kind: 'kept'; readonly versions: Readonly<Record<string, number>> }
  | { readonly kind: 'refused'; readonly problem: ProblemName; readonly message: string }

/** Writes the subtitles of a version as WebVTT on the clock of its pictures; those of the version before stay where they are. */
export async function publishCues(
  needs: MediaNeeds,
  asset: AssetRecord,
  plan: TranscodePlan,
  version: number,
  durationSeconds: number,
  base: VersionManifest | undefined,
): Promise<Cues> {
  const { store, layout, masters } = needs
  const versions: Record<string, number> = {}
  const mpegts = mpegtsOfDelay(REORDER_FRAMES / framesPerSecond(plan.frameRate))
  for (const { name, trackId, offsetMs } of plan.cues ?? []) {
    const before = base?.cues[name]
    versions[name] = before ?? version
    if (before !== undefined) continue
    const found = await masters.find(asset, needs.clock(), trackId)
    // The machine that received it brings it to the store within seconds.
    if (found === 'elsewhere') throw new StoreTrouble('unreachable', `cue file ${trackId} is not in the store yet`)
    if (found === 'gone') return { kind: 'refused', problem: 'not-found', message: `cue file ${trackId} is gone` }
    const read = readCueFile(await readFile(layout.masterPath(asset._id, trackId)), { wasTaken: true })
    if (read.kind === 'refused') return { kind: 'refused', problem: 'invalid-cue-file', message: `cue file ${trackId} cannot be read` }
    await store.put(versionKey(asset._id, version, cuesName(name)), Buffer.from(writeWebVtt(read.file, { mpegts, offsetMs })))
    await store.put(versionKey(asset._id, version, playlistName(name)), Buffer.from(writeCuePlaylist(durationSeconds, 'cues.vtt')))
  }
  return { kind: 'kept', versions }
}
