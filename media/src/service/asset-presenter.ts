import type { Asset, AssetId, Posters, RungProgress } from '@ulan/contract'
import type { AudioPlan } from '../plan/audio-plan.ts'
import { framesPerSecond } from '../plan/frame-rate.ts'
import type { SourceDescription } from '../plan/source-description.ts'
import type { TranscodePlan } from '../plan/transcode-plan.ts'
import { makesRendition } from '../plan/unit-plan.ts'
import { posterFile } from '../poster/poster-writer.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { UnitRecord } from '../storage/unit-model.ts'
import { STORYBOARD_LIST } from '../store/store-keys.ts'
import { previewToken } from './preview-token.ts'

export type Presenting = { readonly secretKey: string; readonly now: Date }

const segmentsOf = (unit: UnitRecord): number => ('segmentCount' in unit.step ? unit.step.segmentCount : 0)

function stateOf(units: readonly UnitRecord[]): RungProgress['state'] {
  if (units.length > 0 && units.every((unit) => unit.state === 'done')) return 'done'
  return units.some((unit) => unit.state !== 'waiting') ? 'encoding' : 'waiting'
}

/** Segments done and planned of one rung or of the sound. */
function rungProgress(name: string, all: readonly UnitRecord[], total: number): RungProgress {
  const units = all.filter((unit) => makesRendition(unit.step, name))
  const state = stateOf(units)
  const done = units.reduce((sum, unit) => sum + (unit.state === 'done' && unit.kind === 'video' ? segmentsOf(unit) : unit.segmentsDone), 0)
  return { name, state, segmentsDone: state === 'done' ? total : Math.min(done, total), segmentsTotal: total }
}

function rungsOf(record: AssetRecord, units: readonly UnitRecord[]): RungProgress[] {
  if (record.rungs !== undefined) return record.rungs
  const { plan } = record
  if (plan === undefined) return []
  const rungs = plan.rungs.map((rung) => rungProgress(rung.name, units, plan.segmentCount))
  const all = [...rungs, ...plan.audios.map(({ name, segmentCount }) => rungProgress(name, units, segmentCount))]
  return record.status === 'failed' ? all.map((rung) => ({ ...rung, state: 'failed' as const })) : all
}

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
  const hasSound = units.some((unit) => unit.kind === 'first-audio' && unit.state === 'done')
  return first?.state === 'done' && (plan.audios.length === 0 || hasSound)
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

const audioOf = ({ name, language, isDefault }: AudioPlan): NonNullable<Asset['audios']>[number] => ({ name, language, isDefault })

/** The asset as the contract says it. `units`: those of the asset's present attempt. */
export function presentAsset(record: AssetRecord, units: readonly UnitRecord[], { secretKey, now }: Presenting): Asset {
  const id = record._id as AssetId // checked when it was inserted
  const mine = units.filter((unit) => unit.assetId === id && unit.attempt === record.attempt)
  const rungs = rungsOf(record, mine)
  const canPreview =
    record.status === 'ready' || (record.plan !== undefined && record.status === 'encoding' && isWatchable(record.plan, mine))
  const planned = record.plan && record.plan.frameCount / framesPerSecond(record.plan.frameRate)
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
    ...(record.plan && { reasons: [...record.plan.reasons], audios: record.plan.audios.map(audioOf) }),
    progress: progressOf(record, rungs),
    attempt: record.attempt,
    ...(record.version !== undefined && { version: record.version, playlistUrl: `/media/${id}/${record.version}/master.m3u8` }),
    ...(record.version !== undefined && { storyboardUrl: `/media/${id}/${record.version}/${STORYBOARD_LIST}` }),
    ...(durationSeconds !== undefined && { durationSeconds }),
    ...(record.poster !== undefined && { posters: postersOf(id, record.poster) }),
    ...(canPreview && { previewUrl: `/preview/${previewToken(secretKey, id, now)}/${id}/master.m3u8` }),
    ...(record.problem && { problem: record.problem }),
    ...(record.isRefused === true && { isRefused: true }),
  }
}
