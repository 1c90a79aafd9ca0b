import { writeMediaPlaylist, writeMultivariantPlaylist } from '../package/playlist-writer.ts'
import type { RenditionRecord } from '../package/rendition-record.ts'
import { describeVersion, joinRendition, segmentSeconds } from '../package/version-writer.ts'
import { AUDIO_FRAMES_PER_SEGMENT, AUDIO_SAMPLE_RATE_HZ, AUDIO_SAMPLES_PER_FRAME, type AudioPlan } from '../plan/transcode-plan.ts'
import { AUDIO_RENDITION } from '../run/audio-runner.ts'
import type { MediaNeeds } from '../service/media-needs.ts'
import { finishedRecords, renditionNames } from '../service/publish-version.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { UnitRecord } from '../storage/unit-model.ts'

/** What of an unfinished encode can be watched now. */
export type LiveVersion = {
  readonly multivariant: string
  readonly playlists: ReadonlyMap<string, string>
  /** By rendition: how many segments can be fetched. */
  readonly segmentCounts: ReadonlyMap<string, number>
}

/** The sound while it is still being made: all its segments but the last have one length; sizes are the planned ones. */
function growingSound(plan: AudioPlan, unit: UnitRecord): RenditionRecord | undefined {
  if (unit.segmentsDone === 0) return undefined
  const durationTicks = AUDIO_FRAMES_PER_SEGMENT * AUDIO_SAMPLES_PER_FRAME
  const bytes = Math.round((plan.bitrateBps / 8) * (durationTicks / AUDIO_SAMPLE_RATE_HZ))
  // The newest segment may be the last and shorter: it is left out until the whole is known.
  const count = Math.max(1, unit.segmentsDone - 1)
  return {
    name: AUDIO_RENDITION,
    codec: 'mp4a.40.2',
    timescale: AUDIO_SAMPLE_RATE_HZ,
    initSha256: '',
    firstOffsetTicks: 0,
    frames: count * AUDIO_FRAMES_PER_SEGMENT,
    firstSegment: 0,
    segments: Array.from({ length: count }, () => ({ bytes, durationTicks })),
  }
}

const isPartOf = ({ step }: UnitRecord, name: string): boolean =>
  step.kind === 'audio' ? name === AUDIO_RENDITION : step.kind === 'video' && step.rungNames.includes(name)

/** Joins what is there of every rendition, or undefined when nothing can be watched yet. */
export async function readLiveVersion(needs: Pick<MediaNeeds, 'units'>, asset: AssetRecord): Promise<LiveVersion | undefined> {
  const { plan } = asset
  if (plan === undefined) return undefined
  const units = await needs.units.unitsOfAttempt(asset._id, asset.attempt)
  const finished = finishedRecords(units)
  const joined = new Map<string, RenditionRecord>()
  for (const name of renditionNames(plan)) {
    const rendition = joinRendition(finished, name)
    if (rendition !== undefined) joined.set(name, rendition)
  }
  const sound = units.find((unit) => unit.kind === 'audio')
  if (plan.audio !== undefined && sound !== undefined && !joined.has(AUDIO_RENDITION)) {
    const growing = growingSound(plan.audio, sound)
    if (growing === undefined) return undefined
    joined.set(AUDIO_RENDITION, growing)
  }
  if (!joined.has(plan.rungs[0]?.name ?? '')) return undefined
  const longestSeconds = segmentSeconds(plan)
  const playlists = [...joined.values()].map(({ name, timescale, segments }) => {
    const isComplete = units.filter((unit) => isPartOf(unit, name)).every((unit) => unit.state === 'done')
    return [name, writeMediaPlaylist({ timescale, segments, longestSeconds, isComplete })] as const
  })
  return {
    multivariant: writeMultivariantPlaylist(describeVersion(plan, joined), longestSeconds),
    playlists: new Map(playlists),
    segmentCounts: new Map([...joined].map(([name, { segments }]) => [name, segments.length])),
  }
}
