import { describe, expect, it } from 'vitest'
import { parseIndexDefinition } from './index-definition.ts'
import { indexKeysOf, keyValueOf } from './index-keys.ts'
import { valueKey } from './value-key.ts'

const keysOf = (document: Parameters<typeof indexKeysOf>[0], key: Record<string, number>) =>
  indexKeysOf(document, parseIndexDefinition({ key }))

describe('keys of a document in an index', () => {
  it('has one key for plain fields, with null for what is missing', () => {
    expect(keysOf({ a: 1 }, { a: 1, b: 1 })).toEqual({ keys: [Buffer.concat([valueKey(1), valueKey(null)])], arrayFields: 0 })
  })

  it('has one distinct key an element, and marks the field', () => {
    const { keys, arrayFields } = keysOf({ a: [1, 2, 1], b: 'x' }, { b: 1, a: 1 })
    expect(keys).toEqual([1, 2].map((value) => Buffer.concat([valueKey('x'), valueKey(value)])))
    expect(arrayFields).toBe(0b10)
  })

  it('keeps fields of one element together', () => {
    const { keys, arrayFields } = keysOf({ a: [{ b: 1, c: 2 }, { b: 3, c: 4 }, 5] }, { 'a.b': 1, 'a.c': 1 })
    expect(keys).toEqual([Buffer.concat([valueKey(1), valueKey(2)]), Buffer.concat([valueKey(3), valueKey(4)])])
    expect(arrayFields).toBe(0b11)
  })

  it('takes an array inside an array as a value', () => {
    expect(keysOf({ a: [[1, 2]] }, { a: 1 }).keys).toEqual([valueKey([1, 2])])
  })

  it('tells an empty array from a missing field', () => {
    expect(keysOf({ a: [] }, { a: 1 }).keys).not.toEqual(keysOf({}, { a: 1 }).keys)
  })

  it('turns descending fields around', () => {
    const [one] = keysOf({ a: 1 }, { a: -1 }).keys
    const [two] = keysOf({ a: 2 }, { a: -1 }).keys
    expect(Buffer.compare(two ?? Buffer.alloc(0), one ?? Buffer.alloc(0))).toBe(-1)
  })

  it('refuses two arrays side by side', () => {
    expect(() => keysOf({ a: [1], b: [2] }, { a: 1, b: 1 })).toThrow('parallel arrays')
  })
})

describe('an index definition', () => {
  it.each([
    [{ key: { a: '2dsphere' } }, '2dsphere'],
    [{ key: { a: 1 }, collation: { locale: 'zh' } }, 'collation'],
    [{ key: { a: 1 }, hidden: true }, 'hidden'],
    [{ key: { a: 0 } }, 'direction'],
    [{ key: {} }, 'at least one field'],
    [{ key: { a: 1, b: 1 }, expireAfterSeconds: 5 }, 'one field'],
    [{ key: { 'a.0': 1 } }, 'a.0'],
  ])('is refused by name: %j', (spec, name) => {
    expect(() => parseIndexDefinition(spec)).toThrow(name)
  })

  it('is named after its key and echoed as given', () => {
    expect(parseIndexDefinition({ key: { a: 1, b: -1 }, unique: true }).spec).toEqual({
      v: 2,
      key: { a: 1, b: -1 },
      unique: true,
      name: 'a_1_b_-1',
    })
  })

  it('shows the values of a duplicate', () => {
    expect(keyValueOf({ a: { b: 5 } }, parseIndexDefinition({ key: { 'a.b': 1, c: 1 } }))).toEqual({ 'a.b': 5, c: null })
  })
})
