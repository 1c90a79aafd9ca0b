import type { Locale } from '@ulan/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { LENGTH, SEED } from '../../lab/test-length.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { PAGE_SCENES, type Scene } from '../fixtures/tv-scenes.ts'
import { giveVoices, heardSoFar } from '../fixtures/voice.ts'
import { REMOTE, TvApp, type TvKey } from '../page-objects/tv-app.ts'
import { wordsInFocus } from '../page-objects/tv-focus-words.ts'

/** There and back, along both ways of a screen. */
const WAYS: readonly TvKey[] = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']
/** Across the settings the arrows change what is set: along their rows, and along their columns. */
const ALONG_SETTINGS: Readonly<Record<'zh-Hans' | 'mn-Mong', readonly TvKey[]>> = {
  'zh-Hans': ['ArrowDown', 'ArrowUp'],
  'mn-Mong': ['ArrowRight', 'ArrowLeft'],
}
/** One that speaks the language, and the Chinese one of every box for what is shown in Chinese. */
const VOICES = { 'zh-Hans': ['zh-CN'], 'mn-Mong': ['mn-Mong-CN', 'zh-CN'] } as const satisfies Partial<Record<Locale, readonly string[]>>
const LOCALES = (['zh-Hans', 'mn-Mong'] as const).filter((_, at) => LENGTH.localesLookedAt > 1 || at === SEED % 2)

/** The scenes that lead to one, from the one that has an address. */
function wayTo(at: number): readonly Scene[] {
  const first = PAGE_SCENES.findLastIndex((scene, index) => index <= at && scene.at !== undefined)
  return PAGE_SCENES.slice(first, at + 1)
}

describe('every place that the focus comes to is read aloud', () => {
  let lab: Lab
  let browser: Browser

  beforeAll(async () => {
    lab = await createReadyLab('playable')
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })

  it.each(LOCALES)(
    'in %s, by what is written there',
    async (locale) => {
      const watched = await openPage(browser, lab.origin, TV_SCREEN)
      await giveVoices(watched.page, VOICES[locale])
      await watched.page.addInitScript((language) => {
        if (!location.protocol.startsWith('http')) return
        localStorage.setItem('ulan.tv.locale', language)
        localStorage.setItem('ulan.tv.readAloud', 'on')
      }, locale)
      const places = new Set<string>()
      for (const [at, { name }] of PAGE_SCENES.entries()) {
        await open(watched, wayTo(at))
        for (const place of await listen(watched, name, name === 'settings' ? ALONG_SETTINGS[locale] : WAYS)) places.add(place)
      }
      process.stdout.write(`heard in ${locale}: ${places.size} places\n`)
      expect(places.size, 'places of the focus').toBeGreaterThan(2 * PAGE_SCENES.length)
      expect(watched.faults).toEqual([])
      await watched.close()
    },
    1_200_000,
  )

  async function open({ page }: WatchedPage, scenes: readonly Scene[]): Promise<void> {
    const tv = new TvApp(page)
    await page.goto('about:blank')
    await page.goto(`${lab.tvUrl}#/${scenes[0]?.at ?? ''}`)
    for (const [key, ...refs] of scenes.flatMap(({ steps }) => steps)) {
      if (key !== undefined) await tv.press(REMOTE[key])
      // Where a page of works begins depends on what of it can be played yet.
      if (key === undefined && refs.includes('Hero')) await tv.waitForFocusWithin(refs[0] ?? '')
      else await tv.waitForFocusIn(...refs)
    }
  }

  /** Goes about a screen, and hears each place it comes to; gives their names. */
  async function listen({ page }: WatchedPage, scene: string, ways: readonly TvKey[]): Promise<readonly string[]> {
    const tv = new TvApp(page)
    const places: string[] = []
    for (const way of ways) {
      for (let step = 0; step < LENGTH.stepsHeard; step += 1) {
        const from = (await tv.focus()).join(' ')
        const before = (await heardSoFar(page)).length
        await tv.press(way)
        await tv.frames()
        const to = (await tv.focus()).join(' ')
        if (to === from) break
        const place = `${scene}: ${way} to ${to}`
        // The place before it may have its say only now, and what is written may come after the focus.
        const untold = async (): Promise<string> => {
          const said = (await heardSoFar(page)).slice(before).map(({ text }) => text)
          const written = await wordsInFocus(page)
          const isTold = said.join('').trim() !== '' && (written.length === 0 || isAbout(said, written))
          return isTold ? '' : `said ${said.join(' | ')}, written ${written.join(' | ')}`
        }
        await expect.poll(untold, { message: place }).toBe('')
        places.push(`${scene} ${to}`)
        // Among the languages the arrows change the one that is read.
        if (to.endsWith(' Header')) break
      }
    }
    return places
  }
})

/** Is something of what is written there said? What is said may be more, and numbers and marks are said otherwise. */
const isAbout = (said: readonly string[], written: readonly string[]): boolean =>
  written.some((words) => said.some((text) => text.includes(words) || words.includes(text)))
