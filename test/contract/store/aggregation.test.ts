import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenTarget, targets } from './store-target.ts'

describe.each(targets)('aggregation on $name', ({ open }) => {
  let target: OpenTarget
  const run = (name: string, pipeline: object[]) => target.connection.collection(name).aggregate(pipeline).toArray()

  beforeAll(async () => {
    target = await open()
    await target.connection.collection('troupe').insertMany([
      { _id: 't1' as never, name: 'North' },
      { _id: 't2' as never, name: 'South' },
    ])
    await target.connection.collection('show').insertMany([
      { _id: 1 as never, troupe: 't1', plays: 10, tags: ['a', 'b'], at: new Date('2026-01-01T20:00:00Z') },
      { _id: 2 as never, troupe: 't1', plays: 5, tags: ['b'], at: new Date('2026-01-02T02:00:00Z') },
      { _id: 3 as never, troupe: 't2', plays: 7, tags: [], at: new Date('2026-01-02T20:00:00Z') },
    ])
  })
  afterAll(async () => {
    expect(target.log).toEqual([])
    await target.close()
  })

  it('groups, sorts and counts', async () => {
    const byTroupe = [
      { $group: { _id: '$troupe', plays: { $sum: '$plays' }, mean: { $avg: '$plays' }, most: { $max: '$plays' }, ids: { $push: '$_id' } } },
      { $sort: { plays: -1 } },
    ]
    expect(await run('show', byTroupe)).toEqual([
      { _id: 't1', plays: 15, mean: 7.5, most: 10, ids: [1, 2] },
      { _id: 't2', plays: 7, mean: 7, most: 7, ids: [3] },
    ])
    expect(await run('show', [{ $match: { plays: { $gt: 5 } } }, { $count: 'n' }])).toEqual([{ n: 2 }])
    expect(await run('show', [{ $sortByCount: '$troupe' }])).toEqual([
      { _id: 't1', count: 2 },
      { _id: 't2', count: 1 },
    ])
  })

  it('unwinds and projects with expressions', async () => {
    expect(await run('show', [{ $unwind: '$tags' }, { $project: { tags: 1 } }, { $sort: { _id: 1, tags: 1 } }])).toEqual([
      { _id: 1, tags: 'a' },
      { _id: 1, tags: 'b' },
      { _id: 2, tags: 'b' },
    ])
    const kept = await run('show', [{ $unwind: { path: '$tags', preserveNullAndEmptyArrays: true } }, { $count: 'n' }])
    expect(kept).toEqual([{ n: 4 }])
    const day = { $dateToString: { date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' } }
    const shaped = await run('show', [
      { $match: { _id: 1 } },
      { $project: { _id: 0, day, rank: { $cond: [{ $gte: ['$plays', 10] }, 'high', 'low'] }, more: { $add: ['$plays', 1] } } },
    ])
    expect(shaped).toEqual([{ day: '2026-01-02', rank: 'high', more: 11 }])
    expect(await run('show', [{ $match: { _id: 3 } }, { $set: { 'a.b': { $size: '$tags' } } }, { $project: { a: 1, _id: 0 } }])).toEqual([
      { a: { b: 0 } },
    ])
  })

  it('looks up by field and by pipeline', async () => {
    const byField = await run('show', [
      { $match: { _id: 1 } },
      { $lookup: { from: 'troupe', localField: 'troupe', foreignField: '_id', as: 'by' } },
      { $unwind: '$by' },
      { $replaceRoot: { newRoot: '$by' } },
    ])
    expect(byField).toEqual([{ _id: 't1', name: 'North' }])
    const byPipeline = await run('troupe', [
      {
        $lookup: {
          from: 'show',
          let: { troupe: '$_id' },
          pipeline: [{ $match: { $expr: { $eq: ['$troupe', '$$troupe'] } } }, { $count: 'n' }],
          as: 'shows',
        },
      },
      { $sort: { _id: 1 } },
    ])
    expect(byPipeline.map((each) => each['shows'])).toEqual([[{ n: 2 }], [{ n: 1 }]])
  })

  it('answers several branches at once', async () => {
    const [facets] = await run('show', [
      { $facet: { top: [{ $sort: { plays: -1 } }, { $limit: 1 }, { $project: { _id: 1 } }], all: [{ $count: 'n' }] } },
    ])
    expect(facets).toEqual({ top: [{ _id: 1 }], all: [{ n: 3 }] })
    expect(await target.connection.collection('show').distinct('tags')).toEqual(['a', 'b'])
    expect(await target.connection.collection('show').countDocuments({}, { skip: 1 })).toBe(2)
  })
})
