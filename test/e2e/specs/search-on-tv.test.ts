import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { wrongTexts } from '../fixtures/shown-text.ts'
import { tellInOrder } from '../fixtures/story.ts'
import { TvApp } from '../page-objects/tv-app.ts'
import { readTvScreen } from '../page-objects/tv-screen.ts'

const DESK = 'App.Page.Search.Desk'
const LETTERS = `${DESK}.Field.Letters`
const HEADING = `${DESK}.Heading`
const FIRST_TITLE = `${DESK}.Results.Items.Item0.Title`
const SONG = '草原法之歌'

describe('searching on a television with a remote control', () => {
  tellInOrder()
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tv: TvApp

  beforeAll(async () => {
    lab = await createReadyLab('samples')
    browser = await launchBrowser()
    watched = await openPage(browser, lab.origin, TV_SCREEN)
    tv = new TvApp(watched.page)
    await tv.open(lab.tvUrl)
    await tv.waitForPage('Home')
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })
  afterEach(async () => {
    expect(watched.faults).toEqual([])
    expect(wrongTexts((await watched.page.evaluate(readTvScreen)).texts)).toEqual([])
  })

  it('is two presses from home, and offers something before a letter is typed', async () => {
    // The header leads from the search to the languages and back, and chooses none on the way.
    await tv.press('ArrowUp')
    await tv.waitForFocusIn('Header', 'Find')
    await tv.press('ArrowRight')
    await tv.waitForFocusIn('Header', 'Settings')
    await tv.press('ArrowRight')
    await expect.poll(async () => (await tv.focus()).at(-1)).toBe('Header')
    await tv.press('ArrowLeft', 2)
    await tv.waitForFocusIn('Header', 'Find')
    await tv.press('ArrowDown')
    await tv.waitForFocusIn('Home', 'Hero')
    await tv.openSearch()
    expect(tv.hash()).toBe('#/search')
    await expect.poll(() => tv.words(HEADING)).toBe('看看这些')
    await tv.settle()
    await watched.screenshot('tv-search')
    // The search itself is no longer offered on its own page: what the header has left are settings and languages.
    await tv.press('ArrowUp')
    expect((await tv.waitForFocusIn('Header')).at(-1)).toBe('Header')
    await tv.press('ArrowLeft', 2)
    await tv.waitForFocusIn('Header', 'Settings')
    await tv.press('ArrowDown')
    await tv.waitForFocusIn('Search', 'KeyA')
  })

  it('moves over to the cards, down their rows and back to the letters', async () => {
    await tv.press('ArrowRight', 6)
    await tv.waitForFocusIn('Results', 'Item0')
    await tv.press('ArrowDown', 2)
    await tv.waitForFocusIn('Results', 'Item6')
    await tv.settle()
    await watched.screenshot('tv-search-third-row')
    await tv.press('ArrowUp', 2)
    await tv.press('ArrowLeft')
    await tv.waitForFocusIn('Pad', 'KeyF')
  })

  it('finds the song of the Grassland Law by the initials C Y F', async () => {
    await tv.typeLetters('CYF')
    await expect.poll(() => tv.words(FIRST_TITLE)).toBe(SONG)
    expect(await tv.words(LETTERS)).toBe('CYF')
    expect(await tv.words(HEADING)).toMatch(/^找到 \d+ 个节目$/)
    await tv.settle()
    await watched.screenshot('tv-search-found')
  })

  it('opens it, and Back leads to the same letters, results and focus', async () => {
    await tv.press('ArrowRight')
    await tv.waitForFocusIn('Results', 'Item0')
    await tv.settle()
    await watched.screenshot('tv-search-result')
    await tv.press('Enter')
    await tv.waitForPage('Programme')
    expect(tv.hash()).toBe('#/programme/grassland-law-song')
    await tv.press('Backspace')
    await tv.waitForFocusIn('Search', 'Results', 'Item0')
    expect(await tv.words(LETTERS)).toBe('CYF')
    expect(await tv.words(FIRST_TITLE)).toBe(SONG)
    await tv.press('ArrowLeft')
    await tv.waitForFocusIn('Pad', 'KeyF')
  })

  it('says so when nothing fits, and the focus stays on the letters', async () => {
    await tv.typeLetters('X')
    await expect.poll(() => tv.isSeen(`${DESK}.None`)).toBe(true)
    expect(await tv.words(HEADING)).toBeUndefined()
    await tv.press('ArrowRight', 4)
    await tv.waitForFocusIn('Pad', 'KeyX')
    await tv.settle()
    await watched.screenshot('tv-search-none')
  })

  it('deletes a letter, and all of them', async () => {
    await tv.press('ArrowDown', 3)
    await tv.waitForFocusIn('Pad', 'Clear')
    await tv.press('ArrowLeft')
    await tv.waitForFocusIn('Pad', 'Delete')
    await tv.press('Enter')
    await expect.poll(() => tv.words(FIRST_TITLE)).toBe(SONG)
    expect(await tv.words(LETTERS)).toBe('CYF')
    await tv.press('ArrowRight')
    await tv.press('Enter')
    await expect.poll(() => tv.words(HEADING)).toBe('看看这些')
    expect(await tv.words(LETTERS)).toBeUndefined()
  })

  it('finds it by the number keys of the remote control alone, wherever the focus is', async () => {
    await tv.press('ArrowRight', 3)
    for (const digit of '293') await watched.page.keyboard.press(digit)
    await expect.poll(() => tv.words(LETTERS)).toBe('293')
    await expect.poll(() => tv.words(FIRST_TITLE)).toBe(SONG)
    await tv.settle()
    await watched.screenshot('tv-search-number-keys')
  })

  it('Back leads home, to where the viewer was', async () => {
    await tv.press('Backspace')
    await tv.waitForFocusIn('Home', 'Hero')
    expect(tv.hash()).toBe('#/')
  })

  it('finds and opens it in Mongolian too, in columns', async () => {
    await tv.press('ContextMenu')
    await tv.waitForFocusIn('Header')
    await tv.press('Enter')
    await tv.press('ContextMenu')
    await tv.waitForFocusIn('Home', 'Hero')
    await tv.openSearch()
    await tv.settle()
    await watched.screenshot('tv-search-mongolian')
    await tv.typeLetters('CYF')
    expect(await tv.words(LETTERS)).toBe('CYF')
    await expect.poll(() => tv.words(FIRST_TITLE)).toContain('ᠪᠡᠯᠴᠢᠭᠡᠷ')
    expect(await tv.isVertical(FIRST_TITLE)).toBe(true)
    await tv.press('ArrowRight')
    await tv.waitForFocusIn('Results', 'Item0')
    await tv.settle()
    await watched.screenshot('tv-search-found-mongolian')
    await tv.press('Enter')
    await tv.waitForPage('Programme')
    await tv.press('Backspace')
    await tv.waitForFocusIn('Search', 'Results', 'Item0')
    expect(await tv.words(LETTERS)).toBe('CYF')
    await tv.press('ArrowLeft')
    await tv.typeLetters('X')
    await expect.poll(() => tv.isSeen(`${DESK}.None`)).toBe(true)
    await tv.settle()
    await watched.screenshot('tv-search-none-mongolian')
  })

  it('says that the line is down, and goes on by itself with the letters typed', async () => {
    await lab.kill9()
    await tv.typeLetters('Z')
    await tv.waitForFocusIn('Search', 'Notice', 'Retry')
    await tv.settle()
    await watched.screenshot('tv-search-line-down')
    await lab.restart()
    await tv.waitForFocusIn('Search', 'Pad', 'KeyZ')
    expect(await tv.words(LETTERS)).toBe('CYFXZ')
  })
})
