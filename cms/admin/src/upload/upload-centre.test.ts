import type { Asset, AssetId, ProgrammePatch, StaffProgramme } from '@ulan/contract'
import { describe, expect, it, vi } from 'vitest'
import { ProblemError } from '../data/problem-error.ts'
import { assetWith, programmeId, programmeWith } from '../test-records.ts'
import { TextMap } from '../test-store.ts'
import { PendingUploads } from './pending-uploads.ts'
import type { SenderEvents } from './tus-sender.ts'
import { UploadCentre, type UploadNeeds } from './upload-centre.ts'

const FILE = new File(['0123456789'], 'show.mp4', { lastModified: 5 })
const P1 = programmeId('p-1')

/** A newsroom whose network is played by the test, step by step. */
function createDesk(store = new TextMap()) {
  let programme: StaffProgramme = programmeWith()
  let events: SenderEvents | undefined
  let keys = 0
  const sent: string[] = []
  const script = { refuse: [] as ProblemError[], staleTimes: 0, sha256: 'aa', signedOut: 0 }
  const needs: UploadNeeds = {
    api: {
      createAsset: async (body): Promise<Asset> => {
        const refusal = script.refuse.shift()
        if (refusal !== undefined) throw refusal
        return assetWith({ id: `asset-of-${body.uploadId}-${body.sha256}` as AssetId })
      },
      readProgramme: async () => programme,
      updateProgramme: async (_, { rev, assetId }: ProgrammePatch) => {
        if (script.staleTimes > 0) {
          script.staleTimes -= 1
          programme = { ...programme, rev: programme.rev + 1 }
        }
        if (rev !== programme.rev) throw new ProblemError('stale-revision')
        programme = { ...programme, rev: rev + 1, ...(assetId == null ? {} : { assetId }) }
        return programme
      },
    },
    createSender: (given) => {
      events = given
      return { send: (key) => sent.push(key) > 0, retry: (key) => sent.push(`retry ${key}`), forget: () => undefined }
    },
    hashFile: async (file, onProgress) => {
      onProgress(file.size)
      return script.sha256
    },
    pending: new PendingUploads(store),
    nowMs: () => 0,
    newKey: () => `k${++keys}`,
    onAttached: (changed) => {
      programme = changed
    },
    onSignedOut: () => {
      script.signedOut += 1
    },
  }
  const centre = new UploadCentre(needs)
  const network = (): SenderEvents => {
    if (events === undefined) throw new Error('the centre makes its sender at once')
    return events
  }
  return { centre, network, sent, script, store, pending: needs.pending, current: () => programme }
}

describe('UploadCentre', () => {
  it('attaches the asset once bytes and checksum are there, and forgets the upload', async () => {
    const desk = createDesk()
    desk.centre.add(FILE, P1)
    desk.network().onProgress('k1', 4)
    expect(desk.centre.list()).toMatchObject([{ phase: 'uploading', sentBytes: 4, hashedBytes: 10 }])
    expect(desk.pending.matching(FILE)?.sentBytes).toBe(4)
    desk.network().onSent('k1', 'up-1')
    await vi.waitFor(() => expect(desk.current().assetId).toBe('asset-of-up-1-aa'))
    await vi.waitFor(() => expect([desk.centre.list(), desk.store.size]).toEqual([[], 0]))
  })

  it('attaches again when somebody saved meanwhile', async () => {
    const desk = createDesk()
    desk.script.staleTimes = 2
    desk.centre.add(FILE, P1)
    desk.network().onSent('k1', 'up-1')
    await vi.waitFor(() => expect(desk.current().assetId).toBe('asset-of-up-1-aa'))
  })

  it('shows a checksum mismatch as final, and sends the whole file again on request', async () => {
    const desk = createDesk()
    desk.script.refuse.push(new ProblemError('upload-hash-mismatch'))
    desk.centre.add(FILE, P1)
    desk.network().onSent('k1', 'up-1')
    await vi.waitFor(() => expect(desk.centre.list()).toMatchObject([{ phase: 'failed', problem: 'upload-hash-mismatch' }]))
    expect([desk.current().assetId, desk.pending.list()]).toEqual([undefined, []])
    desk.centre.retry('k1')
    expect(desk.sent).toEqual(['k1', 'k2'])
    desk.network().onSent('k2', 'up-2')
    await vi.waitFor(() => expect(desk.current().assetId).toBe('asset-of-up-2-aa'))
  })

  it('waits out a lost network, and goes on where it was', () => {
    const desk = createDesk()
    desk.centre.add(FILE, P1)
    desk.network().onProgress('k1', 4)
    desk.network().onProblem('k1', new ProblemError('offline'))
    expect(desk.centre.list()).toMatchObject([{ phase: 'interrupted', problem: 'offline', sentBytes: 4 }])
    desk.centre.retry('k1')
    expect(desk.sent).toEqual(['k1', 'retry k1'])
    expect(desk.centre.list()[0]).not.toHaveProperty('problem')
  })

  it('asks for a new session and registers what was sent already', async () => {
    const desk = createDesk()
    desk.script.refuse.push(new ProblemError('sign-in-required'))
    desk.centre.add(FILE, P1)
    desk.network().onSent('k1', 'up-1')
    await vi.waitFor(() => expect(desk.script.signedOut).toBe(1))
    desk.centre.retryInterrupted()
    await vi.waitFor(() => expect(desk.current().assetId).toBe('asset-of-up-1-aa'))
    expect(desk.sent).toEqual(['k1'])
  })

  it('finishes after the window was closed between the last byte and the registration', async () => {
    const closed = createDesk()
    closed.script.refuse.push(new ProblemError('offline'))
    closed.centre.add(FILE, P1)
    closed.network().onSent('k1', 'up-1')
    await vi.waitFor(() => expect(closed.centre.list()).toMatchObject([{ phase: 'interrupted' }]))
    const reopened = createDesk(closed.store)
    reopened.centre.recover()
    await vi.waitFor(() => expect(reopened.current().assetId).toBe('asset-of-up-1-aa'))
    expect(reopened.store.size).toBe(0)
  })

  it('makes room for choosing the file anew when a recovered upload is refused', async () => {
    const store = new TextMap()
    const desk = createDesk(store)
    desk.pending.put({
      programmeId: P1,
      fileName: 'show.mp4',
      sizeBytes: 10,
      lastModifiedMs: 5,
      sentBytes: 10,
      finished: { uploadId: 'up-1', sha256: 'aa' },
    })
    desk.script.refuse.push(new ProblemError('truncated-video'))
    desk.centre.recover()
    await vi.waitFor(() => expect(desk.centre.list()).toMatchObject([{ phase: 'failed', problem: 'truncated-video' }]))
    desk.centre.retry('k1')
    expect([desk.centre.list(), store.size]).toEqual([[], 0])
  })

  it('drops a cancelled upload without a trace', () => {
    const desk = createDesk()
    desk.centre.add(FILE, P1)
    desk.centre.cancel('k1')
    expect([desk.centre.list(), desk.store.size]).toEqual([[], 0])
  })
})
