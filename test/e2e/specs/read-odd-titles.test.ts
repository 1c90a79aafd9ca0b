import type { ProgrammeId } from '@ulan/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { launchBrowser, openPage, TABLET_LANDSCAPE, TV_SCREEN } from '../fixtures/browser.ts'
import { changePublished } from '../fixtures/change-published.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { TabletApp } from '../page-objects/tablet-app.ts'
import { TvApp } from '../page-objects/tv-app.ts'
import { outsideOf, overlapsOf, readTvTexts } from '../page-objects/tv-texts.ts'

/** Titles that somebody may give, from a table or by a slip: the longest there may be, families, flags, and writing from right to left. */
const TITLES = [
  { name: 'long', 'zh-Hans': '草原'.repeat(2000), 'mn-Mong': 'ᠪᠡᠯᠴᠢᠭᠡᠷ᠎ᠦᠨ ᠬᠠᠤᠯᠢ '.repeat(220).trim() },
  { name: 'emoji', 'zh-Hans': '👨‍👩‍👧‍👦全家学法🇨🇳👍🏽，一个都不能少', 'mn-Mong': 'ᠬᠠᠤᠯᠢ 👨‍👩‍👧‍👦 ᠵᠠᠰᠠᠭ 🇨🇳' },
  { name: 'rtl', 'zh-Hans': '《قانون》和法：אבג 第1条', 'mn-Mong': 'ᠬᠠᠤᠯᠢ قانون ᠵᠠᠰᠠᠭ' },
] as const

describe('viewers read whatever titles staff have given', () => {
  let lab: Lab
  let browser: Browser
  let ids: readonly ProgrammeId[]

  beforeAll(async () => {
    lab = await createReadyLab('samples')
    const staff = await lab.signIn()
    const home = await lab.visitor().must('readHome', { query: { device: 'tv' } })
    const cards = [...home.heroes.map(({ card }) => card), ...home.rails.flatMap((rail) => rail.cards)]
    ids = [...new Set(cards.flatMap((card) => (card.kind === 'programme' ? [card.id] : [])))].slice(0, TITLES.length)
    for (const [at, id] of ids.entries()) {
      const { name: _name, ...texts } = TITLES[at] ?? TITLES[0]
      await changePublished(staff, id, ({ title }) => ({ title: { ...title, ...texts } }))
    }
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })

  it.each(['zh-Hans', 'mn-Mong'])('on a television in %s: none reaches over an edge or another text', async (locale) => {
    const watched = await openPage(browser, lab.origin, TV_SCREEN)
    const tv = new TvApp(watched.page)
    await watched.page.addInitScript((chosen) => {
      if (location.protocol.startsWith('http')) localStorage.setItem('ulan.tv.locale', chosen)
    }, locale)
    const pages = [['home', ''], ...ids.map((id, at) => [TITLES[at]?.name ?? '', `#/programme/${id}`])]
    for (const [name, hash] of pages) {
      await watched.page.goto('about:blank')
      await tv.open(`${lab.tvUrl}${hash}`)
      await tv.waitForFocusIn(name === 'home' ? 'Home' : 'Programme', 'Hero')
      await tv.settle()
      const texts = await watched.page.evaluate(readTvTexts)
      await watched.screenshot(`tv-odd-title-${locale}-${name}`)
      expect([...outsideOf(texts), ...overlapsOf(texts)], name).toEqual([])
    }
    expect(watched.faults).toEqual([])
    await watched.close()
  })

  it.each(['中文', 'ᠮᠣᠩᠭᠣᠯ'] as const)(
    'on a tablet in %s: no page is wider than it, and the way to the picture is there',
    async (language) => {
      const watched = await openPage(browser, lab.origin, TABLET_LANDSCAPE)
      const tablet = new TabletApp(watched.page)
      await tablet.open(lab.tabletUrl)
      await tablet.chooseLanguage(language)
      const isVertical = language === 'ᠮᠣᠩᠭᠣᠯ'
      await expect.poll(() => tablet.flow()).toBe(isVertical ? 'vertical' : 'horizontal')
      const pages = [['home', '#/'], ...ids.map((id, at) => [TITLES[at]?.name ?? '', `#/programme/${id}`])] as const
      for (const [name, hash] of pages) {
        await watched.page.goto(`${lab.tabletUrl}${hash}`)
        await watched.page.locator('h1').first().waitFor()
        await tablet.settle()
        await watched.screenshot(`tablet-odd-title-${isVertical ? 'mn' : 'zh'}-${name}`)
        const { acrossPx, downPx } = await tablet.overflow()
        expect(isVertical ? downPx : acrossPx, name).toBeLessThanOrEqual(0)
        // However long a title is, it leaves room for what there is to do.
        if (name === 'long') {
          const { widthPx, heightPx } = await tablet.sizeOf(watched.page.locator('.detail-title'))
          expect(isVertical ? widthPx : heightPx).toBeLessThan(260)
        }
      }
      expect(watched.faults).toEqual([])
      await watched.close()
    },
  )
})
