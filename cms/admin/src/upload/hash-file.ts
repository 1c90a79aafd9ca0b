import { ProblemError } from '../data/problem-error.ts'

export type HashMessage =
  | { readonly kind: 'progress'; readonly hashedBytes: number }
  | { readonly kind: 'done'; readonly sha256: string }
  | { readonly kind: 'unreadable' }

export type HashFile = (file: File, onProgress: (hashedBytes: number) => void, signal: AbortSignal) => Promise<string>

/** SHA-256 of a file as lower-case hex, in a worker of its own; rejects with `unreadable-file`. */
export const hashFile: HashFile = (file, onProgress, signal) =>
  new Promise<string>((resolve, reject) => {
    const worker = new Worker(new URL('./hash-worker.ts', import.meta.url), { type: 'module' })
    const refuse = (): void => {
      worker.terminate()
      reject(new ProblemError('unreadable-file'))
    }
    worker.addEventListener('error', refuse)
    signal.addEventListener('abort', refuse, { once: true })
    worker.addEventListener('message', (event: MessageEvent<HashMessage>) => {
      const message = event.data
      if (message.kind === 'progress') return onProgress(message.hashedBytes)
      if (message.kind === 'unreadable') return refuse()
      worker.terminate()
      resolve(message.sha256)
    })
    worker.postMessage(file)
  })
