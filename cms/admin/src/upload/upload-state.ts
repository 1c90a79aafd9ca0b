import type { ProblemName, ProgrammeId } from '@ulan/contract'
import type { LocalProblemName, ProblemError } from '../data/problem-error.ts'

/** `finishing`: all bytes are there; checksum, registration and attaching are under way. */
type UploadPhase = 'waiting' | 'uploading' | 'finishing' | 'interrupted' | 'failed' | 'done'

type Sample = { readonly atMs: number; readonly sentBytes: number }

/** One file on its way from this computer to the server, for one programme. */
export type Upload = {
  readonly id: string
  readonly programmeId: ProgrammeId
  readonly fileName: string
  readonly sizeBytes: number
  readonly phase: UploadPhase
  readonly sentBytes: number
  readonly hashedBytes: number
  readonly samples: readonly Sample[]
  readonly problem?: ProblemName | LocalProblemName
}

export type UploadProgress = {
  /** 0 to 1. */
  readonly hashedShare: number
  /** Absent until two samples tell it. */
  readonly bytesPerSecond?: number
  readonly remainingSeconds?: number
}

/** Speed is the mean over this long, so that one slow chunk does not frighten anyone. */
const WINDOW_MS = 8000

/** Notes that `sentBytes` were there at `atMs`; a fall (resuming) starts the speed anew. */
export function withSentBytes(upload: Upload, sentBytes: number, atMs: number): Upload {
  const kept = sentBytes < upload.sentBytes ? [] : upload.samples.filter((sample) => atMs - sample.atMs <= WINDOW_MS)
  return { ...upload, phase: 'uploading', sentBytes, samples: [...kept, { atMs, sentBytes }] }
}

/** Shares, speed and the time left, as a person wants them. */
export function uploadProgress(upload: Upload): UploadProgress {
  const hashedShare = share(upload.hashedBytes, upload.sizeBytes)
  const first = upload.samples[0]
  const last = upload.samples.at(-1)
  if (upload.phase !== 'uploading' || first === undefined || last === undefined || last.atMs <= first.atMs) return { hashedShare }
  const bytesPerSecond = ((last.sentBytes - first.sentBytes) * 1000) / (last.atMs - first.atMs)
  if (bytesPerSecond <= 0) return { hashedShare }
  return { hashedShare, bytesPerSecond, remainingSeconds: (upload.sizeBytes - last.sentBytes) / bytesPerSecond }
}

/** Whole percent sent; 100 only once the server has confirmed the last byte. */
export const sentPercent = (upload: Upload): number =>
  upload.phase === 'finishing' ? 100 : Math.min(99, Math.floor(100 * share(upload.sentBytes, upload.sizeBytes)))

/** True while closing the window would stop it. */
export const isActive = (upload: Upload): boolean =>
  upload.phase === 'waiting' || upload.phase === 'uploading' || upload.phase === 'finishing'

/** True while a video is on its way to the programme: one that stopped is still to be chosen again. */
export const isSendingTo = (uploads: readonly Upload[], programmeId: ProgrammeId): boolean =>
  uploads.some((upload) => upload.programmeId === programmeId && isActive(upload))

const CAN_GO_ON = new Set<ProblemError['problem']>([
  'offline',
  'sign-in-required',
  'store-unavailable',
  'too-many-requests',
  'internal',
  'storage-full',
  'queue-full',
  'too-many-uploads',
])
/** Problems that pass by themselves, by signing in or by ending other uploads; the bytes sent so far stay on the server. */
export const canGoOn = (problem: ProblemError['problem']): boolean => CAN_GO_ON.has(problem)

const share = (part: number, whole: number): number => (whole <= 0 ? 0 : Math.min(1, part / whole))
