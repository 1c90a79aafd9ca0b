import { done, type Outcome, type Recording, type RecordingCreate, refuse } from '@ulan/contract'
import { MOST_VOICE_SECONDS } from '../plan/voice-arguments.ts'
import { probeSound } from '../probe/sound-probe.ts'
import { runVoice } from '../run/voice-runner.ts'
import type { RecordingEntry } from '../storage/recording-store.ts'
import type { HashingUploadStore } from '../upload/upload-store.ts'
import type { MediaNeeds } from './media-needs.ts'
import { takeUpload } from './take-upload.ts'

const WORK_MS = 120_000

/** Address of the sound; what is there never changes. */
const urlOf = (id: string): string => `/media/recordings/${id}.mp3`

export function presentRecording({ _id, addedAt, ...entry }: RecordingEntry): Recording {
  return { id: _id, url: urlOf(_id), addedAt: addedAt.toISOString(), ...entry }
}

type Voice = { readonly audio: Buffer; readonly seconds: number }

async function voiceOf(needs: MediaNeeds, path: string): Promise<Outcome<Voice>> {
  const running = { ...needs, signal: AbortSignal.timeout(WORK_MS) }
  const probed = await probeSound(running, path)
  if (probed.kind === 'refused') {
    needs.logger.info({ problem: probed.problem, reason: probed.reason }, 'recording refused')
    return refuse(probed.problem, probed.errors)
  }
  const made = await runVoice(running, probed.sound, path)
  if (made.kind === 'stopped') return refuse('encode-too-costly')
  if (made.kind === 'failed') {
    needs.logger.warn({ problem: made.problem, message: made.message }, 'recording not made')
    return refuse(made.problem)
  }
  if (made.seconds > MOST_VOICE_SECONDS)
    return refuse('invalid-request', [{ path: 'uploadId', code: 'recording-too-long', params: { max: MOST_VOICE_SECONDS } }])
  // Nothing but silence is taken away whole.
  return made.audio.length === 0 ? refuse('no-sound') : done(made)
}

/** Takes a complete upload as the recording of a text; again gives the same answer. */
export async function addRecording(needs: MediaNeeds, uploads: HashingUploadStore, wish: RecordingCreate): Promise<Outcome<Recording>> {
  const { uploadId, locale, text } = wish
  const before = await needs.recordings.read(uploadId)
  if (before !== undefined) return before.locale === locale && before.text === text ? done(presentRecording(before)) : refuse('conflict')
  const taken = await takeUpload(uploads, uploadId, wish.sha256)
  if (taken.kind === 'refused') return taken
  const voice = await voiceOf(needs, taken.value.path)
  if (voice.kind === 'refused') {
    await uploads.forget(uploadId)
    return voice
  }
  const { audio, seconds } = voice.value
  const entry: RecordingEntry = { _id: uploadId, locale, text, seconds, fileName: taken.value.fileName, addedAt: needs.clock() }
  await needs.recordings.replace(entry, audio)
  await uploads.forget(uploadId)
  return done(presentRecording(entry))
}
