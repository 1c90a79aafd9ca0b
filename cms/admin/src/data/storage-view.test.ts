import type { StorageReport, StoredTitle } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { assetId } from '../test-records.ts'
import { barParts, kindRows, onlyDraftOf, partRows, spaceOf, withoutTitle } from './storage-view.ts'

const GB = 2 ** 30
const title = (id: string, more: Partial<StoredTitle> = {}): StoredTitle => ({
  ...{ assetId: assetId(id), fileName: `${id}.mp4`, status: 'ready', createdAt: '2026-01-01T00:00:00.000Z', bytes: 3, uses: [] },
  parts: { masters: 1, versions: 2 },
  ...more,
})
const report: StorageReport = {
  place: 'disk',
  disk: { totalBytes: 100 * GB, freeBytes: 50 * GB },
  counted: {
    at: '2026-01-01T00:00:00.000Z',
    bytes: 40 * GB,
    kinds: { versions: { bytes: 10 * GB, files: 9 }, masters: { bytes: 30 * GB, files: 2 } },
    titles: [title('a'), title('b')],
    titlesLeftOut: 0,
    unused: [title('b')],
    leaving: [],
  },
}

describe('the disk', () => {
  it.each([
    [50, 100, 'enough'],
    [9, 100, 'tight'],
    [1.9, 100, 'full'],
    [1.9, 10, 'full'],
    [100, 2000, 'tight'],
  ] as const)('with %s of %s GB free is %s', (free, total, space) => {
    expect(spaceOf({ disk: { freeBytes: free * GB, totalBytes: total * GB } })).toBe(space)
  })
  it('is shown whole: media by kind, what else is there, and what is free', () => {
    expect(barParts(report).map(({ name, share }) => [name, share])).toEqual([
      ['masters', 0.3],
      ['versions', 0.1],
      ['elsewhere', 0.1],
      ['free', 0.5],
    ])
  })
  it('never has less than nothing beside the media, though the count is older', () => {
    const emptied = { ...report, disk: { totalBytes: 100 * GB, freeBytes: 90 * GB } }
    expect(barParts(emptied).find(({ name }) => name === 'elsewhere')?.bytes).toBe(0)
  })
  it('is no part of a bucket', () => {
    expect(barParts({ ...report, place: 'bucket' }).map(({ name, share }) => [name, share])).toEqual([
      ['masters', 0.75],
      ['versions', 0.25],
    ])
  })
  it('before the first count is not empty', () => {
    const { counted: _counted, ...uncounted } = report
    expect(kindRows(uncounted)).toEqual([])
    expect(barParts(uncounted).map(({ name }) => name)).toEqual(['elsewhere', 'free'])
  })
})

describe('a title', () => {
  it('tells its largest part first', () =>
    expect(partRows(title('a'))).toEqual([
      { kind: 'versions', bytes: 2 },
      { kind: 'masters', bytes: 1 },
    ]))
  it('can go with its draft when that one alone has it', () => {
    const draft = { kind: 'programme', id: 'p-1', title: '讲座', status: 'draft', rev: 4 } as const
    expect(onlyDraftOf(title('a', { uses: [draft] }))).toEqual(draft)
    expect(onlyDraftOf(title('a', { uses: [draft, draft] }))).toBeUndefined()
    expect(onlyDraftOf(title('a', { uses: [{ ...draft, status: 'published' }] }))).toBeUndefined()
    expect(onlyDraftOf(title('a', { uses: [{ kind: 'series', id: 's-1', title: '系列' }] }))).toBeUndefined()
    expect(onlyDraftOf(title('a'))).toBeUndefined()
  })
  it('that was deleted is shown no more', () => {
    expect(withoutTitle(report, 'b').counted).toMatchObject({ titles: [{ assetId: 'a' }], unused: [] })
  })
})
