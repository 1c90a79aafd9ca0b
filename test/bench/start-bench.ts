import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, openPage, TV_SCREEN } from '../e2e/fixtures/browser.ts'
import { realClip } from '../e2e/fixtures/clip.ts'
import { createLab, type Lab, waitForAsset } from '../lab/lab.ts'
import { REPOSITORY } from '../lab/server-process.ts'
import { round } from '../lab/statistics.ts'
import { waitUntil } from '../lab/wait-until.ts'
import { bareSegmentSeconds } from './bare-segment.ts'
import type { Measured, Row } from './report.ts'
import { installProbe, skipWelcome } from './tv-probe.ts'

const FIRST_RAIL = { quads: 8, images: 4, isRasterOn: true }
const KILOBYTE = 1000

/** What a newcomer waits for: the command to the first rail, the last uploaded byte to a picture, the bytes of a first visit. */
export async function benchStart(): Promise<Measured> {
  const browser = await launchBrowser()
  try {
    const start = await measureFirstStart(browser)
    const upload = await measureUpload()
    const bundles = await measureBundles()
    const method =
      'One run on an empty data folder, clients built before. The first rail is drawn when a frame has at least 8 quads after 4 pictures. Bundles: the scripts of a first visit without the player, gzip level 9.'
    return { rows: [...startRows(start), ...uploadRows(upload), ...bundles.map(bundleRow)], method, details: { start, upload, bundles } }
  } finally {
    await browser.close()
  }
}

type StartFigures = { readonly readySeconds: number; readonly firstRailSeconds: number; readonly firstPlayableSeconds: number }

async function measureFirstStart(browser: Browser): Promise<StartFigures> {
  const startedAt = performance.now()
  const elapsed = (): number => (performance.now() - startedAt) / 1000
  const lab = await createLab({ seed: 'starter', command: ['npm', 'start'] })
  try {
    const readySeconds = elapsed()
    const { page, close } = await openPage(browser, lab.origin, TV_SCREEN)
    await openUntilFirstRail(page, lab.tvUrl)
    const firstRailSeconds = elapsed()
    await close()
    const visitor = lab.visitor()
    await waitUntil(
      'a playable programme',
      () => visitor.must('listProgrammes'),
      (list) => list.items.some((card) => card.isPlayable),
      180_000,
    )
    return { readySeconds, firstRailSeconds, firstPlayableSeconds: elapsed() }
  } finally {
    await lab.stop()
  }
}

async function openUntilFirstRail(page: Page, url: string): Promise<void> {
  await page.addInitScript(skipWelcome)
  await page.addInitScript(installProbe, FIRST_RAIL)
  await page.goto(url, { waitUntil: 'commit' })
  await waitUntil(
    'the first rail',
    () => page.evaluate(() => window.frameLog?.readyAtMs ?? null),
    (at) => at !== null,
    60_000,
    30,
  )
}

type UploadFigures = { readonly previewSeconds: number; readonly readySeconds: number; readonly bareSegmentSeconds: number }

/** From the last byte of a 30 s clip: to a first segment a reviewer can watch, and to all rungs published. */
async function measureUpload(): Promise<UploadFigures> {
  const lab = await createLab({ seed: 'none', env: { LOG_LEVEL: 'error' } })
  try {
    const clip = await realClip()
    const bare = await bareSegmentSeconds(clip.bytes)
    const staff = await lab.signIn()
    const { uploadId } = await staff.upload(clip.bytes, clip.fileName)
    const lastByteAt = performance.now()
    const asset = await staff.must('createAsset', { body: { uploadId } })
    const previewed = await waitUntil(
      'a preview address',
      () => staff.must('readAsset', { params: { id: asset.id } }),
      (value) => value.previewUrl !== undefined || value.status === 'failed',
      60_000,
      20,
    )
    if (previewed.previewUrl === undefined) throw new Error(`no preview: ${JSON.stringify(previewed.problem)}`)
    await waitForFirstSegment(lab, previewed.previewUrl)
    const previewSeconds = (performance.now() - lastByteAt) / 1000
    await waitForAsset(staff, asset.id)
    return { previewSeconds, readySeconds: (performance.now() - lastByteAt) / 1000, bareSegmentSeconds: bare }
  } finally {
    await lab.stop()
  }
}

