import type { ProgrammeId } from '@ulan/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { createReadyLab, filmOf } from '../fixtures/ready-lab.ts'
import { tellInOrder } from '../fixtures/story.ts'
import { TvApp } from '../page-objects/tv-app.ts'

/** Less than the player would keep ahead: two pieces of a film, and a part of the third. */
const ROOM_SECONDS = 9
const SPEED = 4

declare global {
  interface Window {
    refusedAppends?: number
  }
}

/** Runs in the page before anything of ours: buffers of films have room for so many seconds, as those of a small box. */
function shrinkBuffers(roomSeconds: number): void {
  const { appendBuffer } = SourceBuffer.prototype
  SourceBuffer.prototype.appendBuffer = function (data) {
    let seconds = 0
    for (let at = 0; at < this.buffered.length; at += 1) seconds += this.buffered.end(at) - this.buffered.start(at)
    if (seconds > roomSeconds) {
      window.refusedAppends = (window.refusedAppends ?? 0) + 1
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    }
    appendBuffer.call(this, data)
  }
}

describe('a film on a box with little room', () => {
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
    await watched.page.addInitScript(shrinkBuffers, ROOM_SECONDS)
    tv = new TvApp(watched.page)
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })

  it('goes on to its end: the player learns how much there is room for', async () => {
    await tv.open(`${lab.tvUrl}#/play/${id}`)
    await tv.waitForVideo('the picture to move', (video) => video.seconds > 0)
    await tv.hurryFilm(SPEED)
    await tv.waitForFocusIn('Player', 'EndPanel')
    expect(await watched.page.evaluate(() => window.refusedAppends)).toBeGreaterThan(0)
    expect(watched.faults).toEqual([])
  })

  it('keeps no more than that of the next film, on the next day too', async () => {
    await watched.page.goto('about:blank')
    await tv.open(`${lab.tvUrl}#/play/${id}`)
    await tv.waitForVideo('the picture to move', (video) => video.seconds > 2)
    expect(await watched.page.evaluate(() => window.refusedAppends ?? 0)).toBe(0)
    expect(watched.faults).toEqual([])
  })
})
