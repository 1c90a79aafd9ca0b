import type { AssetId, ProgrammeId, StaffProgramme } from '@ulan/contract'
import type { Api } from '../data/api-client.ts'
import { asProblemError, type ProblemError } from '../data/problem-error.ts'
import type { HashFile } from './hash-file.ts'
import type { PendingUpload, PendingUploads } from './pending-uploads.ts'
import type { Sender, SenderEvents } from './tus-sender.ts'
import { canGoOn, type Upload, withSentBytes } from './upload-state.ts'

const ATTACH_TRIES = 4

export type UploadNeeds = {
  readonly api: Pick<Api, 'createAsset' | 'readProgramme' | 'updateProgramme'>
  readonly createSender: (events: SenderEvents) => Sender
  readonly hashFile: HashFile
  readonly pending: PendingUploads
  readonly nowMs: () => number
  readonly newKey: () => string
  readonly onAttached: (programme: StaffProgramme) => void
  readonly onSignedOut: () => void
}

/** What one upload needs besides what is shown of it. */
type Work = { file?: File; sha256?: Promise<string>; uploadId?: string; stopHashing: AbortController }

/** All uploads of this window, whichever page is open; a store in the sense of `useSyncExternalStore`. */
export class UploadCentre {
  readonly #needs: UploadNeeds
  readonly #sender: Sender
  readonly #listeners = new Set<() => void>()
  readonly #works = new Map<string, Work>()
  #uploads: readonly Upload[] = []

