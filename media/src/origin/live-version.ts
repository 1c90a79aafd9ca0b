import { writeMediaPlaylist, writeMultivariantPlaylist } from '../package/playlist-writer.ts'
import type { RenditionRecord } from '../package/rendition-record.ts'
import { describeVersion, joinRendition, segmentSeconds } from '../package/version-writer.ts'
import { AUDIO_FRAMES_PER_SEGMENT, AUDIO_SAMPLE_RATE_HZ, AUDIO_SAMPLES_PER_FRAME, type AudioPlan } from '../plan/audio-plan.ts'
import type { TranscodePlan } from '../plan/transcode-plan.ts'
import { FIRST_AUDIO, makesRendition } from '../plan/unit-plan.ts'
import type { MediaNeeds } from '../service/media-needs.ts'
import { finishedRecords } from '../service/publish-version.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { UnitRecord } from '../storage/unit-model.ts'

/** What of an unfinished encode can be watched now. */
export type LiveVersion = {
  readonly multivariant: string
  readonly playlists: ReadonlyMap<string, string>
  /** By rendition: how many segments can be fetched. */
  readonly segmentCounts: ReadonlyMap<string, number>
}

/** A rendition as far as it goes, and the one whose files it plays from when they are not its own. */
type LiveRendition = { readonly record: RenditionRecord; readonly filesOf?: string }

/** The sound while it is still being made: all its segments but the last have one length; sizes are the planned ones. */
function growingSound(audio: AudioPlan, unit: UnitRecord | undefined): RenditionRecord | undefined {
  // The newest segment may be the last and shorter: it is left out until the whole is known.
  const count = (unit?.segmentsDone ?? 0) - 1
  if (count < 1) return undefined
  const durationTicks = AUDIO_FRAMES_PER_SEGMENT * AUDIO_SAMPLES_PER_FRAME
  const bytes = Math.round((audio.bitrateBps / 8) * (durationTicks / AUDIO_SAMPLE_RATE_HZ))
  return {
    name: audio.name,
    codec: 'mp4a.40.2',
    timescale: AUDIO_SAMPLE_RATE_HZ,
    initSha256: '',
    firstOffsetTicks: 0,
    frames: count * AUDIO_FRAMES_PER_SEGMENT,
    firstSegment: 0,
    segments: Array.from({ length: count }, () => ({ bytes, durationTicks })),
  }
}

/** The sound itself as soon as it is longer than the seconds that were made for the beginning: a list may only grow. */
function liveSound(audio: AudioPlan, units: readonly UnitRecord[], finished: readonly RenditionRecord[]): LiveRendition | undefined {
  const whole = joinRendition(finished, audio.name)
  if (whole !== undefined) return { record: whole }
  const growing = growingSound(
    audio,
    units.find(({ step }) => makesRendition(step, audio.name)),
  )
  const first = audio.isDefault ? joinRendition(finished, FIRST_AUDIO) : undefined
  if (growing !== undefined && growing.segments.length >= (first?.segments.length ?? 0)) return { record: growing }
  return first && { record: { ...first, name: audio.name }, filesOf: FIRST_AUDIO }
}

function liveRenditions(plan: TranscodePlan, units: readonly UnitRecord[]): ReadonlyMap<string, LiveRendition> {
  const finished = finishedRecords(units)
  const live = new Map<string, LiveRendition>()
  for (const { name } of plan.rungs) {
    const record = joinRendition(finished, name)
    if (record !== undefined) live.set(name, { record })
  }
  for (const audio of plan.audios) {
    const sound = liveSound(audio, units, finished)
    if (sound !== undefined) live.set(audio.name, sound)
  }
  return live
}

/** Joins what is there of every rendition, or undefined when nothing can be watched yet. */
export async function readLiveVersion(needs: Pick<MediaNeeds, 'units'>, asset: AssetRecord): Promise<LiveVersion | undefined> {
  const { plan } = asset
  if (plan === undefined) return undefined
  const units = await needs.units.unitsOfAttempt(asset._id, asset.attempt)
  const live = liveRenditions(plan, units)
  const [sound] = plan.audios
  if (!live.has(plan.rungs[0]?.name ?? '') || (sound !== undefined && !live.has(sound.name))) return undefined
  const longestSeconds = segmentSeconds(plan)
  // A rung whose units are still to be planned has none that could all be done.
  const isComplete = (name: string): boolean => {
    const makers = units.filter(({ step }) => makesRendition(step, name))
    return plan.measure === undefined && makers.every(({ state }) => state === 'done')
  }
  const playlists = [...live].map(([name, { record, filesOf }]) => {
    const { timescale, segments } = record
    const folder = filesOf === undefined ? {} : { folder: `../${filesOf}/` }
    return [name, writeMediaPlaylist({ timescale, segments, longestSeconds, isComplete: isComplete(name), ...folder })] as const
  })
  const joined = new Map([...live].map(([name, { record }]) => [name, record]))
  return {
    multivariant: writeMultivariantPlaylist(describeVersion(plan, joined, false), longestSeconds),
    playlists: new Map(playlists),
    segmentCounts: new Map([...live].map(([name, { record, filesOf }]) => [filesOf ?? name, record.segments.length])),
  }
}
