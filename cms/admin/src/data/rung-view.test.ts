import type { Asset, RungProgress } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { assetWith } from '../test-records.ts'
import { rungViews } from './rung-view.ts'

const NOW = new Date('2026-11-24T02:00:30.000Z')
const rung = (name: string, change: Partial<RungProgress> = {}): RungProgress => ({
  name,
  state: 'encoding',
  segmentsDone: 3,
  segmentsTotal: 8,
  ...change,
})
const viewsOf = (rungs: RungProgress[], change: Partial<Asset> = {}) => rungViews(assetWith({ rungs, ...change }), NOW)
const CANCELLED = { type: '/problems/encode-cancelled', title: '', status: 409 }

describe('rows of an asset', () => {
  it('list sound first, then the rungs from the lowest up', () => {
    expect(viewsOf(['1080p', '240p', 'audio', '480p'].map((name) => rung(name))).map(({ name }) => name)).toEqual([
      'audio',
      '240p',
      '480p',
      '1080p',
    ])
  })
  it('count segments, and survive a rung without any yet', () => {
    expect(viewsOf([rung('240p'), rung('360p', { segmentsDone: 0, segmentsTotal: 0 })]).map(({ percent }) => percent)).toEqual([37, 0])
  })
  it('say which machine works on a rung, each once, and when it was heard of', () => {
    const workers = ['box-1:7:ab12.cd:1', 'box-1:7:ab12.cd:2', 'box-2:1:ff.00:1']
    const [view] = viewsOf([rung('240p', { workers, heardAt: '2026-11-24T02:00:18.000Z' })])
    expect(view?.work).toEqual({ hosts: ['box-1', 'box-2'], workers, secondsAgo: 12, isSilent: false })
  })
  it.each([
    ['2026-11-24T02:00:00.000Z', 30, false],
    ['2026-11-24T01:59:59.000Z', 31, true],
    ['2026-11-24T02:00:31.000Z', 0, false],
  ])('a worker heard of at %s was so %d s ago; silent: %s', (heardAt, secondsAgo, isSilent) => {
    expect(viewsOf([rung('240p', { workers: ['a:1:b.c:1'], heardAt })])[0]?.work).toMatchObject({ secondsAgo, isSilent })
  })
  it('tell a rung that somebody works on from one that was begun and waits its turn', () => {
    const [busy, paused] = viewsOf([
      rung('240p', { workers: ['a:1:b.c:1'], heardAt: '2026-11-24T02:00:29.000Z' }),
      rung('360p', { remainingSeconds: 40 }),
    ])
    expect(busy).toMatchObject({ state: 'encoding' })
    expect(paused).toMatchObject({ state: 'paused', remainingSeconds: 40 })
  })
  it('keep the place of a rung that measuring left out', () => {
    const reasons = [{ code: 'rung-too-close', rung: '360p' } as const, { code: 'crf-measured', crf: 24, rung: '720p' } as const]
    const views = viewsOf([rung('240p'), rung('720p')], { reasons })
    expect(views.map(({ name, state }) => [name, state])).toEqual([
      ['240p', 'paused'],
      ['360p', 'left-out'],
      ['720p', 'paused'],
    ])
  })
  it('offer another try of what failed with words of its own only', () => {
    const [own, whole] = viewsOf([rung('240p', { state: 'failed', message: 'x264 [error]' }), rung('360p', { state: 'failed' })], {
      status: 'failed',
    })
    expect(own).toMatchObject({ canRetry: true, hasStumbled: false, message: 'x264 [error]' })
    expect(whole).toMatchObject({ canRetry: false })
  })
  it('tell a rung that is tried again by itself from one that waits for somebody', () => {
    expect(viewsOf([rung('240p', { state: 'waiting', message: 'x264 [error]' })])[0]).toMatchObject({ hasStumbled: true, canRetry: false })
  })
  it('call nothing of a cancelled asset failed', () => {
    const rungs = [rung('240p', { state: 'failed' }), rung('360p', { state: 'done' })]
    const [lost, published] = viewsOf(rungs, { status: 'failed', problem: CANCELLED })
    expect(lost).toMatchObject({ state: 'cancelled', canRetry: false })
    expect(published).toMatchObject({ state: 'done' })
  })
  it('forget how long it would take once nobody works on it', () => {
    expect(viewsOf([rung('240p', { remainingSeconds: 90 })])[0]?.remainingSeconds).toBe(90)
    expect(viewsOf([rung('240p', { state: 'failed', remainingSeconds: 90 })])[0]?.remainingSeconds).toBeUndefined()
  })
})
