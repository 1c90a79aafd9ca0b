import Uppy from '@uppy/core'
import Tus, { type TusBody } from '@uppy/tus'
import { WRITE_HEADERS } from '../data/api-client.ts'
import { ProblemError, problemFromAnswer } from '../data/problem-error.ts'

const ENDPOINT = '/api/v1/uploads'
/** Proxies often cap a body; 16 MiB passes them and costs little (measured: 118 MB/s on loopback). */
const CHUNK_BYTES = 16 * 1024 * 1024
/** About two minutes in all: long enough for a server to start again. tus counts anew after every success. */
const RETRY_DELAYS_MS = [500, 1000, 2000, 3000, 5000, 10_000, 15_000, 20_000, 30_000, 30_000]

type Meta = { uploadKey: string }

export type SenderEvents = {
  readonly onProgress: (key: string, sentBytes: number) => void
  readonly onSent: (key: string, uploadId: string) => void
  readonly onProblem: (key: string, problem: ProblemError) => void
}

/** Sends files by tus 1.0; knows nothing of programmes. */
export type Sender = {
  /** Starts or, for a file seen before, goes on. False: the same file is on its way already. */
  readonly send: (key: string, file: File) => boolean
  readonly retry: (key: string) => void
  readonly forget: (key: string) => void
}

export function createTusSender(events: SenderEvents): Sender {
  const uppy = new Uppy<Meta, TusBody>({ id: 'newsroom', autoProceed: true, allowMultipleUploadBatches: true })
  uppy.use(Tus, {
    endpoint: ENDPOINT,
    chunkSize: CHUNK_BYTES,
    retryDelays: RETRY_DELAYS_MS,
    headers: { ...WRITE_HEADERS },
    limit: 2,
    allowedMetaFields: ['name', 'type'],
    removeFingerprintOnSuccess: true,
  })
  const fileIds = new Map<string, string>()
  uppy.on('upload-progress', (file, progress) => {
    if (file !== undefined) events.onProgress(file.meta.uploadKey, progress.bytesUploaded)
  })
  uppy.on('upload-success', (file, answer) => {
    const uploadId = answer.uploadURL?.split('/').pop()
    if (file !== undefined && uploadId !== undefined) events.onSent(file.meta.uploadKey, uploadId)
  })
  uppy.on('upload-error', (file, _error, answer) => {
    if (file !== undefined) events.onProblem(file.meta.uploadKey, problemOf(answer?.body?.xhr))
  })
  return {
    send(key, file) {
      const known = new Set(uppy.getFiles().map((entry) => entry.id))
      try {
        const id = uppy.addFile({ name: file.name, type: file.type, data: file, meta: { uploadKey: key } })
        fileIds.set(key, id)
        return !known.has(id)
      } catch {
        return false // Uppy refuses a duplicate by throwing; nothing else is restricted
      }
    },
    retry(key) {
      const id = fileIds.get(key)
      if (id !== undefined) void uppy.retryUpload(id)
    },
    forget(key) {
      const id = fileIds.get(key)
      fileIds.delete(key)
      if (id !== undefined && uppy.getFile(id) !== undefined) uppy.removeFile(id)
    },
  }
}

function problemOf(xhr: XMLHttpRequest | undefined): ProblemError {
  return xhr === undefined || xhr.status === 0 ? new ProblemError('offline') : problemFromAnswer(xhr.status, xhr.responseText)
}
