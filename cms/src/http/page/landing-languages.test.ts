import { LOCALE_NAMES, LOCALES, type Locale, NO_SETTINGS } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { makeLandingPage } from './landing-page.ts'
import { chooseLandingLocale, landingWords } from './landing-texts.ts'

const LAN = 'http://192.168.0.2:8080'
const page = (locale: Locale, settings = NO_SETTINGS) => makeLandingPage(LAN, settings, locale)

describe('the language of the start page', () => {
  it.each([
    ['mn-Cyrl', 'zh-CN', 'mn-Cyrl'],
    ['mn-Mong', undefined, 'mn-Mong'],
    ['zh-Hans', 'mn-CN', 'zh-Hans'],
    [undefined, undefined, 'zh-Hans'],
    [undefined, '', 'zh-Hans'],
    [undefined, 'en-GB,en;q=0.9', 'zh-Hans'],
    [undefined, 'mn-CN', 'mn-Mong'],
    [undefined, 'mn', 'mn-Cyrl'],
    [undefined, 'mn-MN,mn;q=0.9', 'mn-Cyrl'],
    [undefined, 'mn-MN;q=0.2,mn-CN;q=0.7', 'mn-Mong'],
    ['ug-Arab', 'mn-CN', 'mn-Mong'],
    ['MN-MONG', undefined, 'zh-Hans'],
    ['', 'mn-MN', 'mn-Cyrl'],
    [['mn-Mong', 'mn-Cyrl'], 'zh', 'zh-Hans'],
    [{ lang: 'mn-Mong' }, undefined, 'zh-Hans'],
  ])('asked for %j, with %j, is %s', (asked, header, expected) => {
    expect(chooseLandingLocale(asked, header, LOCALES)).toBe(expected)
  })
  it('is one of those that the office offers', () => {
    expect(chooseLandingLocale('mn-Cyrl', 'mn-CN', ['zh-Hans', 'mn-Mong'])).toBe('mn-Mong')
    expect(chooseLandingLocale('mn-Cyrl', 'mn-MN', ['zh-Hans', 'mn-Mong'])).toBe('zh-Hans')
  })
})

describe('the start page in each language', () => {
  it.each([
    ['zh-Hans', '<html lang="zh-Hans">', '法治乌兰牧骑'],
    ['mn-Mong', '<html lang="mn-Mong" data-flow="vertical">', 'ᠬᠠᠤᠯᠢ ᠵᠠᠰᠠᠭ᠎ᠤᠨ ᠤᠯᠠᠭᠠᠨ ᠮᠥᠴᠢᠷ'],
    ['mn-Cyrl', '<html lang="mn-Cyrl">', 'Улаан мөчир'],
  ] as const)('%s begins with %s', async (locale, root, name) => {
    const html = await page(locale)
    expect(html).toContain(root)
    expect(html).toContain(`<title>${name}</title>`)
    expect(html).toContain(`<h1>${name}</h1>`)
  })
  it.each(LOCALES)('%s leads to the three clients, and to itself in the other languages', async (locale) => {
    const html = await page(locale)
    for (const path of ['/tv/', '/tablet/', '/admin/']) expect(html).toContain(`href="${path}"`)
    for (const other of LOCALES) {
      const [link] = html.match(new RegExp(`<a [^>]*href="/\\?lang=${other}"[^>]*>.*?</a>`)) ?? []
      expect(link).toContain(`lang="${other}"`)
      expect(link).toContain(LOCALE_NAMES[other])
      expect(link?.includes('aria-current="true"')).toBe(other === locale)
    }
  })
  it('offers no language that the office does not, and no switch between one', async () => {
    const only = (offered: Locale[]) => ({ ...NO_SETTINGS, languages: { offered, required: offered } })
    expect((await page('zh-Hans', only(['zh-Hans', 'mn-Mong']))).match(/\?lang=[\w-]+/g)).toEqual(['?lang=zh-Hans', '?lang=mn-Mong'])
    expect(await page('zh-Hans', only(['zh-Hans']))).not.toContain('?lang=')
  })
  it('says which of its texts are Chinese, and marks nothing in the Chinese page', async () => {
    expect(landingWords('mn-Mong').say('tagline').locale).toBe('zh-Hans')
    for (const locale of ['mn-Mong', 'mn-Cyrl'] as const) {
      const html = await page(locale)
      expect(html).toContain('<p lang="zh-Hans">草原上的法治文艺，一家人都能看</p>')
      const body = html.slice(html.indexOf('<body>'))
      const unmarked = body.replaceAll(/<(\w+)[^>]*\slang="zh-Hans"[^>]*>.*?<\/\1>/gs, '')
      expect(unmarked).not.toMatch(/\p{Script=Han}/u)
    }
    expect((await page('zh-Hans')).match(/\slang="zh-Hans"/g)).toHaveLength(2) // the page, and its name in the switch
  })
  it('marks what an administrator wrote, which is in Chinese', async () => {
    const settings = { ...NO_SETTINGS, organiser: '内蒙古司法厅', filingNumber: '蒙ICP备12345678号', licenceNumber: '0512345' }
    const html = await page('mn-Mong', settings)
    const footer = html.slice(html.indexOf('<footer'))
    expect(footer.match(/<span lang="zh-Hans">/g)).toHaveLength(3)
    expect(await page('zh-Hans', settings)).not.toContain('<span lang=')
  })
  it('stands both names side by side, save where columns are the page’s own', async () => {
    for (const locale of ['zh-Hans', 'mn-Cyrl'] as const) expect((await page(locale)).match(/class="mong" lang="mn-Mong"/g)).toHaveLength(3)
    expect(await page('mn-Mong')).not.toMatch(/class="(mong|brand)"/)
  })
  it.each(LOCALES)('%s needs no script, and nothing from elsewhere', async (locale) => {
    const html = await page(locale)
    expect(html).not.toMatch(/<script|\sstyle=|\son\w+=/)
    expect(html.match(/(?:src|href|url\()[="]*https?:[^"]*/g)).toBeNull()
  })
})
