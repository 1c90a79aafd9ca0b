import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { placeOfKey, settingsOfPlace } from '@ulan/media/cue/cue-settings'
import { mpegtsOfDelay, writeWebVtt } from '@ulan/media/cue/webvtt-writer'
import { type CueRegion, regionsOfCues } from '@ulan/player/core/cue-region'
import type { Browser, Page } from 'playwright-core'
import { build, type Plugin } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSample, SAMPLE_CUE_FILES, type SeenCue, seenFrom } from '../../lab/sample-cue-files.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { launchBrowser } from '../fixtures/browser.ts'
import { REGION_CUES } from '../fixtures/published-tracks.ts'

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

type PlacedCue = { readonly startTime: number; readonly endTime: number; readonly text: string; readonly region?: CueRegion }

/** Cues and their regions as Chromium's own parser reads them, which it does behind a flag. */
const readRegionsByTrack = (page: Page, text: string): Promise<PlacedCue[]> =>
  page.evaluate(
    (vtt) =>
      new Promise<PlacedCue[]>((resolve) => {
        const track = document.createElement('track')
        track.src = URL.createObjectURL(new Blob([vtt], { type: 'text/vtt' }))
        track.addEventListener('load', () => {
          const cues = [...(track.track.cues ?? [])] as VTTCue[] // a WebVTT track has no others
          resolve(
            cues.map(({ startTime, endTime, text: words, region }) => ({
              ...{ startTime, endTime, text: words },
              ...(region && {
                region: {
                  widthPercent: region.width,
                  lines: region.lines,
                  anchor: { xPercent: region.regionAnchorX, yPercent: region.regionAnchorY },
                  viewportAnchor: { xPercent: region.viewportAnchorX, yPercent: region.viewportAnchorY },
                  isScrolling: region.scroll === 'up',
                },
              }),
            })),
          )
        })
        document.querySelector('video')?.append(track)
        track.track.mode = 'hidden'
      }),
    text,
  )

/** Regions with settings good, bad and repeated. */
const REGION_FILES = {
  'two speakers': REGION_CUES,
  nonsense: `WEBVTT

REGION
id:a width:150% width:33.5% width:-1% width:x lines:2 lines:-1 lines:two scroll:down regionanchor:50% regionanchor:10%,200%

REGION
id:b  regionanchor:25%,75%	viewportanchor:5%,x viewportanchor:1%,2.5%
scroll:up : x: :y colour:red

REGION
id:a lines:5

REGION
no name

00:01.000 --> 00:02.000 region:a
一

00:01.000 --> 00:02.000 region:b region:c
二

00:02.000 --> 00:03.000 region:b
三

00:02.000 --> 00:04.000 region:a
四
`,
}

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

/** Two seconds of white, on which a cue's box is all that is dark. */
async function whiteFilm(): Promise<string> {
  const white = ['-f', 'lavfi', '-i', 'color=c=white:size=64x36:rate=25:duration=2', '-pix_fmt', 'yuv420p']
  const format = ['-c:v', 'libx264', '-movflags', 'frag_keyframe+empty_moov', '-f', 'mp4', '-']
  const { stdout } = await promisify(execFile)('ffmpeg', ['-v', 'error', '-nostdin', ...white, ...format], { encoding: 'buffer' })
  return `data:video/mp4;base64,${stdout.toString('base64')}`
}

/** Above the browser's own controls. */
const SEEN_HEIGHT_PX = 250

/** Shows one cue over a film, stopped at a picture; with the browser's controls, since they take columns at line numbers away. */
const showCue = (page: Page, film: string, settings: string): Promise<void> =>
  page.evaluate(
    async ([source, cueSettings]) => {
      document.body.innerHTML = '<video muted controls width="640" height="360" style="display:block"></video>'
      const video = document.querySelector('video')
      if (video === null) throw new Error('no video')
      video.src = source
      const track = document.createElement('track')
      track.src = URL.createObjectURL(new Blob([`WEBVTT\n\n00:00:00.000 --> 00:01:00.000 ${cueSettings}\nAA\n`], { type: 'text/vtt' }))
      const loaded = new Promise((resolve) => track.addEventListener('load', resolve))
      video.append(track)
      track.track.mode = 'showing'
      await loaded
      await video.play()
      video.pause()
    },
    [film, settings] as const,
  )

/** Columns of pixels in which something dark is seen, as shares of the picture's width; undefined when nothing is. */
async function darkAcross(page: Page): Promise<readonly [number, number] | undefined> {
  const picture = (await page.screenshot({ clip: { x: 0, y: 0, width: 640, height: SEEN_HEIGHT_PX } })).toString('base64')
  return page.evaluate(async (png) => {
    const image = new Image()
    image.src = `data:image/png;base64,${png}`
    await image.decode()
    const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')
    pen?.drawImage(image, 0, 0)
    const pixels = pen?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray()
    const dark = [...Array(pixels.length / 4).keys()].filter((at) => (pixels[at * 4] ?? 255) < 60).map((at) => at % image.width)
    const first = dark.reduce((least, x) => Math.min(least, x), image.width)
    const last = dark.reduce((most, x) => Math.max(most, x), 0)
    return dark.length === 0 ? undefined : ([first / image.width, last / image.width] as const)
  }, picture)
}

describe('our WebVTT in a real browser', () => {
  let browser: Browser
  let page: Page
  let film: string

  beforeAll(async () => {
    browser = await launchBrowser()
    film = await whiteFilm()
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

  it.each(Object.entries(REGION_FILES))('regions are those that Chromium reads behind a flag: %s', async (_, text) => {
    const flagged = await launchBrowser(['--enable-blink-features=WebVTTRegions'])
    try {
      const other = await flagged.newPage()
      await other.setContent('<video></video>')
      const cues = await readRegionsByTrack(other, text)
      const ours = regionsOfCues(text, cues)
      // Whether a cue with a line of its own drops out is decided when it is placed.
      const seen = cues.filter(({ text: words }) => !words.includes('马头琴'))
      expect(seen.map(({ region }) => region).filter((region) => region !== undefined).length).toBeGreaterThan(2)
      expect(seen.map((cue) => ours.get(cue))).toEqual(seen.map(({ region }) => region))
    } finally {
      await flagged.close()
    }
  })

  it.each([
    ['lr', 2, 0.05],
    ['lr', 7, 0.05],
    ['lr', 5, 0.5],
    ['lr', 9, 0.85],
    ['rl', 2, 0.85],
    ['rl', 4, 0.05],
    ['rl', 8, 0.5],
    ['rl', 6, 0.85],
  ] as const)('shows a column (%s, key %s of the numpad) from %s of the width on', async (vertical, key, from) => {
    const place = placeOfKey(key)
    if (place === undefined) throw new Error('no such key')
    await showCue(page, film, settingsOfPlace(place, vertical))
    const seen = await waitUntil(
      'a cue on the picture',
      () => darkAcross(page),
      (across) => across !== undefined,
      20_000,
      100,
    )
    expect(seen?.[0]).toBeCloseTo(from, 1)
    expect(seen?.[1]).toBeLessThan(1)
  })
})
