import { LOCALES, type Locale } from '@ulan/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLab, type Lab } from '../../lab/lab.ts'
import { LENGTH } from '../../lab/test-length.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { makePlayable } from '../fixtures/playable.ts'
import { missingForSetTopBox } from '../fixtures/set-top-box.ts'
import { wrongTexts } from '../fixtures/shown-text.ts'
import {
  type PanelSize,
  startChromium,
  startWpe,
  type Television,
  type TelevisionEngine,
  waitFor,
  waitForPicture,
} from '../fixtures/television.ts'
import { END_OF_FILM, FILM_SCENES, FIRST_SCENE, PAGE_SCENES, type Scene } from '../fixtures/tv-scenes.ts'
import { TV_FOCUS } from '../page-objects/tv-app.ts'
import { complaintsAbout, readTvScreen, type TvScreen } from '../page-objects/tv-screen.ts'

const missing = await missingForSetTopBox()
if (LENGTH.screens === 'all' && missing.length > 0)
  console.log(`not run: every screen on the engine of set-top boxes (no ${missing.join(', ')})`)
const ENGINES = [
  { engine: 'chromium', isThere: true },
  { engine: 'wpe', isThere: missing.length === 0 },
] as const
/** More programmes than the starter catalogue has. */
const ALL = 100
const SIZES: readonly PanelSize[] = ['1920x1080', '3840x2160']
const ALL_PANELS = ENGINES.filter(({ isThere }) => isThere).flatMap(({ engine }) => SIZES.map((size) => ({ engine, size })))
const PANELS = LENGTH.screens === 'one' ? ALL_PANELS.slice(0, 1) : ALL_PANELS

/** Columns on the screen that hold words: the header's own names of languages stand in columns in every language. */
const COLUMNS = `(() => {
  let columns = 0
  const walk = (part) => {
    if (!part.visible || part.alpha === 0 || part.ref === 'Header' || part.ref === 'Welcome') return
    if (part.active && part.shownLayout !== undefined && part.shownLayout.isVertical) columns += 1
    part.children.forEach(walk)
  }
  walk(window.__app.tag('App'))
  return columns
})()`

describe.skipIf(LENGTH.screens === 'none').each(PANELS)('every screen of a television, in $engine at $size', ({ engine, size }) => {
  let lab: Lab
  let televisions: TelevisionEngine

  beforeAll(async () => {
    lab = await createLab({ seed: 'starter', env: { TRANSCODE_WORKERS: '1' } })
    await makePlayable(await lab.signIn(), { most: ALL, seconds: 40 })
    televisions = engine === 'wpe' ? await startWpe(size) : await startChromium(size, lab.origin)
  })
  afterAll(async () => {
    await televisions?.stop()
    await lab?.stop()
  })

  it('begins with the choice of the language', async () => {
    await televisions.watch(async (television) => {
      await play(television, FIRST_SCENE, 'zh-Hans')
    })
  })

  it.each(LOCALES)(
    'is whole in %s: what is read and chosen',
    async (locale) => {
      await televisions.watch(async (television) => {
        await speak(television, locale)
        for (const scene of PAGE_SCENES) await play(television, scene, locale)
      })
    },
    1_200_000,
  )

  it.each(LOCALES)(
    'is whole in %s: a film and what lies over it',
    async (locale) => {
      await televisions.watch(async (television) => {
        await speak(television, locale)
        for (const scene of FILM_SCENES) await play(television, scene, locale)
        await goThere(television, END_OF_FILM)
        await seekToEnd(television)
        await look(television, END_OF_FILM, locale)
      })
    },
    1_200_000,
  )

  /** Lets the box speak a language, as it would have been chosen before. */
  async function speak(television: Television, locale: Locale): Promise<void> {
    await television.open(`${lab.origin}/`)
    await television.read(`(localStorage.setItem('ulan.tv.locale', ${JSON.stringify(locale)}), true)`)
  }

  async function play(television: Television, scene: Scene, locale: Locale): Promise<void> {
    await goThere(television, scene)
    await look(television, scene, locale)
  }

  async function goThere(television: Television, { name, at, steps, until }: Scene): Promise<void> {
    if (at !== undefined) await television.open(`${lab.tvUrl}${at === '' ? '' : `#/${at}`}`)
    for (const [key, ...refs] of steps) {
      if (key !== undefined) await television.press(key)
      await waitFor(television, `${name}: focus in ${refs.join(' > ')}`, isFocusIn(refs))
    }
    if (until !== undefined) await waitFor(television, `${name}: ${until}`, until)
  }

  async function look(television: Television, { name }: Scene, locale: Locale): Promise<void> {
    await waitForPicture(television, name)
    const screen = await waitUntil(
      `${name} to be sound`,
      () => television.read<TvScreen>(`(${readTvScreen})()`),
      (seen) => complaintsAbout(seen).length === 0,
    )
    expect(wrongTexts(screen.texts), name).toEqual([])
    const columns = await television.read<number>(COLUMNS)
    // Not each page has words of the traditional script, but no other language has columns.
    if (locale !== 'mn-Mong' || name === 'home') expect(columns > 0, `${name}: ${columns} columns`).toBe(locale === 'mn-Mong')
    await television.screenshot(`every-${engine}-${size === '3840x2160' ? '4k' : 'hd'}-${locale}-${name}`)
  }
})

const isFocusIn = (refs: readonly string[]): string =>
  `(${TV_FOCUS}).length > 2 && ${JSON.stringify(refs)}.every((ref) => (${TV_FOCUS}).includes(ref))`

async function seekToEnd(television: Television): Promise<void> {
  await waitUntil(
    'the end of the film',
    async () => {
      const focus = await television.read<readonly string[]>(TV_FOCUS)
      if (!focus.includes('EndPanel')) await television.press('right')
      return focus
    },
    (focus) => focus.includes('EndPanel'),
    120_000,
    3_000,
  )
}
