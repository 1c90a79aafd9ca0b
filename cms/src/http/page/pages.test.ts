import { createHash } from 'node:crypto'
import { NO_SETTINGS } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { makeDocsPage } from '../docs-page.ts'
import { contentPolicy, type PageKind } from './content-policy.ts'
import { makeLandingPage, sharedAddress } from './landing-page.ts'

describe('a page’s policy', () => {
  it('knows the scripts written into the page, and only those', () => {
    const html = '<script>one()</script><script type="module" src="/a.js"></script><script nomodule>\ntwo()\n</script>'
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    expect(contentPolicy('tablet', html)).toContain(`script-src 'self' ${hash('one()')} ${hash('\ntwo()\n')};`)
  })
  it('names no origin but our own, save that of the house’s own bucket, for segments', () => {
    expect(contentPolicy('tv', '')).not.toMatch(/https?:/)
    const policy = contentPolicy('tv', '', 'https://store.example.cn')
    expect(policy.split('; ').filter((directive) => directive.includes('store.example.cn'))).toEqual([
      "media-src 'self' blob: https://store.example.cn",
      "connect-src 'self' https://store.example.cn",
    ])
  })
  it('never allows evaluation, save for the television', () => {
    expect(contentPolicy('tv', '')).toContain("'unsafe-eval'")
    for (const kind of ['tablet', 'admin', 'plain'] as const) expect(contentPolicy(kind, '')).not.toContain('unsafe-eval')
  })
})

describe('a frame', () => {
  const directives = (kind: PageKind) => contentPolicy(kind, '').split('; ')
  it('may hold the television alone, and only one of our own', () => {
    expect(directives('tv')).toContain("frame-ancestors 'self'")
    for (const kind of ['tablet', 'admin', 'plain'] as const) expect(directives(kind)).toContain("frame-ancestors 'none'")
  })
  it('of our own may stand in the newsroom', () => {
    expect(directives('admin')).toContain("default-src 'self'")
    expect(contentPolicy('admin', '')).not.toMatch(/frame-src|child-src/)
  })
})

describe('the address for other devices', () => {
  it.each([
    [['http://192.168.0.2:8080/', 'http://10.0.0.2:8080/'], 'http://127.0.0.1:8080', 'http://192.168.0.2:8080'],
    [[], 'https://media.example.org/', 'https://media.example.org'],
    [[], 'http://127.0.0.1:8080', undefined],
    [[], 'http://localhost:8080', undefined],
    [[], 'http://[::1]:8080', undefined],
  ])('of %j and %s is %s', (lan, publicUrl, expected) => expect(sharedAddress(lan, publicUrl)).toBe(expected))
})

describe('the page about the API', () => {
  it('brings the font of its Chinese title', () => expect(makeDocsPage()).toContain('/fonts/sc.woff2'))
})

describe('the start page', () => {
  it('shows who runs it and its numbers as soon as they are set, as text', async () => {
    const settings = {
      ...NO_SETTINGS,
      organiser: '内蒙古<b>司法厅</b>',
      filingNumber: '蒙ICP备12345678号',
      licenceNumber: '0512345',
      rev: 1,
    }
    const page = await makeLandingPage(undefined, settings, 'zh-Hans')
    expect(page).toContain('主办单位：内蒙古&lt;b&gt;司法厅')
    expect(page).toContain('<a href="https://beian.miit.gov.cn/" rel="noreferrer">蒙ICP备12345678号</a>')
    expect(page).toContain('许可证号：0512345')
    expect(await makeLandingPage(undefined, NO_SETTINGS, 'zh-Hans')).not.toMatch(/footer|备案|许可/)
  })
  it('says what each code opens', async () => {
    const page = await makeLandingPage('http://192.168.0.2:8080', NO_SETTINGS, 'zh-Hans')
    for (const [title, entry] of [
      ['电视', 'tv'],
      ['平板', 'tablet'],
      ['编辑部', 'admin'],
    ]) {
      expect(page).toMatch(new RegExp(`<strong>${title}</strong>.*192\\.168\\.0\\.2:8080/${entry}`))
    }
  })
  it('says how to reach it from other devices while they cannot', async () => {
    expect(await makeLandingPage(undefined, NO_SETTINGS, 'zh-Hans')).toContain('npm run box')
  })
  it('cannot be written into by an address', async () => {
    expect(await makeLandingPage('http://x/"><script>alert(1)</script>', NO_SETTINGS, 'zh-Hans')).not.toContain('<script>alert')
  })
})
