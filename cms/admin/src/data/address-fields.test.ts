import { describe, expect, it } from 'vitest'
import { changedFields, fieldsSearch, oneOf, pageOf, parseFields } from './address-fields.ts'

describe('what of a page is looked at', () => {
  it('is read as it was written, whatever the order', () => {
    const fields = { state: 'missing', file: 'tv-app/tv', q: '宪法 & 法' }
    expect(parseFields(fieldsSearch(fields))).toEqual(fields)
    expect(fieldsSearch(parseFields('b=2&a=1&c='))).toBe('a=1&b=2')
    expect([fieldsSearch({}), parseFields('')]).toEqual(['', {}])
    expect(parseFields(`q=${'长'.repeat(500)}`)['q']).toHaveLength(100)
    expect(Object.keys(parseFields(Array.from({ length: 50 }, (_, at) => `f${String(at)}=1`).join('&')))).toHaveLength(20)
  })
  it('begins at its first page when something else is chosen', () => {
    const fields = { act: 'publish', page: '3', before: '12' }
    expect(changedFields(fields, { q: '草原' })).toEqual({ act: 'publish', q: '草原' })
    expect(changedFields(fields, { page: '4' })).toEqual({ act: 'publish', page: '4' })
    expect(changedFields(fields, { act: undefined, q: '' })).toEqual({})
  })
  it('is what there is to choose from', () => {
    expect([oneOf(['a', 'b'], 'b'), oneOf(['a', 'b'], 'c'), oneOf(['a'], undefined)]).toEqual(['b', undefined, undefined])
    expect(['2', '0', 'x', undefined].map((page) => pageOf(page === undefined ? {} : { page }))).toEqual([2, 1, 1, 1])
  })
})
