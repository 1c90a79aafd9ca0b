import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { ProgrammeId } from '@ulan/contract'
import type { Page } from 'playwright-core'
import { launchBrowser, TV_SCREEN } from '../e2e/fixtures/browser.ts'
import { realClip } from '../e2e/fixtures/clip.ts'
import { publishWithTracks } from '../e2e/fixtures/published-tracks.ts'
import { TvApp } from '../e2e/page-objects/tv-app.ts'
import { createLab } from '../lab/lab.ts'
import { median, round } from '../lab/statistics.ts'
import type { Measured } from './report.ts'
import { skipWelcome } from './tv-probe.ts'

const RUNS = 7
const CPU_DIVISOR = 4
const MOST = 1.2

declare global {
  interface Window {
    /** Ms from the press of OK to the first picture of the film. */
    firstPictureMs?: number
  }
}

/** From OK to the first picture: our television beside a page with hls.js and nothing else, same film, same browser. */
export async function benchTvPlay(): Promise<Measured> {
  const lab = await createLab({ env: { LOG_LEVEL: 'error' } })
  try {
    const clip = await realClip()
    const id = await publishWithTracks(await lab.signIn(), clip, { 'zh-Hans': '草原法之歌' }, { sounds: [], cues: {} })
    const { playlistUrl } = await lab.visitor().must('readPlayback', { params: { id } })
    const ours: number[] = []
    const bare: number[] = []
    // In turn, so that a busier minute of the machine befalls both.
    for (let run = 0; run < RUNS; run += 1) {
      bare.push(await measure((page) => openBarePage(page, `${lab.origin}/bare`, playlistUrl)))
      ours.push(await measure((page) => openProgramme(page, lab.tvUrl, id)))
    }
    const [own, other] = [round(median(ours)), round(median(bare))]
    const ratio = round(own / other, 2)
    const row = { work: 'OK to the first picture', unit: 'ms', ours: own, ratio, aim: `≤ ${MOST} ×`, isMet: ratio <= MOST }
    return {
      rows: [{ ...row, against: { name: 'a page with hls.js alone', value: other } }],
      method: `Chromium headless 1920×1080, CPU ÷ ${CPU_DIVISOR}, raster on; medians of ${RUNS} runs in turn, each in a fresh browser. Ours begins on the page of a programme, with all code of the film fetched as it is after some seconds; the bare page has hls.js (the same version, its defaults) loaded and opens the playlist at the press.`,
      details: { ours, bare },
    }
  } finally {
    await lab.stop()
  }
}

async function measure(open: (page: Page) => Promise<void>): Promise<number> {
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext(TV_SCREEN)
    const page = await context.newPage()
    await page.addInitScript(skipWelcome)
    await open(page)
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_DIVISOR })
    await page.evaluate(watchForPicture)
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => window.firstPictureMs !== undefined, undefined, { timeout: 60_000 })
    return await page.evaluate(() => window.firstPictureMs ?? Number.NaN)
  } finally {
    await browser.close()
  }
}

async function openProgramme(page: Page, tvUrl: string, id: ProgrammeId): Promise<void> {
  const tv = new TvApp(page)
  const warmed = page.waitForResponse((answer) => /hls/.test(answer.url()))
  await tv.open(`${tvUrl}#/programme/${id}`)
  await tv.waitForFocusIn('Programme', 'Hero', 'Play')
  await warmed
  await tv.settle()
}

async function openBarePage(page: Page, url: string, playlistUrl: string): Promise<void> {
  const engine = await readFile(createRequire(import.meta.url).resolve('hls.js/dist/hls.min.js'), 'utf8')
  await page.route(url, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><video style="width:100vw;height:100vh"></video>' }),
  )
  await page.goto(url)
  await page.addScriptTag({ content: engine })
  await page.addScriptTag({
    content: `addEventListener('keydown', () => {
      const hls = new Hls({ enableWorker: false })
      hls.loadSource(${JSON.stringify(playlistUrl)})
      hls.attachMedia(document.querySelector('video'))
      document.querySelector('video').play()
    }, { once: true })`,
  })
}

/** Runs in the page: from the next key on, waits for a film's first picture. */
function watchForPicture(): void {
  addEventListener(
    'keydown',
    (event) => {
      const look = (): void => {
        const video = document.querySelector('video')
        if (video === null) requestAnimationFrame(look)
        else {
          video.requestVideoFrameCallback((now) => {
            window.firstPictureMs = now - event.timeStamp
          })
        }
      }
      look()
    },
    { capture: true, once: true },
  )
}
