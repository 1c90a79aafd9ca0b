import { type Request, type Response, Router } from 'express'
import type { SendProblem } from '../http/edge.ts'
import type { RecordingStore } from '../storage/recording-store.ts'
import { IMMUTABLE } from '../store/store-keys.ts'
import { parameter, readingOnly } from './media-routes.ts'
import type { RecentlyUsed } from './recently-used.ts'

export type RecordingFileNeeds = {
  readonly recordings: Pick<RecordingStore, 'readAudio'>
  /** What is heard on many devices at once: the words of every screen. */
  readonly sounds: RecentlyUsed<Buffer>
  readonly sendProblem: SendProblem
}

const FILE = /^([0-9a-f]{32})\.mp3$/

/** `/media/recordings/<id>.mp3`, with ranges (RFC 9110 §14): players of Apple's engine ask for nothing else. */
export function createRecordingFiles({ recordings, sounds, sendProblem }: RecordingFileNeeds): Router {
  const read = async (id: string): Promise<Buffer | undefined> => {
    const audio = sounds.peek(id) ?? (await recordings.readAudio(id))
    if (audio !== undefined) sounds.keep(id, audio, audio.length)
    return audio
  }
  const answer = async (request: Request, response: Response): Promise<void> => {
    const id = FILE.exec(parameter(request, 'file'))?.[1]
    const audio = id === undefined ? undefined : await read(id)
    if (audio === undefined) return sendProblem(request, response, 'not-found')
    response.set({ 'Content-Type': 'audio/mpeg', 'Cache-Control': IMMUTABLE, 'Accept-Ranges': 'bytes' })
    sendBytes(request, response, audio)
  }
  const router = Router()
  router.all('/media/recordings/:file', readingOnly(sendProblem), answer)
  return router
}

/** All of it, or the one part that was asked for. */
function sendBytes(request: Request, response: Response, bytes: Buffer): void {
  const ranges = request.range(bytes.length, { combine: true })
  if (ranges === -1) {
    response
      .status(416)
      .set({ 'Content-Range': `bytes */${bytes.length}`, 'Cache-Control': 'no-store' })
      .end()
    return
  }
  const only = Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined
  const { start, end } = only ?? { start: 0, end: bytes.length - 1 }
  if (only !== undefined) response.status(206).set('Content-Range', `bytes ${start}-${end}/${bytes.length}`)
  response.set('Content-Length', String(end - start + 1)).end(request.method === 'HEAD' ? undefined : bytes.subarray(start, end + 1))
}
