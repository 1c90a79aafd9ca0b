import type { Asset } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { type KeptProgramme, lastVersionOf } from '../programme/kept-programme.ts'
import { fixtureAsset, fixtureProgramme } from '../snapshot/catalogue-fixture.ts'
import { isNews, outgoingOf, publishedFrom as publishedWith, takenDownFrom } from './next-version.ts'

const NOW = '2026-11-28T00:00:00.000Z'
const asset = fixtureAsset('clip-one')
const draft = fixtureProgramme({ id: 'one', rev: 3, status: 'draft', assetId: asset.id, publishedAt: undefined })

const publishedFrom = (old: KeptProgramme, film: Asset, { now, reviewNumber }: { now: string; reviewNumber?: number }) =>
  publishedWith(old, outgoingOf(old, film, reviewNumber), film, now)

describe('a publication', () => {
  it('makes the first version of a draft', () => {
    const published = publishedFrom(draft, asset, { now: NOW })
    expect(published).toMatchObject({ status: 'published', rev: 4, publishedAt: NOW, updatedAt: NOW })
    expect(published.lastVersion).toMatchObject({ number: 1, rev: 4, publishedAt: NOW, content: { title: draft.title } })
    for (const member of ['film', 'reviewNumber', 'publishedBy']) expect(published.lastVersion).not.toHaveProperty(member)
  })
  it('makes the next one of what was changed, and keeps the day on which it first went out', () => {
    const first = publishedFrom(draft, asset, { now: '2026-11-01T00:00:00.000Z' })
    const second = publishedFrom({ ...first, title: { 'zh-Hans': '改了' } }, asset, { now: NOW })
    expect(second).toMatchObject({ rev: 5, publishedAt: '2026-11-01T00:00:00.000Z', lastVersion: { number: 2, rev: 5, publishedAt: NOW } })
  })
  it('of what was taken down and not changed is the former version again', () => {
    const first = publishedFrom(draft, asset, { now: NOW })
    const down = takenDownFrom(first, NOW)
    expect(down).toMatchObject({ status: 'taken-down', rev: 5, takenDownAt: NOW })
    const again = publishedFrom(down, asset, { now: '2026-12-01T00:00:00.000Z' })
    expect(again).toMatchObject({ status: 'published', rev: 6, lastVersion: first.lastVersion })
    expect(again).not.toHaveProperty('takenDownAt')
  })
  it('with signatures keeps the film as it was signed, and is news to what had none', () => {
    const unsigned = publishedFrom(draft, asset, { now: NOW })
    expect([isNews(unsigned, asset, undefined), isNews(unsigned, asset, 1)]).toEqual([false, true])
    const signed = publishedFrom(unsigned, asset, { now: NOW, reviewNumber: 1 })
    expect(signed.lastVersion).toMatchObject({ number: 2, reviewNumber: 1, film: { version: 1, playlistUrl: asset.playlistUrl } })
    expect([isNews(signed, asset, 1), isNews(signed, asset, 2)]).toEqual([false, true])
  })
  it('taken down from before there were versions is remembered as it was', () => {
    const old = fixtureProgramme({ id: 'old', rev: 7 })
    expect(takenDownFrom(old, NOW).lastVersion).toEqual(lastVersionOf(old))
  })
})
