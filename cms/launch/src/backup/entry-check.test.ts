import { expect, it } from 'vitest'
import type { Inventory, Manifest } from './archive-format.ts'
import { EntryCheck } from './entry-check.ts'

const hash = (letter: string, sizeBytes = 1) => ({ sizeBytes, sha256: letter.repeat(64) })
const manifestOf = (...entries: Manifest['entries']): Manifest => ({
  takenAt: '2026-11-26T00:00:00.000Z',
  hasSecretKey: false,
  collections: [],
  media: { isIncluded: true, assets: 0, files: 0, sizeBytes: 0, unfinished: 0, missing: [] },
  entries,
})
const inventoryOf = (...files: Inventory['files']): Inventory => ({ assetId: 'a1', files })
const FILE = { key: 'assets/a1/7/0.m4s', ...hash('a') }

it('what is as it was listed is whole', () => {
  const check = new EntryCheck()
  check.see('secret-key', hash('s'))
  check.see(`media/${FILE.key}`, hash('a'))
  check.closeAsset('inventory/a1.json', inventoryOf(FILE, { key: 'masters/a1/master', sizeBytes: 9 }))
  expect(check.finish(manifestOf({ name: 'secret-key', ...hash('s') }))).toEqual([])
})

it.each<[string, (check: EntryCheck) => void, string]>([
  ['another content', (check) => check.see('secret-key', hash('x')), 'secret-key is not as it was written'],
  ['another size', (check) => check.see('secret-key', hash('s', 2)), 'secret-key is not as it was written'],
  ['nothing', () => undefined, 'secret-key is missing'],
])('an entry with %s is named', (_what, see, sentence) => {
  const check = new EntryCheck()
  see(check)
  expect(check.finish(manifestOf({ name: 'secret-key', ...hash('s') }))).toEqual([sentence])
})

it('an entry that nobody listed is named, and one that comes twice', () => {
  const check = new EntryCheck()
  check.see('secret-key', hash('s'))
  check.see('secret-key', hash('s'))
  check.see('more', hash('m'))
  expect(check.finish(manifestOf({ name: 'secret-key', ...hash('s') }))).toEqual(['secret-key is there twice', 'more is not listed'])
})

it('media are compared with the inventory that follows them', () => {
  const check = new EntryCheck()
  check.see(`media/${FILE.key}`, hash('x'))
  check.see('media/assets/a1/7/1.m4s', hash('b'))
  check.closeAsset('inventory/a1.json', inventoryOf(FILE, { key: 'assets/a1/7/2.m4s', ...hash('c') }))
  check.see('media/assets/a2/7/0.m4s', hash('d'))
  expect(check.finish(manifestOf())).toEqual([
    'media/assets/a1/7/0.m4s is not as it was written',
    'media/assets/a1/7/2.m4s is missing',
    'media/assets/a1/7/1.m4s is not listed',
    'media/assets/a2/7/0.m4s is in no inventory',
  ])
})

it('an inventory that cannot be read is named, and so is what it should have listed', () => {
  const check = new EntryCheck()
  check.see(`media/${FILE.key}`, hash('a'))
  check.closeAsset('inventory/a1.json', undefined)
  expect(check.finish(manifestOf())).toEqual(['inventory/a1.json is no inventory', `media/${FILE.key} is not listed`])
})
