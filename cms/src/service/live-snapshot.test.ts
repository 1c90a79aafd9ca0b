import { createHash } from 'node:crypto'
import type { Asset, AssetId, Programme, ProgrammeId } from '@ulan/contract'
import { programmeIdSchema } from '@ulan/contract/schemas'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { FIXTURE_CATALOGUE, fixtureAsset, fixtureProgramme } from '../domain/snapshot/catalogue-fixture.ts'
import { startLiveSnapshot } from './live-snapshot.ts'

/** A catalogue in memory that counts how it is read and can be made to fail. */
function createSource() {
  const programmes = new Map<ProgrammeId, Programme>(FIXTURE_CATALOGUE.programmes)
  const assets = new Map<AssetId, Asset>(FIXTURE_CATALOGUE.assets)
  const reads = { whole: 0, named: [] as string[][], assets: [] as string[][] }
  const state = { isBroken: false, now: '2026-12-01T00:00:00Z', rails: FIXTURE_CATALOGUE.rails, waitFor: Promise.resolve() }
  const list = <T>(items: Iterable<T>) => Promise.resolve([...items])
  const needs = {
    logger: pino({ level: 'silent' }),
    clock: () => new Date(state.now),
    layout: { readRevision: () => Promise.resolve({ rev: 0 as const, campaigns: [] }) },
    fingerprint: (lines: readonly string[]) => createHash('sha256').update(lines.join('\n')).digest('hex'),
    programmes: {
      readOne: (id: ProgrammeId) => Promise.resolve(programmes.get(id)),
      findAtEpisode: () => Promise.resolve(undefined),
      listPublished: () => {
        reads.whole += 1
        return list([...programmes.values()].filter((one) => one.status === 'published'))
      },
      readMany: async (ids: readonly ProgrammeId[]) => {
        reads.named.push([...ids])
        await state.waitFor
        if (state.isBroken) throw new Error('store away')
        return await list(ids.flatMap((id) => programmes.get(id) ?? []))
      },
    },
    catalogue: {
      listSeries: () => list(FIXTURE_CATALOGUE.series.values()),
      listRails: () => list(state.rails),
      listQuizzes: () => list(FIXTURE_CATALOGUE.quizzes.values()),
      listQuestions: () => list(FIXTURE_CATALOGUE.questions.values()),
      listLaws: () => list(FIXTURE_CATALOGUE.laws.values()),
      listGenres: () => list(FIXTURE_CATALOGUE.genres.values()),
      listTroupes: () => list(FIXTURE_CATALOGUE.troupes.values()),
      listRegions: () => list(FIXTURE_CATALOGUE.regions.values()),
    },
    settings: { readSettings: () => Promise.resolve(FIXTURE_CATALOGUE.settings) },
    library: {
      readAssets: (ids: readonly AssetId[]) => {
        reads.assets.push([...ids])
        return Promise.resolve(new Map(ids.flatMap((id) => [...assets].filter(([key]) => key === id))))
      },
    },
  }
  return { needs, programmes, assets, reads, state }
}

const change = (id: string) => ({ kind: 'programme' as const, id: programmeIdSchema.parse(id) })

