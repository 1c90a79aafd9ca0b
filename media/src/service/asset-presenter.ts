import type { Asset, AssetId, Posters, RungProgress } from '@ulan/contract'
import { plannedSeconds } from '../plan/remaining-work.ts'
import type { SourceDescription } from '../plan/source-description.ts'
import type { TranscodePlan } from '../plan/transcode-plan.ts'
import { makesRendition } from '../plan/unit-plan.ts'
import { posterFile } from '../poster/poster-writer.ts'
import type { AssetRecord, PublishedParts, TrackRecord } from '../storage/asset-model.ts'
import type { UnitRecord } from '../storage/unit-model.ts'
import { cuesName, STORYBOARD_LIST } from '../store/store-keys.ts'
import { ladderStates } from './edit-ladders.ts'
import { previewToken } from './preview-token.ts'
import { versionOf } from './publish-version.ts'
import { rungsOf } from './rung-progress.ts'
import { trackState } from './track-state.ts'

export type Presenting = { readonly secretKey: string; readonly now: Date }

function progressOf(record: AssetRecord, rungs: readonly RungProgress[]): number {
  if (record.status === 'ready') return 1
  const total = rungs.reduce((sum, rung) => sum + rung.segmentsTotal, 0)
  // Publishing is still to come: only `ready` is 1.
  return total === 0 ? 0 : Math.min(0.99, rungs.reduce((sum, rung) => sum + rung.segmentsDone, 0) / total)
}

/** True as soon as a person could watch something: a segment of the lowest rung and, if there is sound, one of it. */
function isWatchable(plan: TranscodePlan, units: readonly UnitRecord[]): boolean {
  const [lowest] = plan.rungs
  const first = units.find(
    (unit) => unit.step.kind === 'video' && unit.step.firstSegment === 0 && makesRendition(unit.step, lowest?.name ?? ''),
  )
  const [sound] = plan.audios
  const hasSound = units.some(({ kind, step, renditions = [], segmentsDone }) =>
    kind === 'first-audio' ? renditions.length > 0 : makesRendition(step, sound?.name ?? '') && segmentsDone > 1,
  )
  return first?.state === 'done' && (sound === undefined || hasSound)
}

const postersOf = (id: string, poster: string): Posters => ({
  small: `/media/${id}/${poster}/${posterFile(480)}`,
  medium: `/media/${id}/${poster}/${posterFile(960)}`,
  large: `/media/${id}/${poster}/${posterFile(1920)}`,
})

const summaryOf = (source: SourceDescription, plan: TranscodePlan | undefined): NonNullable<Asset['source']> => ({
  widthPx: source.video.widthPx,
  heightPx: source.video.heightPx,
  durationSeconds: source.durationSeconds,
  frameRate: plan?.frameRate ?? source.video.averageRate ?? { numerator: 25, denominator: 1 },
  videoCodec: source.video.codec,
  ...(source.audios[0] && { audioCodec: source.audios[0].codec }),
})

const audioOf = ({ name, language, isDefault, trackId }: PublishedParts['audios'][number]): Asset['audios'][number] => ({
  ...{ name, language, isDefault, ...(trackId !== undefined && { trackId }) },
})
const trackOf = (record: AssetRecord, track: TrackRecord): Asset['tracks'][number] => {
  const { kind, id, language, offsetMs, fileName, addedAt, editedFrom } = track
  const edited = editedFrom === undefined ? {} : { editedFrom }
  return { kind, id, language, offsetMs, fileName, addedAt: addedAt.toISOString(), ...edited, state: trackState(record, track) }
}

/** The version that staff can watch: the published one, or what is there of the one that is being made. */
function previewVersion(record: AssetRecord, units: readonly UnitRecord[]): number | undefined {
  if (record.version !== undefined) return record.version
  const { plan, status } = record
  return plan !== undefined && status === 'encoding' && isWatchable(plan, units) ? versionOf(record) : undefined
}

function masterOf({ masterLeavesAt, masterGoneAt }: AssetRecord): Pick<Asset, 'masterLeavesAt' | 'isMasterGone'> {
  if (masterGoneAt !== undefined) return { isMasterGone: true }
  return masterLeavesAt === undefined ? {} : { masterLeavesAt: masterLeavesAt.toISOString() }
}

/** Why nobody gets on with a unit at present, if that is so of any. */
const waitOf = (units: readonly UnitRecord[]): Pick<Asset, 'waitsFor'> => {
  const found = units.find(({ state, waitsFor }) => state !== 'done' && waitsFor !== undefined)?.waitsFor
  return found === undefined ? {} : { waitsFor: found }
}

/** The asset as the contract says it. `units`: those of the asset's present attempt. */
export function presentAsset(record: AssetRecord, units: readonly UnitRecord[], { secretKey, now }: Presenting): Asset {
  const id = record._id as AssetId // checked when it was inserted
  const mine = units.filter((unit) => unit.assetId === id && unit.attempt === record.attempt)
  const rungs = rungsOf(record, mine)
  const remaining = Math.max(...rungs.flatMap(({ remainingSeconds }) => remainingSeconds ?? []))
  const preview = previewVersion(record, mine)
  const planned = record.plan && plannedSeconds(record.plan)
  const durationSeconds = record.durationSeconds ?? planned
  return {
    id,
    fileName: record.fileName,
    sizeBytes: record.sizeBytes,
    ...(record.sha256 !== undefined && { sha256: record.sha256 }),
    status: record.status,
    createdAt: record.createdAt.toISOString(),
    ...(record.source && { source: summaryOf(record.source, record.plan) }),
    rungs,
    ...(record.plan && { reasons: [...record.plan.reasons] }),
    audios: (record.published?.audios ?? record.plan?.audios ?? []).map(audioOf),
    subtitles: (record.published?.cues ?? []).map((cues) => ({
      ...{ trackId: cues.trackId, language: cues.language, url: `/media/${id}/${cues.version}/${cuesName(cues.name)}` },
    })),
    ladders: ladderStates(record),
    tracks: (record.tracks ?? []).map((track) => trackOf(record, track)),
    ...(Number.isFinite(remaining) && { remainingSeconds: remaining }),
    ...waitOf(mine),
    progress: progressOf(record, rungs),
    attempt: record.attempt,
    ...(record.version !== undefined && { version: record.version, playlistUrl: `/media/${id}/${record.version}/master.m3u8` }),
    ...(record.published?.storyboard !== undefined && { storyboardUrl: `/media/${id}/${record.published.storyboard}/${STORYBOARD_LIST}` }),
    ...(durationSeconds !== undefined && { durationSeconds }),
    ...(record.poster !== undefined && { posters: postersOf(id, record.poster) }),
    ...(preview !== undefined && { previewUrl: `/preview/${previewToken(secretKey, id, now)}/${id}/${preview}/master.m3u8` }),
    ...(record.problem && { problem: record.problem }),
    ...(record.isRefused === true && { isRefused: true }),
    ...masterOf(record),
  }
}