/** Follows the playlists as a player does, down to the bytes of the first video segment. */
async function waitForFirstSegment(lab: Lab, playlistUrl: string): Promise<void> {
  const visitor = lab.visitor()
  await waitUntil(
    'the first segment of the preview',
    async () => {
      let address = new URL(playlistUrl, lab.origin)
      for (let hop = 0; hop < 3; hop += 1) {
        const { status, text } = await visitor.raw('GET', address.pathname + address.search)
        if (status !== 200) return false
        if (!text.startsWith('#EXTM3U')) return text.length > 0
        const next = text.split('\n').find((line) => line !== '' && !line.startsWith('#'))
        if (next === undefined) return false
        address = new URL(next, address)
      }
      return false
    },
    (isThere) => isThere,
    60_000,
    20,
  )
}

const BUNDLES = [
  { name: 'TV modern', client: 'tv-app', list: 'modern', limitKilobytes: 140 },
  { name: 'TV legacy with polyfills', client: 'tv-app', list: 'legacy', limitKilobytes: 190 },
  { name: 'tablet', client: 'tablet-web', list: 'start', limitKilobytes: 130 },
] as const
type Bundle = (typeof BUNDLES)[number] & { readonly files: readonly { readonly file: string; readonly gzipBytes: number }[] }

/** Each build lists the scripts of a first visit, player apart, in `dist/start-files.json`. */
function measureBundles(): Promise<readonly Bundle[]> {
  return Promise.all(
    BUNDLES.map(async (bundle) => {
      const dist = join(REPOSITORY, bundle.client, 'dist')
      const lists: Readonly<Record<string, readonly string[]>> = JSON.parse(await readFile(join(dist, 'start-files.json'), 'utf8'))
      const scripts = (lists[bundle.list] ?? []).filter((file) => file.endsWith('.js'))
      if (scripts.length === 0) throw new Error(`${bundle.client} lists no scripts for ${bundle.list}`)
      const sized = scripts.map(async (file) => ({ file, gzipBytes: gzipSync(await readFile(join(dist, file)), { level: 9 }).length }))
      return { ...bundle, files: await Promise.all(sized) }
    }),
  )
}

const startRows = (figures: StartFigures): readonly Row[] => [
  { work: 'npm start to the addresses printed', unit: 's', ours: round(figures.readySeconds, 1) },
  { work: 'npm start to the first rail drawn', unit: 's', ours: round(figures.firstRailSeconds, 1) },
  {
    work: 'npm start to the first playable programme',
    unit: 's',
    ours: round(figures.firstPlayableSeconds, 1),
    aim: '≤ 60',
    isMet: figures.firstPlayableSeconds <= 60,
  },
]

function uploadRows(figures: UploadFigures): readonly Row[] {
  const limit = 2 * figures.bareSegmentSeconds + 1
  return [
    {
      work: 'last uploaded byte to watchable in preview',
      unit: 's',
      ours: round(figures.previewSeconds, 2),
      against: { name: 'one 4 s segment of the lowest rung by bare ffmpeg', value: round(figures.bareSegmentSeconds, 2) },
      ratio: round(figures.previewSeconds / figures.bareSegmentSeconds, 2),
      aim: '≤ 2 × + 1 s',
      isMet: figures.previewSeconds <= limit,
    },
    { work: 'last uploaded byte to all rungs published (30 s at 480p)', unit: 's', ours: round(figures.readySeconds, 1) },
  ]
}

function bundleRow(bundle: Bundle): Row {
  const kilobytes = bundle.files.reduce((sum, file) => sum + file.gzipBytes, 0) / KILOBYTE
  return {
    work: `start JS, ${bundle.name}`,
    unit: 'kB gzip',
    ours: round(kilobytes, 1),
    aim: `≤ ${bundle.limitKilobytes}`,
    isMet: kilobytes <= bundle.limitKilobytes,
  }
}
