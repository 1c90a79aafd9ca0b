import { describe, expect, it } from 'vitest'
import {
  chunkEntry,
  FORMAT,
  keyOfEntry,
  mediaEntry,
  readHeader,
  readInventory,
  readManifest,
  writeHeader,
  writeInventory,
} from './archive-format.ts'

const HEADER = { release: '0.1.0', takenAt: '2026-11-26T00:00:00.000Z', hasMedia: true }
const SHA = 'a'.repeat(64)

describe('what a backup says of itself', () => {
  it('is read as it was written', () => {
    expect(readHeader(writeHeader(HEADER))).toEqual({
      kind: 'readable',
      header: { product: 'ulan-muqir-legal-media', format: FORMAT, ...HEADER },
    })
  })

  it('a newer format is told with its release, whatever else it holds', () => {
    const text = JSON.stringify({ product: 'ulan-muqir-legal-media', format: FORMAT + 1, release: '9.0.0', how: 'unheard of' })
    expect(readHeader(text)).toEqual({ kind: 'newer', format: FORMAT + 1, release: '9.0.0' })
  })

  it.each([
    '',
    'not json',
    '{}',
    '[]',
    '{"product":"another","format":1,"release":"1"}',
    '{"product":"ulan-muqir-legal-media","format":0}',
  ])('%j is none of ours', (text) => {
    expect(readHeader(text)).toEqual({ kind: 'foreign' })
  })
})

it('an inventory is read as it was written, with and without bytes', () => {
  const inventory = {
    assetId: 'a1',
    files: [
      { key: 'masters/a1/master', sizeBytes: 3, sha256: SHA },
      { key: 'assets/a1/7/0.m4s', sizeBytes: 5 },
    ],
  }
  expect(readInventory(writeInventory(inventory))).toEqual(inventory)
})

it.each(['../../etc/passwd', '/etc/passwd', 'assets/../x', 'store/x'])('an inventory that names %s is refused', (key) => {
  expect(readInventory(JSON.stringify({ assetId: 'a1', files: [{ key, sizeBytes: 1 }] }))).toBeUndefined()
})

it('a manifest that lacks anything is none', () => {
  expect(readManifest('{"takenAt":"2026-11-26T00:00:00.000Z"}')).toBeUndefined()
  expect(readManifest('{')).toBeUndefined()
})

it('names of collections cannot climb out of their folder', () => {
  expect(chunkEntry('a/../b', 12)).toBe('store/a%2F..%2Fb/000012.bson.gz')
})

it('an entry of media has the key of the media store', () => {
  expect(keyOfEntry(mediaEntry('assets/a1/7/0.m4s'))).toBe('assets/a1/7/0.m4s')
  expect(keyOfEntry('inventory/a1.json')).toBeUndefined()
})
