import type { Asset, AssetId, NewTrack } from '@ulan/contract'
import type { Api } from '../data/api-client.ts'
import { asProblemError, type ProblemError } from '../data/problem-error.ts'
import type { HashFile } from './hash-file.ts'
import type { Sender, SenderEvents } from './tus-sender.ts'
import { canGoOn } from './upload-state.ts'

/** What a file is to become. */
export type TrackWish = Pick<NewTrack, 'kind' | 'language' | 'offsetMs'>

/** A sound or subtitles on the way to an asset. `finishing`: all bytes are there, the server looks into the file. */
export type TrackUpload = {
  readonly id: string
  readonly assetId: AssetId
  readonly fileName: string
  readonly sizeBytes: number
  readonly sentBytes: number
  readonly phase: 'uploading' | 'finishing' | 'interrupted' | 'failed'
  readonly problem?: ProblemError
}

export type TrackNeeds = {
  readonly api: Pick<Api, 'addTrack'>
  readonly createSender: (events: SenderEvents) => Sender
  readonly hashFile: HashFile
  readonly newKey: () => string
  readonly onAdded: (asset: Asset) => void
  readonly onSignedOut: () => void
}

type Work = { readonly wish: TrackWish; readonly sha256: Promise<string>; readonly stopHashing: AbortController; uploadId?: string }

/**
 * Sounds and subtitles that are being sent, whichever page is open; a store in the sense of `useSyncExternalStore`. They are
 * small beside films, so a closed window leaves no note of them: their file is chosen again.
 */
export class TrackUploads {
  readonly #needs: TrackNeeds
  readonly #sender: Sender
  readonly #listeners = new Set<() => void>()
  readonly #works = new Map<string, Work>()
  #uploads: readonly TrackUpload[] = []

  constructor(needs: TrackNeeds) {
    this.#needs = needs
    this.#sender = needs.createSender({
      onProgress: (key, sentBytes) => this.#change(key, { sentBytes }),
      onSent: (key, uploadId) => {
        const work = this.#works.get(key)
        if (work === undefined) return
        work.uploadId = uploadId
        void this.#finish(key)
      },
      onProblem: (key, problem) => this.#stop(key, problem),
    })
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly list = (): readonly TrackUpload[] => this.#uploads

  add(file: File, assetId: AssetId, wish: TrackWish): 'added' | 'already-uploading' {
    const key = this.#needs.newKey()
    if (!this.#sender.send(key, file)) return 'already-uploading'
    const stopHashing = new AbortController()
    const sha256 = this.#needs.hashFile(file, () => undefined, stopHashing.signal)
    sha256.catch((caught: unknown) => this.#stop(key, asProblemError(caught)))
    this.#works.set(key, { wish, sha256, stopHashing })
    const { name: fileName, size: sizeBytes } = file
    this.#show([...this.#uploads, { id: key, assetId, fileName, sizeBytes, sentBytes: 0, phase: 'uploading' }])
    return 'added'
  }

  /** Goes on after an interruption; a refused file stays refused. */
  retry(key: string): void {
    const upload = this.#uploads.find(({ id }) => id === key)
    if (upload?.phase !== 'interrupted') return
    if (this.#works.get(key)?.uploadId !== undefined) {
      void this.#finish(key)
      return
    }
    this.#change(key, { phase: 'uploading' })
    this.#sender.retry(key)
  }

  /** After signing in again: everything that stopped goes on. */
  retryInterrupted(): void {
    for (const { id } of this.#uploads) this.retry(id)
  }

  /** Stops it, if it still goes on, and takes it from view. */
  cancel(key: string): void {
    this.#works.get(key)?.stopHashing.abort()
    this.#works.delete(key)
    this.#sender.forget(key)
    this.#show(this.#uploads.filter(({ id }) => id !== key))
  }

  async #finish(key: string): Promise<void> {
    const upload = this.#uploads.find(({ id }) => id === key)
    const work = this.#works.get(key)
    if (upload === undefined || work?.uploadId === undefined) return
    this.#change(key, { phase: 'finishing', sentBytes: upload.sizeBytes })
    try {
      const sha256 = await work.sha256
      const asset = await this.#needs.api.addTrack(upload.assetId, { uploadId: work.uploadId, sha256, ...work.wish })
      this.#needs.onAdded(asset)
      this.cancel(key)
    } catch (caught) {
      this.#stop(key, asProblemError(caught))
    }
  }

  #stop(key: string, problem: ProblemError): void {
    if (!this.#works.has(key)) return
    this.#change(key, { phase: canGoOn(problem.problem) ? 'interrupted' : 'failed', problem })
    if (problem.problem === 'sign-in-required') this.#needs.onSignedOut()
  }

  /** What is not named stays, except a problem: each step leaves the one before it behind. */
  #change(key: string, change: Partial<TrackUpload>): void {
    this.#show(this.#uploads.map((upload) => (upload.id === key ? { ...withoutProblem(upload), ...change } : upload)))
  }

  #show(uploads: readonly TrackUpload[]): void {
    this.#uploads = uploads
    for (const listener of this.#listeners) listener()
  }
}

function withoutProblem({ problem: _, ...upload }: TrackUpload): TrackUpload {
  return upload
}
