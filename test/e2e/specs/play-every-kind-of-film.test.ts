import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FilmServer, serveFilms } from '../../lab/film-server.ts'
import { encodedFilms, FILMS_OF_RUN, type Film } from '../../lab/films.ts'
import { SEED } from '../../lab/test-length.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { buildPage } from '../fixtures/build-page.ts'
import type { EngineWatch } from '../fixtures/engine-page/engine-page.ts'

const ENGINES = ['hls.js', 'shaka'] as const

type Seen = Pick<EngineWatch, 'faults' | 'mostRanges'> & {
  readonly seconds: number
  readonly durationSeconds: number
  readonly hasEnded: boolean
  readonly size: string
  readonly languages: readonly string[]
  readonly language: string | undefined
}

describe(`films in players that are not ours, seed ${SEED}`, () => {
  let folder: string
  let server: FilmServer
  let browser: Browser

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'legal-engines-'))
    await cp(await encodedFilms(), folder, { recursive: true })
    server = await serveFilms(folder, await buildPage('engine-page'))
    browser = await launchBrowser()
  }, 900_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const open = async ({ name }: Film, engine: string, speed: number): Promise<WatchedPage> => {
    const watched = await openPage(browser, server.origin, TV_SCREEN)
    const query = new URLSearchParams({ engine, speed: String(speed), playlist: server.playlistUrl(name) })
    await watched.page.goto(`${server.origin}/tablet/?${query}`)
    return watched
  }
  const look = (page: Page): Promise<Seen> =>
    page.evaluate(() => {
      const video = document.querySelector('video')
      return {
        seconds: video?.currentTime ?? 0,
        durationSeconds: video?.duration ?? 0,
        hasEnded: video?.ended === true,
        size: `${video?.videoWidth}x${video?.videoHeight}`,
        faults: globalThis.engineWatch?.faults ?? [],
        mostRanges: globalThis.engineWatch?.mostRanges ?? 0,
        languages: globalThis.engineWatch?.languages() ?? [],
        language: globalThis.engineWatch?.language(),
      }
    })

  it.each(FILMS_OF_RUN)('$name plays to its end without a fault or a gap', async (film) => {
    await Promise.all(
      ENGINES.map(async (engine) => {
        const watched = await open(film, engine, 2)
        const isOver = ({ hasEnded, faults }: Seen): boolean => hasEnded || faults.length > 0
        const seen = await waitUntil(`the end in ${engine}`, () => look(watched.page), isOver, 60_000)
        expect(seen.faults, engine).toEqual([])
        expect(seen.mostRanges, engine).toBe(1)
        // The picture is two frames late in every rung, as there is no edit list; the sound may be a frame longer.
        expect(Math.abs(seen.durationSeconds - film.seconds), engine).toBeLessThan((3 * film.rate[1]) / film.rate[0] + 0.05)
        expect(Object.values(film.rungs)).toContain(seen.size)
        expect(watched.faults).toEqual([])
        await watched.close()
      }),
    )
  })

  it.each(ENGINES)('%s has all languages of a film, and changes between them while it plays', async (engine) => {
    const film = FILMS_OF_RUN.find(({ languages }) => languages.length > 1)
    if (film === undefined) throw new Error('no film of two languages')
    const watched = await open(film, engine, 1)
    const begun = await waitUntil(
      'the picture',
      () => look(watched.page),
      ({ seconds }) => seconds > 0.5,
    )
    expect(begun.languages).toEqual(film.languages)
    expect(begun.language).toBe('zh')
    await watched.page.evaluate(() => globalThis.engineWatch.choose('mn'))
    const hasChanged = ({ language, seconds }: Seen): boolean => language === 'mn' && seconds > begun.seconds + 1
    const changed = await waitUntil('the other sound', () => look(watched.page), hasChanged)
    expect(changed.faults).toEqual([])
    await waitUntil(
      'the end',
      () => look(watched.page),
      ({ hasEnded }) => hasEnded,
    )
    expect((await look(watched.page)).faults).toEqual([])
    await watched.close()
  })
})
