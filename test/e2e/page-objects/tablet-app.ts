import type { ProgrammeId } from '@ulan/contract'
import type { Locator, Page } from 'playwright-core'
import { waitUntil } from '../../lab/wait-until.ts'
import type { VideoState } from './tv-app.ts'

export type Flow = 'horizontal' | 'vertical'
export type ColumnBox = { readonly widthPx: number; readonly heightPx: number; readonly writingMode: string; readonly fontFamily: string }

/** The tablet, by touch alone, by the words its users read on the screen. */
export class TabletApp {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url)
    await this.page.locator('main').waitFor()
  }

  card(id: ProgrammeId): Locator {
    return this.page.locator(`a.card-link[href="#/programme/${id}"]`).first()
  }

  async tapCard(id: ProgrammeId): Promise<void> {
    await this.card(id).scrollIntoViewIfNeeded()
    await this.card(id).tap()
    await this.page.waitForURL(`**/#/programme/${id}`)
  }

  async tapLink(name: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).tap()
  }

  async tapButton(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).tap()
  }

  async chooseLanguage(name: '中文' | 'ᠮᠣᠩᠭᠣᠯ'): Promise<void> {
    await this.tapButton(name)
  }

  flow(): Promise<string | undefined> {
    return this.page.evaluate(() => document.documentElement.dataset['flow'])
  }

  /** How a text really lies: a column is taller than it is wide and is set by a vertical writing mode. */
  box(text: Locator): Promise<ColumnBox> {
    return text.evaluate((element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      const { width: widthPx, height: heightPx } = range.getBoundingClientRect()
      const { writingMode, fontFamily } = getComputedStyle(element)
      return { widthPx, heightPx, writingMode, fontFamily }
    })
  }

  /** How far the page reaches beyond the screen in each direction, px. */
  overflow(): Promise<{ readonly acrossPx: number; readonly downPx: number }> {
    return this.page.evaluate(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
      return { acrossPx: scrollWidth - clientWidth, downPx: scrollHeight - clientHeight }
    })
  }

  video(): Promise<VideoState | null> {
    return this.page.evaluate(() => {
      const video = document.querySelector('video')
      if (video === null) return null
      const { currentTime: seconds, duration, paused: isPaused, ended: hasEnded } = video
      return { seconds, durationSeconds: Number.isFinite(duration) ? duration : 0, isPaused, hasEnded }
    })
  }

  async waitForVideo(what: string, accept: (video: VideoState) => boolean, timeoutMs = 60_000): Promise<VideoState> {
    const state = await waitUntil(
      what,
      () => this.video(),
      (video) => video !== null && accept(video),
      timeoutMs,
    )
    if (state === null) throw new Error('unreachable: the wait accepts only a video')
    return state
  }

  /** Brings the controls over a running picture, as a touch on it does. */
  async showControls(): Promise<void> {
    const quiet = this.page.locator('.stage-quiet')
    if ((await quiet.count()) > 0) await this.page.getByRole('button', { name: '显示控制' }).tap()
    await this.page.getByLabel('播放进度').waitFor()
  }

  /** Puts the thumb of the time line to a place, 0 to 1, by touch. */
  async seekTo(fraction: number): Promise<void> {
    await this.showControls()
    const line = this.page.getByLabel('播放进度')
    const box = await line.boundingBox()
    if (box === null) throw new Error('the time line is not on the screen')
    await this.page.touchscreen.tap(box.x + box.width * fraction, box.y + box.height / 2)
  }

  async settle(): Promise<void> {
    await this.page.waitForLoadState('networkidle')
    await this.page.evaluate(async () => {
      await document.fonts.ready
      const pictures = [...document.querySelectorAll('img')].filter((picture) => picture.loading !== 'lazy')
      await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined))) // a broken picture is judged by eye
    })
  }
}
