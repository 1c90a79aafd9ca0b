import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LOCALES, type Locale, type Role } from '@ulan/contract'
import { homeSchema, problemSchema, settingsChangeSchema, settingsSchema, staffProgrammeSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitUntil } from '../../lab/wait-until.ts'
import { type CmsLab, createCmsLab } from './cms-lab.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'

let lab: CmsLab
let cookie: string
const now = new Date('2026-03-01T08:00:00Z')
beforeAll(async () => {
  lab = await createCmsLab({}, { clock: () => now })
  lab.library.put('clip-song', 'ready')
  await lab.cms.seed(SMALL_CATALOGUE)
  cookie = await lab.signIn()
})
afterAll(() => lab.close())

const read = async () => settingsSchema.parse((await lab.call('/api/v1/settings', { cookie })).json())
const change = async (members: object, as = cookie) =>
  lab.call('/api/v1/settings', { method: 'PATCH', body: { rev: (await read()).rev, ...members }, cookie: as })
const choose = (offered: readonly string[], required: readonly string[] = ['zh-Hans']) => change({ languages: { offered, required } })
const home = async (locale: Locale = 'zh-Hans') => homeSchema.parse((await lab.call(`/api/v1/home?locale=${locale}`)).json())
const changes = async (as = cookie) => {
  const reply = await lab.call('/api/v1/settings/changes', { cookie: as })
  const { items } = reply.json() as { items: readonly unknown[] } // each is checked here
  return items.map((one) => settingsChangeSchema.parse(one))
}

