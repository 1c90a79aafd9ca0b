import type { AssetId, ProgrammeId, StaffListQuery } from '@ulan/contract'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import type { ListedFrom } from '../domain/listing/listing.ts'
import { fixtureAsset } from '../domain/snapshot/catalogue-fixture.ts'
import { createLiveListing } from './live-listing.ts'

const QUERY: StaffListQuery = { page: 1, rows: 100 }
const idOf = (id: string): ProgrammeId => id as ProgrammeId
const programme = (id: string, title: string): ListedFrom => ({
  id: idOf(id),
  status: 'draft',
  kind: 'performance',
  updatedAt: '2026-11-28T08:00:00.000Z',
  title: { 'zh-Hans': title },
})

/** A store in memory that counts how it is read, and can be made to fail or to be slow. */
function createSource(count: number) {
  const programmes = new Map(
    Array.from({ length: count }, (_, index) => `p-${String(index).padStart(5, '0')}`).map((id) => [id, programme(id, '')]),
  )
  const reads = { parts: 0, named: [] as string[][] }
  const state = { isBroken: false, gate: Promise.resolve() }
  const listing = createLiveListing({
    logger: pino({ level: 'silent' }),
    library: { readAssets: (ids) => Promise.resolve(new Map(ids.map((id) => [id, fixtureAsset(id)]))) },
    reader: {
      async readListedAfter(after, most) {
        reads.parts += 1
        if (state.isBroken) throw new Error('store away')
        const part = [...programmes.values()].filter(({ id }) => after === undefined || id > after).slice(0, most)
        await state.gate
        return part
      },
      async readListed(ids) {
        reads.named.push([...ids])
        if (state.isBroken) throw new Error('store away')
        const found = ids.flatMap((id) => programmes.get(id) ?? [])
        await state.gate
        return found
      },
    },
  })
  const find = async (q: string) => (await listing.select({ ...QUERY, q })).ids
  const note = (id: string) => listing.note([{ kind: 'programme', id: idOf(id) }])
  return { programmes, reads, state, listing, find, note }
}

describe('the live listing', () => {
  it('reads all once, in parts, and from then on what was noted', async () => {
    const { listing, reads, programmes, note, find } = createSource(1_000)
    expect((await listing.select(QUERY)).total).toBe(1_000)
    expect((await listing.select(QUERY)).total).toBe(1_000)
    expect(reads).toEqual({ parts: 3, named: [] })
    programmes.set('p-00007', { ...programme('p-00007', '草原'), assetId: 'film' as AssetId })
    expect(await find('草原')).toEqual([])
    note('p-00007')
    expect(await find('草原')).toEqual(['p-00007'])
    expect(await find('film.mp4')).toEqual(['p-00007'])
    programmes.delete('p-00007')
    note('p-00007')
    expect((await listing.select(QUERY)).total).toBe(999)
    expect(reads).toEqual({ parts: 3, named: [['p-00007'], ['p-00007']] })
  })
  it('reads all again when nobody knows what changed, or very much did', async () => {
    const { listing, reads, programmes, note, find } = createSource(3)
    await listing.select(QUERY)
    programmes.set('x', programme('x', '新'))
    listing.note([{ kind: 'all' }])
    expect(await find('新')).toEqual(['x'])
    expect(reads.parts).toBe(2)
    for (let index = 0; index <= 2_000; index += 1) note(`n-${index}`)
    await listing.select(QUERY)
    expect(reads).toEqual({ parts: 3, named: [] })
  })
  it('ignores what is no programme', async () => {
    const { listing, reads } = createSource(1)
    await listing.select(QUERY)
    listing.note([{ kind: 'small-nouns' }, { kind: 'asset', id: 'film' as AssetId }])
    await listing.select(QUERY)
    expect(reads).toEqual({ parts: 1, named: [] })
  })
  it('shows what was noted while it was reading', async () => {
    const { state, programmes, note, find, reads } = createSource(1)
    const gate = Promise.withResolvers<void>()
    state.gate = gate.promise
    const early = find('晚')
    await expect.poll(() => reads.parts).toBe(1)
    programmes.set('p-00000', programme('p-00000', '晚'))
    note('p-00000')
    const late = find('晚')
    gate.resolve()
    expect([await early, await late]).toEqual([[], ['p-00000']])
  })
  it('forgets nothing when the store could not be read', async () => {
    const { state, programmes, note, find } = createSource(1)
    state.isBroken = true
    await expect(find('')).rejects.toThrow('store away')
    state.isBroken = false
    expect(await find('')).toEqual(['p-00000'])
    programmes.set('p-00000', programme('p-00000', '改'))
    note('p-00000')
    state.isBroken = true
    await expect(find('改')).rejects.toThrow('store away')
    state.isBroken = false
    expect(await find('改')).toEqual(['p-00000'])
  })
  it('reads by itself after a start, and is settled then', async () => {
    const { listing, reads } = createSource(1)
    listing.note([{ kind: 'all' }])
    await listing.settled()
    expect(reads.parts).toBe(1)
    await listing.select(QUERY)
    expect(reads.parts).toBe(1)
  })
  it('gives the series of what it has', async () => {
    const { listing, programmes } = createSource(0)
    programmes.set('e', {
      ...programme('e', '一'),
      episodeOf: { seriesId: 's-1', season: 1, episode: 3 } as NonNullable<ListedFrom['episodeOf']>,
    })
    expect([...(await listing.series())]).toEqual([['s-1', { episodes: 1, published: 0, lastEpisodes: [{ season: 1, episode: 3 }] }]])
  })
})
