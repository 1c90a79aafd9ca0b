import { writeFile } from 'node:fs/promises'
import { mongo } from 'mongoose'
import { expect, test } from 'vitest'
import { failed, outcomeOfTool } from '../run/unit-outcome.ts'
import { StoreTrouble } from '../store/media-store.ts'
import { endingOf, endingOfError } from './settle-unit.ts'

const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })

test.each([
  ['a bucket that does not answer', new StoreTrouble('unreachable', 'silence'), 'store-unavailable', /^silence$/],
  ['a database that is away', new mongo.MongoNetworkError('connect ECONNREFUSED'), 'store-unavailable', /ECONNREFUSED/],
  ['a database with no room', new mongo.MongoServerError({ code: 14_031, errmsg: 'none' }), 'storage-full', /^the disk is full/],
  ['a full disk', full, 'storage-full', /^the disk is full/],
])('%s is not held against a unit, and told', (_what, error, waitsFor, words) => {
  expect(endingOfError(error, false)).toEqual({ kind: 'put-off', message: expect.stringMatching(words), waitsFor })
})

test('neither is a disk that the encoder found full', () => {
  const outcome = outcomeOfTool({
    kind: 'failed',
    code: 1,
    signal: undefined,
    stderr: 'av_interleaved_write_frame(): No space left on device',
  })
  expect(endingOf(outcome)).toMatchObject({ kind: 'put-off', message: expect.stringContaining('No space left') })
})

test('a real full disk says so in those words', async () => {
  const error = await writeFile('/dev/full', 'x').catch((reason: unknown) => reason)
  expect(endingOfError(error, false)).toMatchObject({ kind: 'put-off' })
})

test('whatever else goes wrong counts', () => {
  expect(endingOfError(new Error('box of 0 bytes'), false)).toEqual({ kind: 'failed', problem: 'encode-failed', message: 'box of 0 bytes' })
  expect(endingOf(failed('encode-failed', 'no frames'))).toMatchObject({ kind: 'failed' })
})

test('what breaks while its worker is told to stop says nothing', () => {
  expect(endingOfError(full, true)).toEqual({ kind: 'stopped' })
})