describe('the live snapshot', () => {
  it('holds the whole catalogue at the start', async () => {
    const source = createSource()
    const live = await startLiveSnapshot(source.needs)
    expect([live.current().programmes.length, source.reads.whole]).toEqual([7, 1])
  })
  it('reads again only what a change names', async () => {
    const source = createSource()
    const live = await startLiveSnapshot(source.needs)
    const fresh = fixtureProgramme({ id: 'fresh', assetId: 'clip-fresh' })
    source.programmes.set(fresh.id, fresh)
    const asset = fixtureAsset('clip-fresh')
    source.assets.set(asset.id, asset)
    await live.refresh([change('fresh')])
    expect(live.current().assetIds.has(asset.id)).toBe(true)
    expect([source.reads.whole, source.reads.named, source.reads.assets.at(-1)]).toEqual([1, [['fresh']], ['clip-fresh']])
  })
  it('forgets what is no longer published, and its asset', async () => {
    const source = createSource()
    const live = await startLiveSnapshot(source.needs)
    const song = programmeIdSchema.parse('song')
    source.programmes.set(song, fixtureProgramme({ id: 'song', status: 'taken-down', assetId: 'clip-song', rev: 2 }))
    await live.refresh([change('song')])
    expect(live.current().programmeById.has(song)).toBe(false)
    expect([...live.current().catalogue.assets.keys()]).not.toContain('clip-song')
  })
  it('lets changes that come while it builds share the next one', async () => {
    const source = createSource()
    const live = await startLiveSnapshot(source.needs)
    const first = live.refresh([change('song')])
    await Promise.all([first, live.refresh([change('sketch')]), live.refresh([change('lecture')]), live.refresh([change('sketch')])])
    expect(source.reads.named).toEqual([['song'], ['sketch', 'lecture']])
  })
  it('keeps its version, and stays silent, when nothing public changed', async () => {
    const source = createSource()
    const live = await startLiveSnapshot(source.needs)
    const before = live.current()
    let switches = 0
    live.onSwitch(() => {
      switches += 1
    })
    await live.refresh([change('song'), { kind: 'small-nouns' }, { kind: 'all' }])
    expect([live.current() === before, switches]).toEqual([true, 0])
  })
  it('does not build anything for an echo of its own write or an asset nobody shows', async () => {
    const source = createSource()
    const live = await startLiveSnapshot(source.needs)
    const before = live.current()
    const hidden = [...source.assets.keys()].find((id) => id === 'clip-hidden')
    await live.refresh([change('song'), change('hidden'), ...(hidden === undefined ? [] : [{ kind: 'asset' as const, id: hidden }])])
    expect([live.current() === before, source.reads.assets.length]).toEqual([true, 1])
  })
  it('shows an asset that has become ready', async () => {
    const source = createSource()
    const live = await startLiveSnapshot(source.needs)
    const ready = fixtureAsset('clip-encoding')
    source.assets.set(ready.id, ready)
    await live.refresh([{ kind: 'asset', id: ready.id }])
    expect([live.current().catalogue.assets.get(ready.id)?.status, source.reads.assets.at(-1)]).toEqual(['ready', ['clip-encoding']])
  })
  it('fails the one who waits, and reads everything the next time', async () => {
    const source = createSource()
    const live = await startLiveSnapshot(source.needs)
    source.state.isBroken = true
    await expect(live.refresh([change('song')])).rejects.toThrow('store away')
    source.state.isBroken = false
    const song = programmeIdSchema.parse('song')
    source.programmes.delete(song)
    await live.refresh([{ kind: 'small-nouns' }])
    expect([live.current().programmeById.has(song), source.reads.whole]).toEqual([false, 2])
  })
  it('lets rails come and go by the time, also when the clock was set back', async () => {
    const source = createSource()
    const [model, ...others] = FIXTURE_CATALOGUE.rails
    if (model === undefined) throw new Error('the fixture has rails')
    const shown = { kind: 'dates' as const, from: '2026-12-04T00:00:00Z', until: '2026-12-05T00:00:00Z' }
    source.state.rails = [{ ...model, shown }, ...others]
    const live = await startLiveSnapshot(source.needs)
    const ids: string[] = []
    live.onSwitch(({ id }) => ids.push(id))
    const railsAt = (now: string) => {
      source.state.now = now
      live.followTime()
      return live.current().catalogue.rails.map(({ id }) => id)
    }
    const rest = others.map(({ id }) => id)
    expect(railsAt('2026-12-03T23:59:59Z')).toEqual(rest)
    expect(railsAt('2026-12-04T00:00:00Z')).toEqual([model.id, ...rest])
    expect(railsAt('2026-12-03T00:00:00Z')).toEqual(rest)
    expect(railsAt('2026-12-04T08:00:00Z')).toEqual([model.id, ...rest])
    expect(railsAt('2026-12-06T00:00:00Z')).toEqual(rest)
    // The same home is the same version, in every process and whenever it comes again.
    expect([ids.length, new Set(ids).size]).toEqual([4, 2])
    expect([source.reads.whole, live.stored().home.rails.length]).toEqual([1, others.length + 1])
  })
  it('lets programmes come and go by their licences, and reads nothing for it', async () => {
    const source = createSource()
    const dated = fixtureProgramme({ id: 'song', assetId: 'clip-song', rights: { firstDay: '2026-12-04', lastDay: '2026-12-04' } })
    source.programmes.set(dated.id, dated)
    const live = await startLiveSnapshot(source.needs)
    const isShownAt = (now: string) => {
      source.state.now = now
      live.followTime()
      return live.current().programmeById.has(dated.id)
    }
    expect(isShownAt('2026-12-03T15:59:59Z')).toBe(false)
    const before = live.current().id
    expect(isShownAt('2026-12-03T16:00:00Z')).toBe(true)
    expect(isShownAt('2026-12-04T15:59:59Z')).toBe(true)
    expect(isShownAt('2026-12-04T16:00:00Z')).toBe(false)
    // As before it: nobody fetches anew what they have.
    expect([live.current().id, live.stored().programmes.has(dated.id), source.reads.whole]).toEqual([before, true, 1])
  })
  it('lets rails come by the time also while the store hangs', async () => {
    const source = createSource()
    const rails = FIXTURE_CATALOGUE.rails.map((rail) => ({ ...rail, shown: { kind: 'dates' as const, from: '2026-12-04T00:00:00Z' } }))
    source.state.rails = rails
    const live = await startLiveSnapshot(source.needs)
    const store = Promise.withResolvers<void>()
    source.state.waitFor = store.promise
    const reading = live.refresh([change('song')])
    source.state.now = '2026-12-04T00:00:00Z'
    live.followTime()
    expect(live.current().catalogue.rails).toHaveLength(rails.length)
    store.resolve()
    await reading
    expect(live.current().catalogue.rails).toHaveLength(rails.length)
  })
})
