import { describe, expect, it } from 'vitest'
import { programmeId } from '../test-records.ts'
import { canGoOn, isActive, isSendingTo, sentPercent, type Upload, uploadProgress, withSentBytes } from './upload-state.ts'

const START: Upload = {
  id: 'u',
  programmeId: programmeId('p-1'),
  fileName: 'show.mp4',
  sizeBytes: 1000,
  phase: 'waiting',
  sentBytes: 0,
  hashedBytes: 250,
  samples: [],
}
const after = (...steps: readonly (readonly [sentBytes: number, atMs: number])[]): Upload =>
  steps.reduce((upload, [sentBytes, atMs]) => withSentBytes(upload, sentBytes, atMs), START)

describe('uploadProgress', () => {
  it('knows no speed before two moments', () => {
    expect(uploadProgress(after([100, 0]))).toEqual({ hashedShare: 0.25 })
  })
  it('tells speed and time left', () => {
    expect(uploadProgress(after([0, 0], [200, 1000], [400, 2000]))).toMatchObject({ bytesPerSecond: 200, remainingSeconds: 3 })
  })
  it('forgets what is older than its window', () => {
    expect(uploadProgress(after([0, 0], [10, 10_000], [110, 11_000]))).toMatchObject({ bytesPerSecond: 100 })
  })
  it('starts anew when resuming steps back', () => {
    expect(uploadProgress(after([0, 0], [500, 1000], [300, 2000]))).toEqual({ hashedShare: 0.25 })
  })
  it('shows no speed while nothing moves or nothing is sent', () => {
    expect(uploadProgress(after([300, 0], [300, 1000]))).not.toHaveProperty('bytesPerSecond')
    expect(uploadProgress({ ...after([0, 0], [500, 1000]), phase: 'finishing' })).not.toHaveProperty('bytesPerSecond')
  })
  it('stays within its bounds', () => {
    expect(uploadProgress({ ...START, sizeBytes: 0 })).toEqual({ hashedShare: 0 })
    expect(uploadProgress({ ...START, hashedBytes: 1200 }).hashedShare).toBe(1)
  })
})

describe('sentPercent', () => {
  it('says 100 only after the server confirmed the last byte', () => {
    expect(sentPercent(after([999, 0]))).toBe(99)
    expect(sentPercent(after([1000, 0]))).toBe(99)
    expect(sentPercent({ ...after([1000, 0]), phase: 'finishing' })).toBe(100)
  })
})

describe('isActive', () => {
  it('warns before closing only while something is under way', () => {
    const phases = ['waiting', 'uploading', 'finishing', 'interrupted', 'failed', 'done'] as const
    expect(phases.filter((phase) => isActive({ ...START, phase }))).toEqual(['waiting', 'uploading', 'finishing'])
  })
})

describe('isSendingTo', () => {
  it('is over when the upload stopped, and knows nothing of other programmes', () => {
    const sending = { ...START, phase: 'uploading' } as const
    expect(isSendingTo([sending], programmeId('p-1'))).toBe(true)
    expect(isSendingTo([sending], programmeId('p-2'))).toBe(false)
    expect(isSendingTo([{ ...START, phase: 'failed' }], programmeId('p-1'))).toBe(false)
  })
})

describe('canGoOn', () => {
  it.each(['offline', 'sign-in-required', 'storage-full', 'queue-full', 'too-many-uploads'] as const)('%s passes', (problem) => {
    expect(canGoOn(problem)).toBe(true)
  })
  it.each(['not-a-video', 'upload-hash-mismatch', 'upload-too-large'] as const)('%s does not', (problem) =>
    expect(canGoOn(problem)).toBe(false),
  )
})
