import type { Role, ShippedText } from '@ulan/contract'
import { problemSchema } from '@ulan/contract/schemas'
import { translationChangeSchema, translationExportSchema, translationSchema } from '@ulan/contract/texts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CmsLab, createCmsLab } from './cms-lab.ts'

const line = (key: string, chinese: string, text = '', locale: ShippedText['locale'] = 'mn-Mong'): ShippedText => ({
  ...{ locale, file: 'tv-app/tv', key, chinese, text },
  status: text === '' ? 'missing' : 'own',
})
const TEXTS: readonly ShippedText[] = [
  ...[line('back', '返回'), line('episodes', '共 {{number}} 集'), line('lost', '网络已断开', 'ᠰᠦᠯᠵᠢᠶ᠎ᠡ ᠲᠠᠰᠤᠷᠠᠭᠰᠠᠨ')],
  ...[line('race', '同时'), line('gone', '取消'), line('clean', '干净'), line('alone', '独自'), line('one', '一'), line('two', '二')],
  line('back', '返回', 'Буцах', 'mn-Cyrl'),
  { ...line('law', '法律'), file: 'contract/common' },
]
const now = new Date('2026-03-01T08:00:00Z')

let lab: CmsLab
let admin: string
let translator: string
let reader: string
beforeAll(async () => {
  lab = await createCmsLab({}, { clock: () => now, texts: TEXTS })
  admin = await lab.signIn()
  translator = await lab.signIn('translator')
  reader = await lab.signIn('proofreader')
})
afterAll(() => lab.close())

const list = async (query = '') => {
  const reply = await lab.call(`/api/v1/translations${query}`, { cookie: translator })
  const { items } = reply.json() as { items: readonly unknown[] } // each is checked here
  return items.map((one) => translationSchema.parse(one))
}
const read = async (id: string) => {
  const found = (await list()).find((one) => one.id === id)
  if (found === undefined) throw new Error(`no text ${id}`)
  return found
}
const idOf = (key: string) => `mn-Mong.tv-app.tv.${key}`
const send = (method: string, path: string, cookie: string, body?: unknown) =>
  lab.call(`/api/v1/translations/${path}`, { method, cookie, ...(body === undefined ? {} : { body }) })
const seen = async (key: string) => {
  const { rev, chinese } = await read(idOf(key))
  return { rev, chinese }
}
const propose = async (key: string, text: string, cookie = translator) => send('PATCH', idOf(key), cookie, { ...(await seen(key)), text })
const review = async (key: string, text: string, cookie = reader) =>
  send('POST', `${idOf(key)}/review`, cookie, { ...(await seen(key)), text })
const problemOf = (reply: { readonly status: number; json(): unknown }) => {
  const { type, errors } = problemSchema.parse(reply.json())
  return [reply.status, type.replace('/problems/', ''), ...(errors ?? []).map(({ path, code }) => `${path} ${code}`)]
}
const exported = async (locale = 'mn-Mong') => {
  const reply = await lab.call(`/api/v1/translations/export?locale=${locale}`, { cookie: reader })
  return { reply, value: translationExportSchema.parse(reply.json()) }
}

describe('texts of the interface', () => {
  it('are all there, each with its Chinese, its language and how far it is', async () => {
    expect((await list()).map(({ id, state }) => [id, state]).slice(0, 3)).toEqual([
      [idOf('back'), 'missing'],
      [idOf('episodes'), 'missing'],
      [idOf('lost'), 'unreviewed'],
    ])
    expect(await list()).toHaveLength(TEXTS.length)
  })
  it('are found by language, state and file', async () => {
    expect((await list('?locale=mn-Cyrl')).map(({ shipped }) => shipped)).toEqual(['Буцах'])
    expect((await list('?locale=mn-Mong&state=unreviewed')).map(({ key }) => key)).toEqual(['lost'])
    expect((await list('?file=contract/common')).map(({ key }) => key)).toEqual(['law'])
  })
  it('are asked for by names that exist', async () => {
    expect(problemOf(await lab.call('/api/v1/translations?locale=zh-Hans', { cookie: reader }))).toEqual([
      ...[400, 'invalid-request', 'locale invalid'],
    ])
  })
})

