import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { placeOfKey, settingsOfPlace } from '@ulan/media/cue/cue-settings'
import { mpegtsOfDelay, writeWebVtt } from '@ulan/media/cue/webvtt-writer'
import type { Browser, Page } from 'playwright-core'
import { build, type Plugin } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSample, SAMPLE_CUE_FILES, type SeenCue, seenFrom } from '../../lab/sample-cue-files.ts'
import { launchBrowser } from '../fixtures/browser.ts'

const DELAY_SECONDS = 2 / 25

/** hls.js is published with its sources, but not with the packages that its build puts into it; of those this parser uses one function. */
const HLS_PACKAGES: Plugin = {
  name: 'hls-packages',
  resolveId: (id) => (/^[@\w]/.test(id) ? `\0package:${id}` : null),
  load: (id) => (id.startsWith('\0package:') ? 'export const utf8ArrayToStr = (bytes) => new TextDecoder().decode(bytes)' : null),
}

/** The parser of subtitle segments inside hls.js, by itself; the package offers only the whole player. */
async function hlsParserScript(): Promise<string> {
  const folder = dirname(createRequire(import.meta.url).resolve('hls.js/package.json'))
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [HLS_PACKAGES],
    define: { __USE_M2TS_ADVANCED_CODECS__: 'true', __VERSION__: '"0"' },
    build: {
      write: false,
      minify: false,
      rolldownOptions: { shimMissingExports: true },
      lib: { entry: join(folder, 'src/utils/webvtt-parser.ts'), formats: ['iife'], name: 'hlsCues' },
    },
  })
  const [output] = Array.isArray(built) ? built : []
  const chunk = output?.output[0]
  if (chunk?.type !== 'chunk') throw new Error('hls.js: no script was built')
  return chunk.code
}

/** Cues as the browser's own track sees them. */
const readByTrack = (page: Page, text: string): Promise<SeenCue[]> =>
  page.evaluate(
    (vtt) =>
      new Promise<SeenCue[]>((resolve, reject) => {
        const track = document.createElement('track')
        track.src = URL.createObjectURL(new Blob([vtt], { type: 'text/vtt' }))
        track.addEventListener('error', () => reject(new Error('the track was refused')))
        track.addEventListener('load', () => {
          const cues = [...(track.track.cues ?? [])] as VTTCue[] // a WebVTT track has no others
          resolve(
            cues.map(({ id, startTime, endTime, text: words, vertical, line, snapToLines, position, size, align }) => ({
              ...{ id, startTime, endTime, text: words, vertical, line, snapToLines, position, size, align },
            })),
          )
        })
        document.querySelector('video')?.append(track)
        track.track.mode = 'hidden'
      }),
    text,
  )

/** Start and end of each cue in seconds of the media, as hls.js places them where media time 0 is tick 0. */
const timesByHls = (page: Page, text: string): Promise<[number, number][]> =>
  page.evaluate(
    (vtt) =>
      new Promise<[number, number][]>((resolve, reject) => {
        const { parseWebVTT } = Reflect.get(window, 'hlsCues')
        const spans = { ccOffset: 0, presentationOffset: 0, 0: { start: 0, prevCC: -1, new: true } }
        const done = (cues: VTTCue[]): void => resolve(cues.map(({ startTime, endTime }) => [startTime, endTime]))
        parseWebVTT(new TextEncoder().encode(vtt).buffer, { baseTime: 0, timescale: 90_000, trackId: 0 }, spans, 0, 0, done, reject)
      }),
    text,
  )

/** Share of the picture's width at which the dark box of the shown cue begins and ends. */
async function shownAcross(page: Page, settings: string): Promise<readonly [number, number]> {
  await page.evaluate(async (cueSettings) => {
    document.body.innerHTML = '<video muted width="640" height="360" style="display:block"></video>'
    const video = document.querySelector('video')
    const canvas = document.createElement('canvas')
    const pen = canvas.getContext('2d')
    if (video === null || pen === null) throw new Error('no video')
    Object.assign(canvas, { width: 64, height: 36 })
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, 64, 36)
    const track = document.createElement('track')
    track.src = URL.createObjectURL(new Blob([`WEBVTT\n\n00:00:00.000 --> 01:00:00.000 ${cueSettings}\nAA\n`], { type: 'text/vtt' }))
    video.append(track)
    track.track.mode = 'showing'
    await new Promise((resolve) => track.addEventListener('load', resolve))
    video.srcObject = canvas.captureStream(25)
    await video.play()
    await new Promise((resolve) => video.requestVideoFrameCallback(() => requestAnimationFrame(resolve)))
  }, settings)
  const picture = (await page.screenshot({ clip: { x: 0, y: 0, width: 640, height: 360 } })).toString('base64')
  return page.evaluate(async (png) => {
    const image = new Image()
    image.src = `data:image/png;base64,${png}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const pen = canvas.getContext('2d')
    pen?.drawImage(image, 0, 0)
    const pixels = pen?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray()
    const dark = [...Array(pixels.length / 4).keys()].filter((at) => (pixels[at * 4] ?? 255) < 60).map((at) => at % image.width)
    return [Math.min(...dark) / image.width, Math.max(...dark) / image.width] as const
  }, picture)
}

describe('our WebVTT in a real browser', () => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await launchBrowser()
    page = await browser.newPage({ viewport: { width: 640, height: 360 } })
    await page.setContent('<video></video>')
    await page.addScriptTag({ content: await hlsParserScript() })
  })
  afterAll(async () => {
    await browser?.close()
  })

  it.each(Object.keys(SAMPLE_CUE_FILES))('%s has the same cues, times and settings', async (name) => {
    const file = readSample(name)
    expect(await readByTrack(page, writeWebVtt(file, { mpegts: 7200 }))).toEqual(file.cues.map(seenFrom))
  })

  it.each(Object.keys(SAMPLE_CUE_FILES))('%s is placed by hls.js where the pictures are, late by their reordering', async (name) => {
    const file = readSample(name)
    const times = await timesByHls(page, writeWebVtt(file, { mpegts: mpegtsOfDelay(DELAY_SECONDS) }))
    const late = (ms: number): unknown => expect.closeTo(ms / 1000 + DELAY_SECONDS, 4)
    expect(times).toEqual(file.cues.map(({ startMs, endMs }) => [late(startMs), late(endMs)]))
  })

  it('shows columns where they were put', async () => {
    const keys = [1, 2, 4, 5, 7, 9]
    for (const [vertical, edge] of [
      ['lr', 0.05],
      ['rl', 0.85],
    ] as const) {
      for (const key of keys) {
        const place = placeOfKey(key)
        if (place === undefined) throw new Error(`no key ${key}`)
        const from = key === 2 ? edge : { left: 0.05, center: 0.5, right: 0.85 }[place.across]
        const [left, right] = await shownAcross(page, settingsOfPlace(place, vertical))
        expect([vertical, key, left]).toEqual([vertical, key, expect.closeTo(from, 1)])
        expect(right).toBeLessThan(1)
      }
    }
  })
})