describe('the languages that viewers may choose', () => {
  it('are all that there are, until an administrator decides otherwise', async () => {
    expect((await home()).languages).toEqual(LOCALES)
    expect(await changes()).toEqual([])
  })
  it('change for viewers with the answer to the change, in a new version of what is published', async () => {
    const before = await home()
    expect((await choose(['zh-Hans', 'mn-Cyrl'])).status).toBe(200)
    const after = await home()
    expect(after.languages).toEqual(['zh-Hans', 'mn-Cyrl'])
    expect(after.snapshot).not.toBe(before.snapshot)
    expect(after).toEqual({ ...before, languages: after.languages, snapshot: after.snapshot })
  })
  it('do not shut out who still asks in another: they get their texts as before', async () => {
    const mine = await home('mn-Mong')
    expect([mine.locale, mine.languages]).toEqual(['mn-Mong', ['zh-Hans', 'mn-Cyrl']])
    expect(mine.rails.flatMap((rail) => rail.cards.map((card) => card.title.locale))).toContain('mn-Mong')
  })
  it('change in every process', async () => {
    const other = await lab.secondCms()
    other.finish()
    const server = createServer(other.handle)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/api/v1/home` // a TCP server's address is one
    await choose(['zh-Hans', 'mn-Mong'])
    await waitUntil(
      'the change in the other process',
      async () => homeSchema.parse(await (await fetch(url)).json()).languages,
      (languages) => languages.includes('mn-Mong'),
    )
    await new Promise((resolve) => server.close(resolve).closeAllConnections())
  })
  it.each<[string, readonly string[], readonly string[], readonly [string, string][]]>([
    ['without Chinese', ['mn-Mong'], ['zh-Hans'], [['languages.offered', 'chinese-not-first']]],
    ['with another before Chinese', ['mn-Mong', 'zh-Hans'], ['zh-Hans'], [['languages.offered', 'chinese-not-first']]],
    ['twice the same', ['zh-Hans', 'mn-Mong', 'mn-Mong'], ['zh-Hans'], [['languages.offered.2', 'language-repeated']]],
    ['unknown to the product', ['zh-Hans', 'en'], ['zh-Hans'], [['languages.offered.1', 'invalid']]],
    ['without asking for the Chinese title', ['zh-Hans', 'mn-Mong'], ['mn-Mong'], [['languages.required', 'chinese-not-required']]],
    ['fewer than the titles asked for', ['zh-Hans'], ['zh-Hans', 'mn-Cyrl'], [['languages.required.1', 'language-not-offered']]],
  ])('are refused by their field when they are %s', async (_, offered, required, expected) => {
    const before = await read()
    const reply = await choose(offered, required)
    const problem = problemSchema.parse(reply.json())
    expect([reply.status, problem.errors?.map(({ path, code }) => [path, code])]).toEqual([400, expected])
    expect(await read()).toEqual(before)
  })
  it('are refused in words that say what to do, in Chinese and in English', async () => {
    const languages = { offered: ['mn-Mong', 'zh-Hans'], required: ['zh-Hans'] }
    const { rev } = await read()
    const say = async (language: string) =>
      (await lab.call('/api/v1/settings', { method: 'PATCH', body: { rev, languages }, cookie, headers: { 'accept-language': language } }))
        .text
    expect(await say('zh-CN')).toContain('中文排在第一位')
    expect(await say('en')).toContain('put zh-Hans at the beginning')
  })
  it('are refused when one half of the policy is missing', async () => {
    const reply = await change({ languages: { offered: ['zh-Hans'] } })
    expect(problemSchema.parse(reply.json()).errors).toMatchObject([{ path: 'languages.required', code: 'required' }])
  })
  it.each(['editor', 'publisher', 'inspector'] satisfies Role[])('are not for a %s to change', async (role) => {
    const languages = { offered: ['zh-Hans'], required: ['zh-Hans'] }
    expect((await change({ languages }, await lab.signIn(role))).status).toBe(403)
  })
})

describe('changes of the settings', () => {
  it('are kept for good: who, when, before and after, with the change or not at all', async () => {
    await choose(['zh-Hans', 'mn-Mong', 'mn-Cyrl'])
    const { rev } = await read()
    const languages = { offered: ['zh-Hans'], required: ['zh-Hans'] }
    const both = await Promise.all(
      ['甲', '乙'].map((organiser) => lab.call('/api/v1/settings', { method: 'PATCH', body: { rev, organiser, languages }, cookie })),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const { organiser } = await read()
    const [newest, ...older] = await changes()
    expect(newest).toEqual({
      ...{ rev: rev + 1, changedAt: now.toISOString(), changedBy: 'admin@localhost' },
      before: { organiser: '', languages: { offered: ['zh-Hans', 'mn-Mong', 'mn-Cyrl'], required: ['zh-Hans'] } },
      after: { organiser, languages },
    })
    expect(older.map((one) => one.rev)).toEqual(Array.from({ length: rev }, (_, at) => rev - at))
  })
  it('are none when what is sent stands there already', async () => {
    const { languages, rev } = await read()
    expect((await change({ languages })).json()).toMatchObject({ rev })
    expect((await changes())[0]?.rev).toBe(rev)
  })
  it.each<[Role, number]>([
    ['editor', 403],
    ['inspector', 200],
  ])('are %s’s to look through: %i', async (role, status) => {
    expect((await lab.call('/api/v1/settings/changes', { cookie: await lab.signIn(role) })).status).toBe(status)
  })
})

describe('an installation that was set up before there was a policy', () => {
  it('offers all languages, and can choose others', async () => {
    await lab.connection.collection('settings').updateOne({ rev: { $gt: 0 } }, { $unset: { languages: 1 } })
    await lab.connection.collection('settings-changes').deleteMany({})
    expect((await read()).languages).toEqual({ offered: LOCALES, required: ['zh-Hans'] })
    const { rev } = await read()
    expect((await choose(['zh-Hans', 'mn-Mong'])).json()).toMatchObject({ rev: rev + 1, languages: { offered: ['zh-Hans', 'mn-Mong'] } })
    expect((await changes()).map((one) => one.rev)).toEqual([rev + 1])
  })
})

describe('titles that the policy requires', () => {
  const send = async (method: string, path: string, body: unknown) => {
    const reply = await lab.call(`/api/v1${path}`, { cookie, method, body })
    return { status: reply.status, value: reply.json() }
  }
  const make = async () =>
    staffProgrammeSchema.parse(
      (await send('POST', '/programmes', { kind: 'lecture', title: { 'zh-Hans': '讲座' }, assetId: 'clip-song' })).value,
    )
  it('keep a programme back until it has them', async () => {
    await choose(['zh-Hans', 'mn-Mong', 'mn-Cyrl'], ['zh-Hans', 'mn-Mong'])
    const draft = await make()
    expect(draft.blockers).toEqual(['title-mong-missing'])
    const refused = await send('POST', `/programmes/${draft.id}/publish`, { rev: draft.rev })
    const { detail, errors } = problemSchema.parse(refused.value)
    expect([refused.status, detail, errors]).toEqual([
      409,
      'title.mn-Mong: 请填写蒙古文标题。',
      [{ path: 'title.mn-Mong', code: 'title-mong-missing' }],
    ])
    const title = { 'zh-Hans': '讲座', 'mn-Mong': 'ᠯᠧᠻᠼ' }
    const saved = await send('PATCH', `/programmes/${draft.id}`, { rev: draft.rev, title })
    expect(staffProgrammeSchema.parse(saved.value).blockers).toEqual([])
    expect((await send('POST', `/programmes/${draft.id}/publish`, { rev: draft.rev + 1 })).status).toBe(200)
  })
  it('take nothing off that is public already, let a word of it be mended, and ask again once it was taken down', async () => {
    await choose(['zh-Hans', 'mn-Mong'], ['zh-Hans'])
    const { id } = await make()
    await send('POST', `/programmes/${id}/publish`, { rev: 1 })
    await choose(['zh-Hans', 'mn-Mong'], ['zh-Hans', 'mn-Mong'])
    const isShown = async () => (await lab.call(`/api/v1/programmes/${id}`)).status
    expect(await isShown()).toBe(200)
    expect((await send('PATCH', `/programmes/${id}`, { rev: 2, synopsis: { 'zh-Hans': '改正一个字' } })).status).toBe(200)
    expect((await send('POST', `/programmes/${id}/publish`, { rev: 3 })).status).toBe(200)
    await send('POST', `/programmes/${id}/take-down`, { rev: 4 })
    expect((await send('POST', `/programmes/${id}/publish`, { rev: 5 })).status).toBe(409)
    const title = { 'zh-Hans': '讲座', 'mn-Mong': 'ᠯᠧᠻᠼ' }
    await send('PATCH', `/programmes/${id}`, { rev: 5, title })
    expect((await send('POST', `/programmes/${id}/publish`, { rev: 6 })).status).toBe(200)
    // What it has, it may not lose while it is public.
    expect((await send('PATCH', `/programmes/${id}`, { rev: 7, title: { 'zh-Hans': '讲座' } })).status).toBe(200)
    expect([(await send('POST', `/programmes/${id}/publish`, { rev: 8 })).status, await isShown()]).toEqual([409, 200])
  })
})