describe('a translation', () => {
  it('is proposed by one, passed by another, and then in the file for the engineers', async () => {
    const draft = translationSchema.parse((await propose('back', 'ᠪᠤᠴᠠᠬᠤ')).json())
    expect(draft).toMatchObject({ state: 'unreviewed', shipped: '', rev: 1 })
    expect(draft.proposal).toMatchObject({ text: 'ᠪᠤᠴᠠᠬᠤ', chinese: '返回', state: 'proposed', proposedAt: now.toISOString() })
    expect((await exported()).value.files).toEqual({})
    expect(problemOf(await review('back', 'ᠪᠤᠴᠠᠬᠤ', translator))).toEqual([403, 'own-translation'])
    const passed = translationSchema.parse((await review('back', 'ᠪᠤᠴᠠᠬᠤ')).json())
    expect(passed).toMatchObject({ state: 'reviewed', rev: 2, proposal: { proposedBy: draft.proposal?.proposedBy } })
    const { reply, value } = await exported()
    expect(reply.headers.get('content-disposition')).toBe('attachment; filename=translations-mn-Mong-2026-03-01.json')
    expect(value.files).toEqual({ 'tv-app/tv': { back: { chinese: '返回', text: 'ᠪᠤᠴᠠᠬᠤ' } } })
    expect((await exported('mn-Cyrl')).value.files).toEqual({})
  })
  it('goes back to be reviewed when somebody writes another', async () => {
    expect((await propose('back', 'ᠪᠤᠴᠠᠬᠤ ᠳᠤ', reader)).json()).toMatchObject({ state: 'unreviewed', rev: 3 })
    expect((await exported()).value.files).toEqual({})
  })
  it('of the release is passed as it stands, by whoever reads it', async () => {
    const { shipped } = await read(idOf('lost'))
    expect((await review('lost', shipped, translator)).json()).toMatchObject({ state: 'reviewed', shipped })
  })
  it('is passed only as it was read', async () => {
    await propose('alone', 'ᠭᠠᠭᠴᠠ')
    expect(problemOf(await review('alone', 'ᠭᠠᠭᠴᠠᠭᠠᠷ'))).toEqual([409, 'stale-revision'])
    const { rev } = await read(idOf('alone'))
    const outgrown = await send('POST', `${idOf('alone')}/review`, reader, { rev, chinese: '单独', text: 'ᠭᠠᠭᠴᠠ' })
    expect(problemOf(outgrown)).toEqual([409, 'chinese-changed'])
    expect(problemOf(await review('race', ''))).toEqual([400, 'invalid-request', 'text required'])
  })
  it('of an administrator may be passed by the same: a small office has nobody else', async () => {
    await propose('alone', 'ᠭᠠᠭᠴᠠᠭᠠᠷ', admin)
    expect((await review('alone', 'ᠭᠠᠭᠴᠠᠭᠠᠷ', admin)).json()).toMatchObject({ state: 'reviewed' })
  })
  it('is taken back, and the release’s own stands there again', async () => {
    await propose('gone', 'ᠪᠣᠯᠢᠬᠤ')
    const { rev } = await read(idOf('gone'))
    const back = translationSchema.parse((await send('DELETE', `${idOf('gone')}?rev=${rev}`, translator)).json())
    expect([back.state, back.rev, back.proposal]).toEqual(['missing', rev + 1, undefined])
    expect((await propose('gone', 'ᠪᠣᠯᠢᠬᠤ')).json()).toMatchObject({ state: 'unreviewed', rev: rev + 2 })
  })
  it('keeps what shapes its letters and loses what nobody sees', async () => {
    const saved = translationSchema.parse((await propose('clean', '\ufeff ᠬᠠᠤᠯᠢ\u180b\u202fᠶᠢᠨ\u200b ᠴᠠᠭᠠᠵᠠ\u180eᠶ ')).json())
    expect(saved.proposal?.text).toBe('ᠬᠠᠤᠯᠢ\u180b\u202fᠶᠢᠨ ᠴᠠᠭᠠᠵᠠ\u180eᠶ')
  })
  it.each<[string, string, string]>([
    ['empty', ' ', 'text required'],
    ['without the holes of the Chinese', 'ᠠᠩᠭᠢ', 'text holes-missing'],
    ['with other holes', '{{number}} {{n}}', 'text holes-unknown'],
    ['with half a hole', '{{number}', 'text hole-broken'],
    ['as long as a book', `{{number}}${'ᠠ'.repeat(2_000)}`, 'text too-long'],
    ['with letters of one font alone', '{{number}} \ue000', 'text private-use'],
  ])('is refused by its field when it is %s', async (_, text, problem) => {
    expect(problemOf(await propose('episodes', text))).toEqual([400, 'invalid-request', problem])
    expect(await read(idOf('episodes'))).toMatchObject({ state: 'missing', rev: 0 })
  })
  it('is refused in words that say what to do', async () => {
    const { text } = await propose('episodes', 'ᠠᠩᠭᠢ')
    expect(text).toContain('少了 {{number}}，请从中文里原样复制过来')
  })
  it('of one revision is saved once, however many press at the same time', async () => {
    const both = await Promise.all(['ᠨᠢᠭᠡ', 'ᠬᠣᠶᠠᠷ'].map((text) => propose('race', text)))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await read(idOf('race'))).toMatchObject({ rev: 1 })
  })
  it('that stands there already changes nothing', async () => {
    const before = await read(idOf('race'))
    expect((await propose('race', before.proposal?.text ?? '', reader)).json()).toEqual(before)
  })
  it.each(['mn-Mong.tv-app.tv.nothing', 'zh-Hans.tv-app.tv.back', 'x'])('of %s is none', async (id) => {
    expect(problemOf(await send('PATCH', id, translator, { rev: 0, chinese: '', text: 'ᠠ' }))).toEqual([404, 'not-found'])
  })
  it.each<[Role, number, number]>([
    ['editor', 403, 403],
    ['reviewer-2', 403, 200],
    ['inspector', 403, 403],
  ])('may by %s be written (%i) or passed (%i)', async (role, written, passed) => {
    const theirs = await lab.signIn(role)
    expect((await propose('clean', 'ᠴᠡᠪᠡᠷ', theirs)).status).toBe(written)
    const { proposal } = await read(idOf('clean'))
    expect((await review('clean', proposal?.text ?? '', theirs)).status).toBe(passed)
  })
})

