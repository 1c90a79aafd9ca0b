import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProgrammeId } from '@ulan/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLab, type Lab } from '../../lab/lab.ts'
import { type S3Server, startS3Server } from '../../lab/s3-server.ts'
import { freePort, REPOSITORY } from '../../lab/server-process.ts'
import { launchBrowser, openPage, type ScreenOptions, TABLET_LANDSCAPE, TV_SCREEN } from '../fixtures/browser.ts'
import { renderClip } from '../fixtures/clip.ts'
import { publishClip } from '../fixtures/published.ts'

/** The rule that the README asks a bucket to have, word for word but for the address of the product. */
async function corsRule(origin: string): Promise<string> {
  const readme = await readFile(join(REPOSITORY, 'README.md'), 'utf8')
  const rule = /```xml\n(<CORSConfiguration>[\s\S]*?)```/.exec(readme)?.[1]
  if (rule === undefined) throw new Error('the README has no CORS rule')
  return rule.replace('https://legal.example.cn', origin)
}

describe('watching what lies in a bucket', () => {
  let s3: S3Server
  let lab: Lab
  let browser: Browser
  let programme: ProgrammeId

  beforeAll(async () => {
    const port = await freePort()
    s3 = await startS3Server(await corsRule(`http://127.0.0.1:${port}`))
    lab = await createLab({ env: s3.environment('media'), port })
    const clip = await renderClip({ seconds: 12, widthPx: 426, heightPx: 240 })
    programme = await publishClip(await lab.signIn(), clip, { 'zh-Hans': '草原上的法庭' })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
    await s3?.close()
  })

  it.each<[string, (lab: Lab) => string, ScreenOptions]>([
    ['tablet', ({ tabletUrl }) => tabletUrl, TABLET_LANDSCAPE],
    ['television', ({ tvUrl }) => tvUrl, TV_SCREEN],
  ])(
    'a %s plays it, pictures and playlists from the product, segments and lists of pictures from the bucket, and goes nowhere else',
    async (_device, urlOf, screen) => {
      const { page, faults, close } = await openPage(browser, lab.origin, screen)
      const before = s3.seen.length
      await page.goto(`${urlOf(lab)}#/play/${programme}`)
      const isMoving = (): boolean => (document.querySelector('video')?.currentTime ?? 0) > 1
      await page.waitForFunction(isMoving, undefined, { timeout: 60_000 })
      // The server signs its own requests in their headers.
      const fetched = s3.seen.slice(before).filter(({ query }) => query.has('X-Amz-Signature'))
      expect(fetched.some(({ path, status }) => path.endsWith('.m4s') && status === 200)).toBe(true)
      expect(fetched.every(({ path }) => /\.(m4s|mp4|vtt)$/.test(path))).toBe(true)
      expect(faults.filter((fault) => !fault.startsWith(`left the origin: ${s3.endpoint}/`))).toEqual([])
      await close()
    },
  )
})
