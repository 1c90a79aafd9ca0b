import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { AV1_POLICY, DEFAULT_POLICY, type LadderPolicy } from '@ulan/media'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeFilms, type FilmServer, serveFilms } from '../../lab/film-server.ts'
import { LENGTH } from '../../lab/test-length.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { withSession } from '../../tools/webdriver-session.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { buildPage } from '../fixtures/build-page.ts'
import type { PlayerDiary, Sample } from '../fixtures/player-page/player-page.ts'
import { missingForSetTopBox, type SetTopBox, startSetTopBox } from '../fixtures/set-top-box.ts'

const run = promisify(execFile)
const LOW_PX = 180
const TOP_PX = 360
const SECONDS = 36
/** The usual ladder in small: H.264 below, HEVC above it; and AV1 where HEVC is, as Chromium decodes that one only. */
const SMALL_POLICY: LadderPolicy = {
  ...DEFAULT_POLICY,
  h264: { ...DEFAULT_POLICY.h264, shortSidesPx: [LOW_PX] },
  hevc: { ...DEFAULT_POLICY.hevc, shortSidesPx: [TOP_PX] },
  av1: { ...AV1_POLICY, crf: 25, shortSidesPx: [TOP_PX] },
}
/** Hardly what the lowest rung needs. */
const BAD_LINK_BYTES_PER_SECOND = 50_000

