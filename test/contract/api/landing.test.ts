import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CmsLab, createCmsLab } from './cms-lab.ts'

let lab: CmsLab
beforeAll(async () => {
  lab = await createCmsLab()
})
afterAll(() => lab.close())

const ask = (path: string, language?: string) => lab.call(path, { headers: language === undefined ? {} : { 'accept-language': language } })

describe('the start page speaks the reader’s language', () => {
  it.each([
    ['/', undefined, 'zh-Hans'],
    ['/', '*', 'zh-Hans'],
    ['/', 'en-US,en;q=0.9', 'zh-Hans'],
    ['/', 'mn-CN', 'mn-Mong'],
    ['/', 'mn', 'mn-Cyrl'],
    ['/', 'mn-MN', 'mn-Cyrl'],
    ['/', 'zh-CN,zh;q=0.9,mn-CN;q=0.8', 'zh-Hans'],
    ['/?lang=mn-Mong', 'zh-CN', 'mn-Mong'],
    ['/?lang=mn-Cyrl', 'mn-CN', 'mn-Cyrl'],
    ['/?lang=zh-Hans', 'mn-CN', 'zh-Hans'],
    ['/?lang=en', 'mn-CN', 'mn-Mong'],
    ['/?lang=', 'mn-MN', 'mn-Cyrl'],
    ['/?lang=mn-Mong&lang=mn-Cyrl', 'zh', 'zh-Hans'],
    ['/?lang[]=mn-Mong', undefined, 'zh-Hans'],
    ['/?lang=%ff', 'mn-CN', 'mn-Mong'],
  ])('%s with %s is %s', async (path, language, expected) => {
    const reply = await ask(path, language)
    expect([reply.status, reply.headers.get('content-language')]).toEqual([200, expected])
    expect(reply.headers.get('vary')?.split(/, */)).toContain('Accept-Language')
    expect(reply.headers.get('cache-control')).toBe('no-cache')
    expect(reply.text).toContain(`<html lang="${expected}"${expected === 'mn-Mong' ? ' data-flow="vertical"' : ''}>`)
  })
  it('never writes what was asked for into the page', async () => {
    const reply = await ask('/?lang=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&other=qqqq')
    expect([reply.status, reply.headers.get('content-language')]).toEqual([200, 'zh-Hans'])
    expect(reply.text).not.toMatch(/alert|<script|qqqq/)
  })
  it('answers who asks for the head alone alike', async () => {
    const reply = await lab.call('/?lang=mn-Mong', { method: 'HEAD' })
    expect([reply.status, reply.headers.get('content-language'), reply.text]).toEqual([200, 'mn-Mong', ''])
  })
  it('has the fonts of all three scripts', async () => {
    for (const name of (await ask('/?lang=mn-Cyrl')).text.match(/\/fonts\/\w+\.woff2/g) ?? [])
      expect([name, (await lab.call(name)).status]).toEqual([name, 200])
    expect((await ask('/')).text).toMatch(/cyrl\.woff2.*cyrlmore\.woff2/)
  })
  it('knows only the languages that the office offers', async () => {
    const cookie = await lab.signIn()
    const { rev } = (await lab.call('/api/v1/settings', { cookie })).json() as { rev: number }
    const languages = { offered: ['zh-Hans', 'mn-Mong'], required: ['zh-Hans'] }
    expect((await lab.call('/api/v1/settings', { method: 'PATCH', body: { rev, languages }, cookie })).status).toBe(200)
    const language = async (path: string, header: string) => (await ask(path, header)).headers.get('content-language')
    await expect.poll(() => language('/?lang=mn-Cyrl', 'mn-CN')).toBe('mn-Mong')
    expect(await language('/', 'mn-MN')).toBe('zh-Hans')
    expect((await ask('/')).text).not.toContain('lang=mn-Cyrl')
  })
})
