import { expect, it, test } from 'vitest'
import type { Manifest } from './archive-format.ts'
import { backupReport, restoreReport, sizeText } from './report.ts'

const MANIFEST: Manifest = {
  takenAt: '2026-11-26T00:00:00.000Z',
  hasSecretKey: true,
  collections: [
    { name: 'attempts', documents: 2, sizeBytes: 9, sha256: '', chunks: 1, indexes: [] },
    { name: 'laws', documents: 1, sizeBytes: 9, sha256: '', chunks: 1, indexes: [] },
  ],
  media: { isIncluded: true, assets: 1, files: 1_200, sizeBytes: 3_400_000_000, unfinished: 0, missing: [] },
  entries: [],
}
const HEADER = { product: 'ulan-muqir-legal-media', format: 1, release: '0.1.0', takenAt: MANIFEST.takenAt, hasMedia: true } as const

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1.0 kB'],
  [64_300_000, '64.3 MB'],
  [7e15, '7000.0 TB'],
])('%i bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text)
})

it('a whole backup is told in three lines', () => {
  expect(backupReport('/mnt/a.ulan', MANIFEST, 3_400_100_000)).toBe(
    'store  3 documents in 2 collections\nmedia  1200 files of 1 title, 3.4 GB\nbackup /mnt/a.ulan 3.4 GB\n',
  )
})

it('what a backup lacks is told one by one', () => {
  const missing = Array.from({ length: 22 }, (_, index) => `assets/a1/7/${String(index)}.m4s`)
  const media = { ...MANIFEST.media, isIncluded: false, unfinished: 2, missing }
  const text = backupReport('/mnt/a.ulan', { ...MANIFEST, hasSecretKey: false, media }, 1)
  for (const part of [
    'listed only',
    '2 titles being encoded',
    'keep SECRET_KEY',
    'missing  22 media files',
    'assets/a1/7/19.m4s',
    'and 2 more',
  ])
    expect(text).toContain(part)
  expect(text).not.toContain('assets/a1/7/20.m4s')
})

it('a restore says what was compared, and what to do next', () => {
  const media = { files: 1_200, sizeBytes: 3_400_000_000 }
  expect(restoreReport({ header: HEADER, manifest: MANIFEST, media, missing: [] }, false)).toBe(
    'store  3 documents in 2 collections, all compared\nmedia  1200 files of 1 title, 3.4 GB, all compared\nrestored the backup of 2026-11-26T00:00:00.000Z: npm start\n',
  )
  const text = restoreReport({ header: HEADER, manifest: MANIFEST, media, missing: ['masters/a1/master'] }, true)
  for (const part of ['missing  1 media file that', '  masters/a1/master', 'SECRET_KEY is set to another one']) expect(text).toContain(part)
})
