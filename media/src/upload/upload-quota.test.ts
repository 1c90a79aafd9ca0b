import { expect, test } from 'vitest'
import { refusalByQuota, type Standing } from './upload-quota.ts'

const QUOTA = { mostUploads: 3, mostBytes: 1000, mostWaiting: 5, reserveBytes: 100 }
const EMPTY: Standing = { count: 0, announcedBytes: 0, missingBytes: 0, freeBytes: 10_000, waiting: 0 }

test.each<[string, number, Partial<Standing>, string | undefined, string | undefined]>([
  ['the first one', 1000, {}, undefined, undefined],
  ['the last one', 500, { count: 2, announcedBytes: 500, waiting: 4 }, undefined, undefined],
  ['one too many', 1, { count: 3 }, 'too-many-uploads', 'most-uploads'],
  ['one byte too many', 501, { announcedBytes: 500 }, 'too-many-uploads', 'most-upload-bytes'],
  ['one for a queue that is full', 1, { waiting: 5 }, 'queue-full', undefined],
  ['one that just fits the disk', 500, { freeBytes: 600 }, undefined, undefined],
  ['one that does not', 501, { freeBytes: 600 }, 'storage-full', undefined],
  ['one whose room was promised to another', 500, { freeBytes: 699, missingBytes: 100, announcedBytes: 200 }, 'storage-full', undefined],
])('%s', (_name, sizeBytes, differences, problem, code) => {
  const refusal = refusalByQuota(sizeBytes, { ...EMPTY, ...differences }, QUOTA)
  expect([refusal?.problem, refusal?.errors?.[0]?.code]).toEqual([problem, code])
})
