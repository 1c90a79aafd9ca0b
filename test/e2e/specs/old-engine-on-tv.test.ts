import type { ProgrammeId } from '@ulan/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { createReadyLab, FILM_TITLE, filmOf } from '../fixtures/ready-lab.ts'
import { tellInOrder } from '../fixtures/story.ts'
import { TvApp } from '../page-objects/tv-app.ts'

/**
 * Runs in the page before anything of ours: takes away what Chrome 53 had not and a page can lose. The syntax of that time
 * is another matter; the legacy build answers for it.
 */
function forgetTheYears(): void {
  const take = (owner: object, ...names: readonly string[]): void => {
    for (const name of names) Reflect.deleteProperty(owner, name)
  }
  take(window, 'AbortController', 'AbortSignal', 'ResizeObserver', 'queueMicrotask', 'structuredClone', 'WeakRef', 'VTTRegion')
  for (const { prototype } of [Element, Document, DocumentFragment]) take(prototype, 'append', 'prepend', 'replaceChildren')
  for (const { prototype } of [Element, CharacterData]) take(prototype, 'before', 'after', 'replaceWith')
  take(Array.prototype, 'flat', 'flatMap', 'at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with')
  take(Object.getPrototypeOf(Uint8Array.prototype), 'at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with')
  take(Object, 'entries', 'values', 'getOwnPropertyDescriptors', 'fromEntries', 'hasOwn', 'groupBy')
  take(String.prototype, 'padStart', 'padEnd', 'replaceAll', 'matchAll', 'at', 'trimStart', 'trimEnd')
  take(Promise, 'allSettled', 'any', 'withResolvers', 'try')
  take(Promise.prototype, 'finally')
  take(Set.prototype, 'union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom')
  take(window, 'globalThis', 'Iterator', 'AggregateError', 'FinalizationRegistry')
  take(SourceBuffer.prototype, 'changeType')
  take(HTMLVideoElement.prototype, 'requestVideoFrameCallback')
  // A signal among the options of a listener meant nothing then.
  const { addEventListener } = EventTarget.prototype
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const known = typeof options === 'object' ? { capture: options.capture === true, passive: options.passive === true } : options
    addEventListener.call(this, type, listener, known)
  }
}

const BACK = 8

/** Runs in the page: what a box sends while a key is held that does not know `KeyboardEvent.repeat`, and that it is let go. */
function sendHeld(keyCode: number): void {
  for (let count = 0; count < 6; count += 1) document.dispatchEvent(new KeyboardEvent('keydown', { keyCode, bubbles: true }))
  document.dispatchEvent(new KeyboardEvent('keyup', { keyCode, bubbles: true }))
}

describe('a television whose engine is ten years old', () => {
  tellInOrder()
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tv: TvApp
  let id: ProgrammeId

  beforeAll(async () => {
    lab = await createReadyLab('film')
    id = await filmOf(lab)
    browser = await launchBrowser()
    watched = await openPage(browser, lab.origin, TV_SCREEN)
    await watched.page.addInitScript(forgetTheYears)
    tv = new TvApp(watched.page)
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })

  it('gets the older build, and is asked for the language', async () => {
    await watched.page.goto(`${lab.tvUrl}?build=legacy`)
    await tv.waitForFocusIn('Welcome', 'Language0')
    await tv.press('Enter')
    await tv.waitForFocusIn('Home', 'Play')
    expect(await watched.page.evaluate(() => typeof AbortController)).toBe('undefined')
    expect(watched.faults).toEqual([])
  })

  it('plays a film with its subtitles, steers in it, and comes back', async () => {
    await tv.press('Enter')
    await tv.waitForVideo('the picture to move', (video) => video.seconds > 0.5)
    await watched.page.locator('.cues p').filter({ hasText: '禁止开垦草原' }).waitFor()
    await tv.press('Enter')
    await tv.waitForVideo('a pause', (video) => video.isPaused)
    const keys = ['ArrowRight', 'ArrowLeft'] as const
    for (let turn = 0; !(await tv.isPainted('App.Page.Player.Transport.Preview.Image')); turn += 1) {
      await tv.press(keys[turn % 2] ?? 'ArrowRight')
    }
    await tv.press('Backspace')
    await tv.waitForPage('Home')
    expect(tv.hash()).toBe('#/')
    expect(await tv.video()).toBeNull()
    expect(watched.faults).toEqual([])
  })

  it('finds the film again by its letters, and by the settings what it is', async () => {
    await tv.openSearch()
    await tv.typeLetters('CYF')
    await expect.poll(() => tv.words('App.Page.Search.Desk.Results.Items.Item0.Title')).toBe(FILM_TITLE)
    await tv.press('Backspace')
    await tv.waitForPage('Home')
    await watched.page.goto('about:blank')
    await watched.page.goto(`${lab.tvUrl}?build=legacy#/programme/${id}`)
    await tv.waitForFocusIn('Programme', 'Play')
    await watched.page.goto('about:blank')
    await watched.page.goto(`${lab.tvUrl}?build=legacy#diagnostics`)
    await tv.waitForPage('Diagnostics')
    await expect.poll(() => tv.words('App.Page.Diagnostics.Rows.Value10')).toMatch(/^legacy /)
    expect(watched.faults).toEqual([])
  })

  it('takes Back that is held for one, where its remote repeats keys without saying so', async () => {
    await tv.press('Backspace')
    await tv.waitForPage('Home')
    await tv.waitForFocusIn('Home', 'Play')
    await tv.goToButton('Details')
    await tv.press('Enter')
    await tv.waitForFocusIn('Programme', 'Play')
    await watched.page.evaluate(sendHeld, BACK)
    await tv.waitForFocusIn('Home', 'Details')
    await watched.page.evaluate(sendHeld, BACK)
    // Its code may be on its way.
    await tv.waitForFocusIn('Question')
    await tv.frames()
    // One more of them would have asked whether to leave, the next would have stayed.
    expect(await tv.focus()).toContain('Question')
    expect(watched.faults).toEqual([])
  })
})