describe('translations after an update', () => {
  it('are told apart by their own Chinese: what has changed is to be looked at again', async () => {
    await propose('one', 'ᠨᠢᠭᠡ')
    await review('one', 'ᠨᠢᠭᠡ')
    await propose('two', 'ᠬᠣᠶᠠᠷ')
    expect(Object.keys((await exported()).value.files['tv-app/tv'] ?? {})).toContain('one')
    const url = await lab.serve(await lab.secondCms({ texts: [line('one', '壹'), line('two', '二')] }))
    const ask = async (path: string, body?: object) =>
      (
        await fetch(`${url}/api/v1/translations${path}`, {
          headers: { cookie: reader, 'x-csrf': '1', 'content-type': 'application/json' },
          ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
        })
      ).json() as Promise<{ items?: { key: string; state: string }[]; files?: object; type?: string }> // read by what is asserted
    expect((await ask('')).items?.map(({ key, state }) => [key, state])).toEqual([
      ['one', 'stale'],
      ['two', 'unreviewed'],
    ])
    expect((await ask('/export?locale=mn-Mong')).files).toEqual({})
    expect((await ask(`/${idOf('one')}/review`, { rev: 2, chinese: '壹', text: 'ᠨᠢᠭᠡ' })).type).toBe('/problems/chinese-changed')
  })
})

describe('changes of translations', () => {
  it('are kept for good: who, when, before and after', async () => {
    const reply = await lab.call('/api/v1/translations/changes', { cookie: admin })
    const { items } = reply.json() as { items: readonly unknown[] } // each is checked here
    const mine = items.map((one) => translationChangeSchema.parse(one)).filter(({ id }) => id === idOf('gone'))
    expect(mine.map(({ rev, before, after }) => [rev, before?.text, after?.text]).toSorted()).toEqual([
      [1, undefined, 'ᠪᠣᠯᠢᠬᠤ'],
      [2, 'ᠪᠣᠯᠢᠬᠤ', undefined],
      [3, undefined, 'ᠪᠣᠯᠢᠬᠤ'],
    ])
    expect(mine.every(({ changedAt, changedBy }) => changedAt === now.toISOString() && changedBy.startsWith('translator-'))).toBe(true)
  })
  it('are for overseers to look through', async () => {
    expect((await lab.call('/api/v1/translations/changes', { cookie: translator })).status).toBe(403)
  })
})