/** A picture that is hard enough to encode for the rungs to lie far apart. */
async function renderMaster(path: string): Promise<void> {
  const picture = ['-f', 'lavfi', '-i', `testsrc2=s=640x${TOP_PX}:r=25:d=${SECONDS},noise=alls=24:allf=t`]
  const sound = ['-f', 'lavfi', '-i', `sine=440:d=${SECONDS}`]
  await run('ffmpeg', ['-v', 'error', ...picture, ...sound, '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '20', '-c:a', 'aac', path])
}

/** Leaves the boxes and the first bytes of the picture as they are. */
function spoil(segment: Buffer): Buffer {
  const spoilt = Buffer.from(segment)
  const from = segment.indexOf('mdat') + 3000
  for (let at = from; at < Math.min(segment.length, from + 17_000); at += 1) spoilt[at] = (segment[at] ?? 0) ^ 0x55
  return spoilt
}

/** Runs in the page before anything of ours: a device that counts 25 pictures a second, but of tall ones so many late, and so many not at all. */
function countBadly([tallPx, lateFraction, lostFraction]: readonly [number, number, number]): void {
  let [counted, decoded, late] = [0, 0, 0]
  HTMLVideoElement.prototype.getVideoPlaybackQuality = function () {
    const due = Math.max(0, this.currentTime * 25 - counted)
    counted += due
    const isTall = this.videoHeight >= tallPx
    decoded += isTall ? due * (1 - lostFraction) : due
    late += isTall ? due * lateFraction : 0
    const [totalVideoFrames, droppedVideoFrames] = [Math.floor(decoded), Math.floor(late)]
    return { totalVideoFrames, droppedVideoFrames, corruptedVideoFrames: 0, creationTime: performance.now() }
  }
}

const missing = await missingForSetTopBox()
if (missing.length > 0) console.log(`not run: codecs on the set-top-box engine, for want of ${missing.join(', ')}`)

describe('a ladder that goes on above H.264 in a better codec', () => {
  let folder: string
  let films: FilmServer

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'legal-codecs-'))
    const path = join(folder, 'hard.mp4')
    await renderMaster(path)
    await encodeFilms([{ name: 'hard', path, policy: SMALL_POLICY }], folder)
    films = await serveFilms(folder, await buildPage('player-page'))
  })
  afterAll(async () => {
    await films?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const pageUrl = (more = ''): string => `${films.origin}/tablet/?playlist=${encodeURIComponent(films.playlistUrl('hard'))}${more}`

  describe('in a browser that decodes AV1', () => {
    let browser: Browser
    let watched: WatchedPage
    let page: Page

    beforeAll(async () => {
      browser = await launchBrowser()
    })
    afterAll(() => browser?.close())

    const open = async (more?: string): Promise<CDPSession> => {
      watched = await openPage(browser, films.origin, TV_SCREEN)
      page = watched.page
      const link = await page.context().newCDPSession(page)
      await link.send('Network.enable')
      await page.goto(pageUrl(more))
      return link
    }
    const limitLink = async (link: CDPSession, downloadThroughput: number): Promise<void> => {
      await link.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput, uploadThroughput: -1 })
    }
    const readDiary = (): Promise<PlayerDiary> => page.evaluate(() => globalThis.diary)
    const waitForSample = async (what: string, accept: (sample: Sample) => boolean): Promise<PlayerDiary> =>
      waitUntil(
        what,
        readDiary,
        ({ samples }) => {
          const latest = samples.at(-1)
          return latest !== undefined && accept(latest)
        },
        60_000,
      )

    it('begins low, goes up across the codecs, down again on a bad link, and to the end without a fault or a gap', async () => {
      const link = await open()
      const loaded: string[] = []
      page.on('requestfinished', (request) => loaded.push(request.url()))
      const countOf = (rung: string): number => loaded.filter((url) => url.includes(`/${rung}/`) && url.endsWith('.m4s')).length
      await waitUntil(
        'the top rung',
        () => countOf(`${TOP_PX}p-av1`),
        (count) => count > 0,
      )
      const lowBefore = countOf(`${LOW_PX}p`)
      await limitLink(link, BAD_LINK_BYTES_PER_SECOND)
      await waitUntil(
        'the lowest rung again',
        () => countOf(`${LOW_PX}p`),
        (count) => count > lowBefore,
      )
      await limitLink(link, -1)
      await waitUntil('the end', readDiary, ({ states }) => states.at(-1)?.phase === 'ended', 90_000)
      const diary = await readDiary()
      const seen = diary.samples.map(({ heightPx }) => heightPx).filter((heightPx) => heightPx > 0)
      const changes = seen.filter((heightPx, at) => heightPx !== seen[at - 1])
      expect(changes.slice(0, 3), 'low, high and low').toEqual([LOW_PX, TOP_PX, LOW_PX])
      expect(diary.states.map(({ phase }) => phase)).not.toContain('failed')
      expect(Math.max(...diary.samples.map(({ ranges }) => ranges)), 'picture and sound in one piece').toBe(1)
      expect(diary.samples.filter(({ elementError }) => elementError !== 0)).toEqual([])
      expect(watched.faults).toEqual([])
      await watched.close()
    })

    it.runIf(LENGTH.hasLongPlays)('stays below on a screen that is no larger', async () => {
      await open(`&height=${LOW_PX}`)
      const { samples } = await waitForSample('some seconds', ({ seconds }) => seconds > 10)
      expect(Math.max(...samples.map(({ heightPx }) => heightPx))).toBe(LOW_PX)
      await watched.close()
    })

    it.runIf(LENGTH.hasLongPlays)('goes on in H.264 when the device fails at the better codec after all', async () => {
      watched = await openPage(browser, films.origin, TV_SCREEN)
      page = watched.page
      await page.route(`**/${TOP_PX}p-av1/*.m4s`, async (route) => route.fulfill({ body: spoil(await (await route.fetch()).body()) }))
      await page.goto(pageUrl())
      await waitUntil('a picture that cannot be decoded', readDiary, ({ samples }) =>
        samples.some(({ elementError }) => elementError === 3),
      )
      const { samples, states } = await waitForSample('the rest of it', ({ seconds }) => seconds > SECONDS - 4)
      expect(samples.at(-1)?.heightPx).toBe(LOW_PX)
      expect(samples.findLast(({ elementError }) => elementError !== 0)?.seconds, 'it fails once').toBeLessThan(SECONDS / 2)
      expect(states.map(({ phase }) => phase)).not.toContain('failed')
      await watched.close()
    })

    it.runIf(LENGTH.hasLongPlays).each([
      ['is too slow for the better codec', 0.5, 0],
      ['has sound alone in the better codec', 0, 1],
    ])('goes on below when the device %s', async (_what, lateFraction, lostFraction) => {
      watched = await openPage(browser, films.origin, TV_SCREEN)
      page = watched.page
      await page.addInitScript(countBadly, [TOP_PX, lateFraction, lostFraction] as const)
      await page.goto(pageUrl())
      await waitForSample('the better codec', ({ heightPx }) => heightPx === TOP_PX)
      const { states } = await waitForSample('what is below', ({ heightPx }) => heightPx === LOW_PX)
      const { samples } = await waitForSample('the rest of it', ({ seconds }) => seconds > SECONDS - 2)
      expect(samples.at(-1)?.heightPx).toBe(LOW_PX)
      expect(states.map(({ phase }) => phase)).not.toContain('failed')
      await watched.close()
    })
  })

  describe.skipIf(missing.length > 0)('on the engine of set-top boxes', () => {
    let box: SetTopBox

    beforeAll(async () => {
      box = await startSetTopBox()
    })
    afterAll(() => box?.stop())

    // Its sessions are short: the engine itself gives way in long ones.
    const watch = (url: string, seconds: number): Promise<PlayerDiary> =>
      withSession(box, async (session) => {
        await session.open(url)
        await session.waitFor(`return globalThis.diary?.samples.at(-1)?.seconds > ${seconds}`, `${seconds} s of film`, 60_000)
        return JSON.parse(String(await session.execute('return JSON.stringify(globalThis.diary)')))
      })

    it('plays H.264 alone, as it cannot change codecs', async () => {
      const { samples, states } = await watch(pageUrl(), 5)
      expect(new Set(samples.map(({ heightPx }) => heightPx).filter((heightPx) => heightPx > 0))).toEqual(new Set([LOW_PX]))
      expect(states.map(({ phase }) => phase)).not.toContain('failed')
    })

    it('decodes the HEVC rung by itself', async () => {
      const { samples, states } = await watch(pageUrl().replace('master.m3u8', `${TOP_PX}p%2Findex.m3u8`), 3)
      expect(samples.at(-1)).toMatchObject({ heightPx: TOP_PX, ranges: 1, elementError: 0 })
      expect(states.map(({ phase }) => phase)).not.toContain('failed')
    })
  })
})
