import type { ProgrammeId } from '@ulan/contract'
import type { Locator, Page } from 'playwright-core'
import { waitUntil } from '../../lab/wait-until.ts'
import type { VideoState } from './tv-app.ts'

export type ColumnBox = { readonly widthPx: number; readonly heightPx: number; readonly writingMode: string; readonly fontFamily: string }

const TOUCH_MS = 5000

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

  /** Straight to the picture, as by a link. */
  async openPlayer(url: string, id: ProgrammeId): Promise<void> {
    await this.page.goto(`${url}#/play/${id}/start`)
    await this.page.locator('video').waitFor()
  }

  card(id: ProgrammeId): Locator {
    return this.page.locator(`a.card-link[href="#/programme/${id}"]`).first()
  }

  cards(): Locator {
    return this.page.locator('a.card-link')
  }

  /** Opens an address of this page as a link does. */
  async followLink(hash: string): Promise<void> {
    await this.page.evaluate((target) => {
      location.hash = target
    }, hash)
  }

  async openSearch(): Promise<void> {
    await this.page.getByRole('link', { name: '搜索' }).tap()
    await this.searchField().waitFor()
  }

  searchField(): Locator {
    return this.page.getByRole('search').getByRole('textbox')
  }

  async tapCard(id: ProgrammeId): Promise<void> {
    await this.card(id).scrollIntoViewIfNeeded()
    await this.card(id).tap()
    await this.page.waitForURL(`**/#/programme/${id}`)
  }

  /** The main button of a programme: 播放, or 从 0:16 继续 for somebody who has seen that much of it. */
  async tapPlay(): Promise<void> {
    await this.page.locator('a.action-main[href^="#/play/"]').first().tap()
  }

  async tapButton(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).tap()
  }

  async chooseLanguage(name: '中文' | 'ᠮᠣᠩᠭᠣᠯ' | 'Монгол'): Promise<void> {
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

  async sizeOf(part: Locator): Promise<{ readonly widthPx: number; readonly heightPx: number }> {
    const { width, height } = (await part.boundingBox()) ?? { width: 0, height: 0 }
    return { widthPx: width, heightPx: height }
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

  /** Taps a control that lies over the picture; the controls go away by themselves, so a touch on the picture may be needed first. */
  async tapControl(name: string): Promise<void> {
    await this.overPicture(`the control ${name}`, () => this.page.getByRole('button', { name, exact: true }).tap({ timeout: TOUCH_MS }))
  }

  /** Touches the time line near its end, unless the film has got there by itself, and waits for what is offered then. */
  async hurryToEnd(): Promise<void> {
    const panel = this.page.getByRole('alertdialog')
    const line = this.page.getByLabel('播放进度')
    await this.overPicture('the end of the film', async () => {
      if ((await panel.count()) > 0) return
      const box = await line.boundingBox({ timeout: TOUCH_MS })
      if (box === null) throw new Error('the time line is not on the screen')
      await line.tap({ timeout: TOUCH_MS, position: { x: box.width * 0.93, y: box.height / 2 } })
    })
    await panel.waitFor({ timeout: 60_000 })
  }

  private async overPicture(what: string, touch: () => Promise<void>): Promise<void> {
    const attempt = async (): Promise<string> => {
      if ((await this.page.locator('.stage-quiet').count()) > 0)
        await this.page.locator('.picture-touch').tap({ timeout: TOUCH_MS, force: true })
      // The controls may have gone just before the touch, as they may for a person: then it is made again.
      return touch().then(
        () => 'touched',
        // On a busy machine the answer to a touch may be late: once it was made, it is not made again.
        (error: unknown) => (String(error).includes('performing tap action') ? 'touched' : String(error)),
      )
    }
    await waitUntil(what, attempt, (outcome) => outcome === 'touched', 30_000)
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
