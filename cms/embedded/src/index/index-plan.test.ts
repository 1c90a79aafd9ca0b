import { describe, expect, it } from 'vitest'
import { parseSort } from '../query/sort-order.ts'
import type { BsonDocument } from '../value/bson-value.ts'
import { parseIndexDefinition } from './index-definition.ts'
import { planScan } from './index-plan.ts'

const index = (key: Record<string, number>, options: BsonDocument = {}, arrayFields = 0) => ({
  definition: parseIndexDefinition({ key, ...options }),
  arrayFields,
})

function planned(indexes: readonly ReturnType<typeof index>[], filter: BsonDocument, sort: BsonDocument = {}) {
  const plan = planScan(indexes, filter, parseSort(sort))
  if (plan.kind !== 'index') return plan.kind
  const { sorted, backward, boundFields, ranges } = plan
  return { name: plan.index.definition.name, sorted, backward, boundFields, seeks: ranges.length }
}

describe('the choice of an index', () => {
  it('binds equal fields and one range', () => {
    const plan = planned([index({ a: 1 }), index({ a: 1, b: 1, c: 1 })], { a: 1, b: { $gt: 2 } })
    expect(plan).toEqual({ name: 'a_1_b_1_c_1', sorted: false, backward: false, boundFields: 2, seeks: 1 })
  })

  it('takes an order from the index, also backwards', () => {
    expect(planned([index({ a: 1, b: 1 })], { a: 1 }, { b: -1 })).toMatchObject({ sorted: true, backward: true })
    expect(planned([index({ a: 1, b: -1 })], {}, { a: 1, b: -1 })).toMatchObject({ sorted: true, backward: false })
    expect(planned([index({ a: 1, b: -1 })], {}, { a: 1, b: 1 })).toBe('collection')
    expect(planned([index({ a: 1, b: 1 })], { a: { $in: [1, 2] } }, { b: 1 })).toMatchObject({ sorted: false, seeks: 2 })
  })

  it('uses only one condition through an array', () => {
    const tags = [index({ 'a.b': 1, 'a.c': 1 }, {}, 0b11)]
    expect(planned(tags, { 'a.b': 1, 'a.c': 2 })).toMatchObject({ boundFields: 1 })
    expect(planned([index({ a: 1 }, {}, 1)], {}, { a: 1 })).toBe('collection')
  })

  it('leaves a partial or sparse index alone unless the filter implies it', () => {
    const partial = [index({ a: 1 }, { partialFilterExpression: { state: 'live' } })]
    expect(planned(partial, { a: 1 })).toBe('collection')
    expect(planned(partial, { a: 1, state: 'live' })).toMatchObject({ name: 'a_1' })
    const sparse = [index({ a: 1 }, { sparse: true })]
    expect(planned(sparse, {}, { a: 1 })).toBe('collection')
    expect(planned(sparse, { a: null })).toBe('collection')
    expect(planned(sparse, { a: 2 })).toMatchObject({ name: 'a_1' })
  })

  it('joins the branches of an $or when each has an index', () => {
    expect(planned([index({ a: 1 }), index({ b: 1 })], { $or: [{ a: 1 }, { b: 2 }] })).toBe('union')
    expect(planned([index({ a: 1 })], { $or: [{ a: 1 }, { b: 2 }] })).toBe('collection')
  })

  it('does not bind what a key cannot say', () => {
    for (const filter of [{ a: [1] }, { a: { $ne: 1 } }, { a: { $exists: true } }, { a: { $in: [[1]] } }, { a: { $gt: null } }]) {
      expect(planned([index({ a: 1 })], filter)).toBe('collection')
    }
  })
})
