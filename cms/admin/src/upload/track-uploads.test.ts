import type { Asset, NewTrack } from '@ulan/contract'
import { describe, expect, it, vi } from 'vitest'
import { ProblemError } from '../data/problem-error.ts'
import { assetId, assetWith } from '../test-records.ts'
import { TrackUploads } from './track-uploads.ts'
import type { SenderEvents } from './tus-sender.ts'

const FILE = new File(['0123456789'], '蒙语.m4a', { lastModified: 5 })
const A1 = assetId('a-1')
const WISH = { kind: 'audio', language: 'mn', offsetMs: 1500 } as const

/** A newsroom whose network is played by the test, step by step. */
function createDesk() {
  const events: SenderEvents[] = []
  const script = { refuse: [] as ProblemError[], signedOut: 0, isKnown: false }
  const asked: string[] = []
  const added: NewTrack[] = []
  const shown: Asset[] = []
  let keys = 0
  const uploads = new TrackUploads({
    api: {
      addTrack: async (id, body) => {
        const refusal = script.refuse.shift()
        if (refusal !== undefined) throw refusal
        added.push(body)
        return assetWith({ id })
      },
    },
    createSender: (given) => {
      events.push(given)
      return {
        send: () => !script.isKnown,
        retry: (key) => asked.push(`retry ${key}`),
        forget: (key) => asked.push(`forget ${key}`),
      }
    },
    hashFile: async () => 'aa',
    newKey: () => `k${++keys}`,
    onAdded: (asset) => shown.push(asset),
    onSignedOut: () => {
      script.signedOut += 1
    },
  })
  const network = (): SenderEvents => {
    const [only] = events
    if (only === undefined) throw new Error('the sender is made at once')
    return only
  }
  return { uploads, network, script, asked, added, shown }
}

describe('TrackUploads', () => {
  it('adds a file to the asset once bytes and checksum are there, and forgets it', async () => {
    const desk = createDesk()
    expect(desk.uploads.add(FILE, A1, WISH)).toBe('added')
    desk.network().onProgress('k1', 4)
    expect(desk.uploads.list()).toMatchObject([{ assetId: 'a-1', fileName: '蒙语.m4a', phase: 'uploading', sentBytes: 4 }])
    desk.network().onSent('k1', 'up-1')
    await vi.waitFor(() => expect(desk.added).toEqual([{ uploadId: 'up-1', sha256: 'aa', ...WISH }]))
    await vi.waitFor(() => expect([desk.uploads.list(), desk.shown.length]).toEqual([[], 1]))
    expect(desk.asked).toEqual(['forget k1'])
  })

  it('keeps what the server said of a file that it refused, until the file is dropped', async () => {
    const desk = createDesk()
    const fields = [{ path: 'line 2', code: 'cue-end-before-start', params: { line: 2 } }]
    desk.script.refuse.push(new ProblemError('invalid-cue-file', fields))
    desk.uploads.add(FILE, A1, WISH)
    desk.network().onSent('k1', 'up-1')
    await vi.waitFor(() =>
      expect(desk.uploads.list()).toMatchObject([{ phase: 'failed', problem: { problem: 'invalid-cue-file', fields } }]),
    )
    desk.uploads.retry('k1')
    expect(desk.uploads.list()).toMatchObject([{ phase: 'failed' }])
    desk.uploads.cancel('k1')
    expect(desk.uploads.list()).toEqual([])
  })

  it('goes on after a lost network: with sending, or with adding what was sent', async () => {
    const desk = createDesk()
    desk.uploads.add(FILE, A1, WISH)
    desk.network().onProblem('k1', new ProblemError('offline'))
    expect(desk.uploads.list()).toMatchObject([{ phase: 'interrupted' }])
    desk.uploads.retry('k1')
    expect(desk.asked).toEqual(['retry k1'])
    desk.script.refuse.push(new ProblemError('offline'))
    desk.network().onSent('k1', 'up-1')
    await vi.waitFor(() => expect(desk.uploads.list()).toMatchObject([{ phase: 'interrupted' }]))
    desk.uploads.retryInterrupted()
    await vi.waitFor(() => expect(desk.added).toHaveLength(1))
  })

  it('asks for signing in when the session has ended', async () => {
    const desk = createDesk()
    desk.script.refuse.push(new ProblemError('sign-in-required'))
    desk.uploads.add(FILE, A1, WISH)
    desk.network().onSent('k1', 'up-1')
    await vi.waitFor(() => expect(desk.script.signedOut).toBe(1))
    expect(desk.uploads.list()).toMatchObject([{ phase: 'interrupted' }])
  })

  it('says so when the same file is on its way already', () => {
    const desk = createDesk()
    desk.script.isKnown = true
    expect(desk.uploads.add(FILE, A1, WISH)).toBe('already-uploading')
    expect(desk.uploads.list()).toEqual([])
  })
})
