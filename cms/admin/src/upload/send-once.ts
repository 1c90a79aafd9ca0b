import { hashFile } from './hash-file.ts'
import { createTusSender } from './tus-sender.ts'

/** A file that has arrived whole, and what it must have arrived as. */
export type SentFile = { readonly uploadId: string; readonly sha256: string }

/** Sends one small file to its end; rejects with `ProblemError`. */
export async function sendOnce(file: File): Promise<SentFile> {
  const hashing = new AbortController()
  const sha256 = hashFile(file, () => undefined, hashing.signal)
  const sent = new Promise<string>((resolve, reject) => {
    const sender = createTusSender({
      onProgress: () => undefined,
      // Forgetting it here would take it from the server too, before it can be claimed.
      onSent: (_, uploadId) => resolve(uploadId),
      onProblem: (_, problem) => reject(problem),
    })
    sender.send(file.name, file)
  })
  try {
    const [uploadId, hash] = await Promise.all([sent, sha256])
    return { uploadId, sha256: hash }
  } catch (caught) {
    hashing.abort()
    throw caught
  }
}
