import { stat } from 'node:fs/promises'
import { INPUT_SAFETY } from '../plan/input-safety.ts'
import type { LadderPolicy } from '../plan/ladder-policy.ts'
import { refuseSource } from '../plan/source-refusal.ts'
import { isCutOff } from './cut-off.ts'
import { type Looking, type ProbeNeeds, readJson } from './ffprobe.ts'
import { probeReportSchema } from './probe-report.ts'
import { probeSound } from './sound-probe.ts'
import { describeSource, isSound, type ProbeOutcome, refusalOfStream, videoStream } from './source-parser.ts'
import { readHead } from './stream-head.ts'
import { readLength } from './stream-length.ts'

/** A source, or why there is none; final when the file itself is to blame. */
export type Probed =
  | Exclude<ProbeOutcome, { kind: 'refused' }>
  | (Extract<ProbeOutcome, { kind: 'refused' }> & { readonly isFinal: boolean })

type SourceNeeds = ProbeNeeds & {
  /** What is not even decoded once. */
  readonly policy: Pick<LadderPolicy, 'mostPixels'>
}

/** A file that none of the families of films can read; people send sounds, too, and then want to know where those belong. */
async function refuseStranger(needs: Looking, path: string, reason: string): Promise<ProbeOutcome> {
  const sound = await probeSound(needs, path)
  return refuseSource(sound.kind === 'sound' ? 'sound-only' : 'not-a-video', reason)
}

async function lookInto(needs: Looking & SourceNeeds, path: string): Promise<ProbeOutcome> {
  const { size } = await stat(path)
  if (size === 0) return refuseSource('empty-file', '0 bytes')
  const cutOff = await isCutOff(path, size)
  const report = await readJson(needs, path, ['-show_format', '-show_streams'], probeReportSchema)
  if (report.kind === 'failed')
    return cutOff ? refuseSource('truncated-video', report.stderr) : await refuseStranger(needs, path, report.stderr)
  if (cutOff) return refuseSource('truncated-video', 'the file ends before its boxes do')
  const video = videoStream(report.value)
  if (video === undefined) return refuseSource(report.value.streams.some(isSound) ? 'sound-only' : 'not-a-video', 'no video stream')
  const unwanted = refusalOfStream(video, needs.policy)
  if (unwanted !== undefined) return unwanted
  const { isEncrypted, firstPts } = await readHead(needs, path, video.index)
  if (isEncrypted) return refuseSource('encrypted-file', 'encrypted samples')
  if (firstPts === undefined) return refuseSource('no-picture', 'no picture could be decoded')
  const duration = await readLength(needs, path, report.value, video)
  if (duration === 'truncated') return refuseSource('truncated-video', 'no packets near the declared end')
  if (duration === undefined) return refuseSource('no-picture', 'no duration')
  return describeSource(report.value, video, firstPts, duration)
}

/** Looks into a file that nobody trusts yet; every outcome is a value. */
export async function probeSource(needs: SourceNeeds, path: string): Promise<Probed> {
  let isCutShort = false
  const onCutShort = (): void => {
    isCutShort = true
  }
  const outcome = await lookInto({ ...needs, safety: INPUT_SAFETY, onCutShort }, path)
  return outcome.kind === 'refused' ? { ...outcome, isFinal: !isCutShort } : outcome
}
