/** A microphone that is on. */
export type VoiceTake = {
  /** Ends it; resolves with what was spoken. */
  finish(): Promise<File>
  /** Ends it, and forgets what was spoken. */
  cancel(): void
}

/** Containers that browsers record into, and that the server takes; the first that this one can. */
const TYPES = ['audio/webm', 'audio/mp4', 'audio/ogg'] as const

/** True where a page may listen: in a secure context (W3C Media Capture § 10.1.1), with a browser that can. */
export const canRecord = (): boolean => window.isSecureContext && 'MediaRecorder' in window && navigator.mediaDevices !== undefined

/** Switches the microphone on; rejects when the person or the device says no. */
export async function startTake(): Promise<VoiceTake> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type))
  const recorder = new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType })
  const pieces: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data))
  const stopped = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve(), { once: true }))
  const stop = async (): Promise<void> => {
    if (recorder.state !== 'inactive') recorder.stop()
    await stopped
    for (const track of stream.getTracks()) track.stop()
  }
  recorder.start()
  return {
    async finish() {
      await stop()
      const type = recorder.mimeType.split(';')[0] ?? ''
      return new File(pieces, `recording.${type.split('/')[1] ?? 'webm'}`, { type })
    },
    cancel: () => void stop(),
  }
}