  constructor(needs: UploadNeeds) {
    this.#needs = needs
    this.#sender = needs.createSender({
      onProgress: (key, sentBytes) => this.#noteSent(key, sentBytes),
      onSent: (key, uploadId) => this.#noteAllSent(key, uploadId),
      onProblem: (key, problem) => this.#stop(key, problem),
    })
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly list = (): readonly Upload[] => this.#uploads

  /** Begins (or resumes) sending `file` for a programme. */
  add(file: File, programmeId: ProgrammeId): 'added' | 'already-uploading' {
    const key = this.#needs.newKey()
    this.#works.set(key, { file, stopHashing: new AbortController() })
    if (!this.#sender.send(key, file)) {
      this.#works.delete(key)
      return 'already-uploading'
    }
    const pending: PendingUpload = {
      programmeId,
      fileName: file.name,
      sizeBytes: file.size,
      lastModifiedMs: file.lastModified,
      sentBytes: 0,
    }
    this.#needs.pending.put(pending)
    const shown = { id: key, programmeId, fileName: file.name, sizeBytes: file.size }
    this.#show([
      ...this.#uploads.filter((upload) => upload.programmeId !== programmeId),
      { ...shown, phase: 'waiting', sentBytes: 0, hashedBytes: 0, samples: [] },
    ])
    this.#startHashing(key)
    return 'added'
  }

  /** Takes up what a closed window left: uploads whose bytes are all on the server already. */
  recover(): void {
    for (const { programmeId, fileName, sizeBytes, finished } of this.#needs.pending.list()) {
      if (finished === undefined) continue
      const key = this.#needs.newKey()
      this.#works.set(key, { sha256: Promise.resolve(finished.sha256), uploadId: finished.uploadId, stopHashing: new AbortController() })
      const upload: Upload = {
        id: key,
        programmeId,
        fileName,
        sizeBytes,
        phase: 'finishing',
        sentBytes: sizeBytes,
        hashedBytes: sizeBytes,
        samples: [],
      }
      this.#show([...this.#uploads, upload])
      void this.#finish(key)
    }
  }

  /** Goes on after an interruption; after a refusal sends the whole file again. */
  retry(key: string): void {
    const upload = this.#find(key)
    const work = this.#works.get(key)
    if (upload === undefined || work === undefined) return
    if (upload.phase === 'failed') {
      // A refused upload of a window closed since: its file has to be chosen anew.
      if (work.file === undefined) this.cancel(key)
      else this.#sendAgain(upload, work.file)
    } else if (work.uploadId !== undefined) {
      void this.#finish(key)
    } else {
      this.#change(key, (old) => ({ ...withoutProblem(old), phase: 'waiting' }))
      this.#sender.retry(key)
    }
  }

  /** After signing in again: everything that stopped goes on. */
  retryInterrupted(): void {
    for (const upload of this.#uploads) if (upload.phase === 'interrupted') this.retry(upload.id)
  }

  /** Stops it and takes it from view; its draft stays. */
  cancel(key: string): void {
    const upload = this.#find(key)
    if (upload === undefined) return
    this.#needs.pending.remove(upload.programmeId)
    this.#drop(key)
  }

  #sendAgain(upload: Upload, file: File): void {
    this.#drop(upload.id)
    this.add(file, upload.programmeId)
  }

  #drop(key: string): void {
    this.#works.get(key)?.stopHashing.abort()
    this.#works.delete(key)
    this.#sender.forget(key)
    this.#show(this.#uploads.filter((upload) => upload.id !== key))
  }

  #startHashing(key: string): void {
    const work = this.#works.get(key)
    if (work?.file === undefined) return
    const onProgress = (hashedBytes: number): void => this.#change(key, (upload) => ({ ...upload, hashedBytes }))
    work.sha256 = this.#needs.hashFile(work.file, onProgress, work.stopHashing.signal)
    work.sha256.catch((caught: unknown) => this.#stop(key, asProblemError(caught)))
  }

  #noteSent(key: string, sentBytes: number): void {
    this.#change(key, (upload) => withSentBytes(upload, sentBytes, this.#needs.nowMs()))
    this.#notePending(key, { sentBytes })
  }

  #noteAllSent(key: string, uploadId: string): void {
    const work = this.#works.get(key)
    if (work === undefined) return
    work.uploadId = uploadId
    void this.#finish(key)
  }

  /** Checksum, asset, programme; each step may be repeated without harm. */
  async #finish(key: string): Promise<void> {
    const work = this.#works.get(key)
    const upload = this.#find(key)
    if (upload === undefined || work?.uploadId === undefined || work.sha256 === undefined) return
    this.#change(key, (old) => ({ ...withoutProblem(old), phase: 'finishing', sentBytes: old.sizeBytes }))
    try {
      const sha256 = await work.sha256
      this.#notePending(key, { sentBytes: upload.sizeBytes, finished: { uploadId: work.uploadId, sha256 } })
      const asset = await this.#needs.api.createAsset({ uploadId: work.uploadId, sha256 })
      const programme = await this.#attach(upload.programmeId, asset.id)
      this.#needs.pending.remove(upload.programmeId)
      this.#needs.onAttached(programme)
      this.#drop(key)
    } catch (caught) {
      this.#stop(key, asProblemError(caught))
    }
  }

  /** Only the asset is written, so a text that somebody saves meanwhile is never overwritten: read again and repeat. */
  async #attach(programmeId: ProgrammeId, assetId: AssetId): Promise<StaffProgramme> {
    for (let tried = 1; ; tried += 1) {
      const { rev } = await this.#needs.api.readProgramme(programmeId)
      try {
        return await this.#needs.api.updateProgramme(programmeId, { rev, assetId })
      } catch (caught) {
        if (asProblemError(caught).problem !== 'stale-revision' || tried === ATTACH_TRIES) throw caught
      }
    }
  }

  #stop(key: string, { problem }: ProblemError): void {
    const upload = this.#find(key)
    if (upload === undefined) return
    const phase = canGoOn(problem) ? 'interrupted' : 'failed'
    if (phase === 'failed') this.#needs.pending.remove(upload.programmeId)
    this.#change(key, (old) => ({ ...old, phase, problem, samples: [] }))
    if (problem === 'sign-in-required') this.#needs.onSignedOut()
  }

  #notePending(key: string, change: Partial<PendingUpload>): void {
    const upload = this.#find(key)
    const noted = upload === undefined ? undefined : this.#needs.pending.forProgramme(upload.programmeId)
    if (noted !== undefined) this.#needs.pending.put({ ...noted, ...change })
  }

  #find(key: string): Upload | undefined {
    return this.#uploads.find((upload) => upload.id === key)
  }

  #change(key: string, change: (upload: Upload) => Upload): void {
    this.#show(this.#uploads.map((upload) => (upload.id === key ? change(upload) : upload)))
  }

  #show(uploads: readonly Upload[]): void {
    this.#uploads = uploads
    for (const listener of this.#listeners) listener()
  }
}

function withoutProblem({ problem: _, ...upload }: Upload): Upload {
  return upload
}
