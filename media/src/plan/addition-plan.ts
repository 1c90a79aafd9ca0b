import type { ExtraLadder } from '@ulan/contract'
import { AUDIO_SEGMENT_SECONDS, type AudioPlan } from './audio-plan.ts'
import { ladderOf, withLadders } from './extra-ladder.ts'
import type { LadderPolicy } from './ladder-policy.ts'
import { plannedSeconds } from './remaining-work.ts'
import { planRungs, type Rung } from './rung-plan.ts'
import type { TranscodePlan } from './transcode-plan.ts'
import { planCostlyUnits } from './unit-plan.ts'

/** A sound that came as a file of its own. */
export type AudioTrack = {
  readonly kind: 'audio'
  readonly id: string
  /** BCP 47. */
  readonly language: string
  /** How much later than the first picture it begins; below zero its beginning is cut off. */
  readonly offsetMs: number
  readonly demuxer: string
  readonly streamIndex: number
  readonly channels: number
  /** Of its own first sample. */
  readonly firstSeconds: number
}
/** Subtitles of one language. */
export type CueTrack = { readonly kind: 'cues'; readonly id: string; readonly language: string; readonly offsetMs: number }
export type Track = AudioTrack | CueTrack

/** What people want of a title besides what its master has. */
export type Wishes = {
  readonly tracks: readonly Track[]
  /** Languages of the master's own sounds, by name, where its file is wrong or says nothing. */
  readonly languages: Readonly<Record<string, string>>
  /** Ladders besides the usual ones; what it has of them already stays without a wish. */
  readonly ladders: readonly ExtraLadder[]
}

/** Subtitles as they are published. */
export type CuePlan = {
  /** `cues`, `cues-2`, …; folder of its files. */
  readonly name: string
  readonly trackId: string
  readonly language: string
  readonly offsetMs: number
}

/** The first of `stem`, `stem-2`, `stem-3`, … that no one has. */
function freeName(stem: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}-${number}`
    if (!taken.has(name)) return name
  }
}

function audioOf(plan: TranscodePlan, track: AudioTrack, name: string): AudioPlan {
  const { policy } = plan
  return {
    name,
    lowName: `${name}-low`,
    streamIndex: track.streamIndex,
    channels: track.channels,
    bitrateBps: policy.audioBitrateBps,
    lowBitrateBps: policy.lowAudioBitrateBps,
    language: track.language,
    isDefault: false,
    segmentCount: Math.max(1, Math.ceil(plannedSeconds(plan) / AUDIO_SEGMENT_SECONDS)),
    track: { id: track.id, demuxer: track.demuxer, firstSeconds: track.firstSeconds, offsetMs: track.offsetMs },
  }
}

/** A sound is made anew when its file or its place in time is another; a language alone is a word in a playlist. */
const isSameSound = ({ track }: AudioPlan, wanted: AudioTrack): boolean => track?.id === wanted.id && track.offsetMs === wanted.offsetMs

function wantedAudios(plan: TranscodePlan, wishes: Wishes): readonly AudioPlan[] {
  const own = plan.audios
    .filter(({ track }) => track === undefined)
    .map((audio) => ({ ...audio, language: wishes.languages[audio.name] ?? audio.language }))
  const taken = new Set(plan.audios.map(({ name }) => name))
  const added = wishes.tracks.flatMap((track): readonly AudioPlan[] => {
    if (track.kind !== 'audio') return []
    const before = plan.audios.find((audio) => isSameSound(audio, track))
    if (before !== undefined) return [{ ...before, language: track.language }]
    const name = freeName('audio', taken)
    taken.add(name)
    return [audioOf(plan, track, name)]
  })
  const [first] = [...own, ...added]
  // A silent film that was given a sound plays it.
  return [...own, ...added].map((audio) => ({
    ...audio,
    isDefault: audio.name === (own.find(({ isDefault }) => isDefault) ?? first)?.name,
  }))
}

function wantedCues(plan: TranscodePlan, wishes: Wishes): readonly CuePlan[] {
  const taken = new Set((plan.cues ?? []).map(({ name }) => name))
  return wishes.tracks.flatMap((track): readonly CuePlan[] => {
    if (track.kind !== 'cues') return []
    const before = (plan.cues ?? []).find(({ trackId, offsetMs }) => trackId === track.id && offsetMs === track.offsetMs)
    const name = before?.name ?? freeName('cues', taken)
    taken.add(name)
    return [{ name, trackId: track.id, language: track.language, offsetMs: track.offsetMs }]
  })
}

/** By how much measuring has moved the CRF of a title; the lowest rung never moves. */
function crfStep({ rungs, policy }: TranscodePlan): number {
  const top = rungs.findLast(({ codec }) => codec === 'h264')
  return top === undefined ? 0 : top.crf - policy.h264.crf
}

/** The rungs of wanted ladders of which a plan has none. */
function newRungs(plan: TranscodePlan, policy: LadderPolicy, ladders: readonly ExtraLadder[]): readonly Rung[] {
  const known = new Set(plan.rungs.map(({ name }) => ladderOf(name)))
  const wanted = new Set(ladders.filter((ladder) => !known.has(ladder)))
  const step = crfStep(plan)
  return planRungs(plan.source.video, plan.frameRate, policy).flatMap((rung) => {
    const ladder = ladderOf(rung.name)
    return ladder !== undefined && wanted.has(ladder) ? [{ ...rung, crf: rung.crf + step }] : []
  })
}

/** Why there are more rungs now; colours that were only taken away before are kept as well. */
function reasonsWith(plan: TranscodePlan, added: readonly Rung[]): TranscodePlan['reasons'] {
  const kinds = new Set(added.map(({ name }) => ladderOf(name)))
  const before = plan.reasons.map((reason) =>
    kinds.has('hdr') && reason.code === 'hdr-tone-mapped' ? { code: 'hdr-kept' as const } : reason,
  )
  return kinds.has('av1') ? [...before, { code: 'av1-wanted' }] : before
}

/**
 * The plan of the version after a published one, with what is wished for now: only sounds and rungs that are new are made,
 * everything else is taken from where it lies. Undefined when the version is what is wished for.
 */
export function planAddition(published: TranscodePlan, version: number, wishes: Wishes): TranscodePlan | undefined {
  const audios = wantedAudios(published, wishes)
  const cues = wantedCues(published, wishes)
  const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
  const policy = withLadders(published.policy, wishes.ladders)
  const added = newRungs(published, policy, wishes.ladders)
  if (added.length === 0 && isSame(audios, published.audios) && isSame(cues, published.cues ?? [])) return undefined
  const known = new Set(published.audios.map(({ name }) => name))
  const sounds = audios
    .filter(({ name }) => !known.has(name))
    .map(({ name, segmentCount }) => ({ kind: 'audio', name, segmentCount, isFirst: false }) as const)
  const { segmentCount } = published
  const units = [...sounds, ...planCostlyUnits({ rungs: added, segmentCount, policy })]
  const rungs = [...published.rungs, ...added]
  return {
    ...published,
    ...(added.length > 0 && { policy, reasons: reasonsWith(published, added) }),
    rungs,
    audios,
    cues,
    units,
    base: version,
  }
}
