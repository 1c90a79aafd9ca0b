import { problemSchema, ROUTES } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CmsLab, createCmsLab } from './cms-lab.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'

let lab: CmsLab
let cookie: string
/** Noon in China. */
let now = new Date('2026-11-20T04:00:00Z')

beforeAll(async () => {
  lab = await createCmsLab({}, { clock: () => now })
  await lab.cms.seed(SMALL_CATALOGUE)
  cookie = await lab.signIn()
})
afterAll(() => lab.close())

const beacon = (more: object = {}) => ({
  device: 'tv',
  programmeId: 'song',
  start: { answer: 40, playlist: 90, segment: 300, picture: 450 },
  watchedSeconds: 60,
  stalls: 0,
  stalledSeconds: 0,
  end: 'ended',
  ...more,
})
/** As a device without an account sends it. */
const send = (beacons: readonly unknown[]) => lab.call('/api/v1/beacons', { headers: { 'x-csrf': '0' }, body: { beacons } })
const quality = async (query = '') => {
  const reply = await lab.call(`/api/v1/quality${query}`, { cookie })
  return ROUTES.readQuality.answer.parse(reply.json()).days
}

describe('how films played', () => {
  it('is told by anybody and counted by day and device', async () => {
    expect((await send([beacon(), beacon({ end: 'left', stalls: 2, stalledSeconds: 1.5 })])).status).toBe(204)
    expect((await send([beacon({ device: 'tablet', start: {}, end: 'network', watchedSeconds: 0 })])).status).toBe(204)
    expect(await quality()).toEqual([
      {
        day: '2026-11-20',
        device: 'tv',
        plays: 2,
        ends: { ended: 1, left: 1, network: 0, media: 0, gone: 0, unsupported: 0 },
        watchedSeconds: 120,
        stalls: 2,
        stalledSeconds: 1.5,
        starts: [
          { withinMs: 250, plays: 0 },
          { withinMs: 500, plays: 2 },
          ...[1000, 2000, 4000, 8000, 16_000].map((withinMs) => ({ withinMs, plays: 0 })),
          { plays: 0 },
        ],
        startMs: { median: 375, ninth: 475 },
      },
      expect.objectContaining({ device: 'tablet', plays: 1 }),
    ])
  })

  it('loses none of many that come at once', async () => {
    const before = (await quality())[0]?.plays ?? 0
    await Promise.all(Array.from({ length: 40 }, () => send([beacon(), beacon()])))
    expect((await quality())[0]?.plays).toBe(before + 80)
  })

  it('begins a new day at midnight in China, and shows as many days as are asked for', async () => {
    now = new Date('2026-11-20T16:30:00Z')
    await send([beacon()])
    expect((await quality('?days=1')).map(({ day, plays }) => [day, plays])).toEqual([['2026-11-21', 1]])
    expect((await quality()).map(({ day }) => day)).toEqual(['2026-11-21', '2026-11-20', '2026-11-20'])
  })

  it('keeps nothing of a single play', async () => {
    const rows = await lab.connection.collection('quality').find().toArray()
    expect(JSON.stringify(rows)).not.toContain('song')
    expect(rows).toHaveLength(3)
  })

  it.each([
    ['nothing', []],
    ['too much at once', Array.from({ length: 21 }, () => beacon())],
    ['a device that there is not', [beacon({ device: 'radio' })]],
    ['a time before the wish', [beacon({ start: { picture: -1 } })]],
    ['somebody’s name', [beacon({ viewer: '巴特尔' })]],
    ['an end of its own', [beacon({ end: 'bored' })]],
  ])('refuses %s', async (_, beacons) => {
    const before = await quality()
    const reply = await send(beacons)
    expect([reply.status, problemSchema.parse(reply.json()).type]).toEqual([400, '/problems/invalid-request'])
    expect(await quality()).toEqual(before)
  })

  it('is shown to those alone who oversee', async () => {
    expect((await lab.call('/api/v1/quality')).status).toBe(401)
    expect((await lab.call('/api/v1/quality', { cookie: await lab.signIn('editor') })).status).toBe(403)
    expect((await lab.call('/api/v1/quality?days=0', { cookie })).status).toBe(400)
  })
})
