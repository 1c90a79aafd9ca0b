import { describe, expect, it } from 'vitest'
import { programmeId } from '../test-records.ts'
import { TextMap } from '../test-store.ts'
import { PendingUploads } from './pending-uploads.ts'

const ENTRY = { programmeId: programmeId('p-1'), fileName: 'show.mp4', sizeBytes: 10, lastModifiedMs: 5, sentBytes: 3 }
const FILE = { name: 'show.mp4', size: 10, lastModified: 5 }

describe('PendingUploads', () => {
  it('finds the programme of the same file after a new start', () => {
    const store = new TextMap()
    new PendingUploads(store).put(ENTRY)
    const pending = new PendingUploads(store)
    expect(pending.matching(FILE)).toEqual(ENTRY)
    expect(pending.matching({ ...FILE, lastModified: 6 })).toBeUndefined()
  })
  it('holds one per programme', () => {
    const pending = new PendingUploads(new TextMap())
    pending.put(ENTRY)
    pending.put({ ...ENTRY, sentBytes: 9 })
    expect(pending.list()).toEqual([{ ...ENTRY, sentBytes: 9 }])
  })
  it('leaves nothing behind', () => {
    const store = new TextMap()
    const pending = new PendingUploads(store)
    pending.put(ENTRY)
    pending.remove(ENTRY.programmeId)
    expect([pending.list(), store.size]).toEqual([[], 0])
  })
  it('survives a damaged note', () => {
    const store = new TextMap()
    store.setItem('ulan-admin:pending-uploads', '{"half')
    expect(new PendingUploads(store).list()).toEqual([])
  })
})
