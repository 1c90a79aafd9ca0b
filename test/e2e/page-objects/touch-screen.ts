import type { CDPSession, Page } from 'playwright-core'

export type Point = { readonly x: number; readonly y: number }
/** Something a finger would act on, at a point where nothing lies over it. */
export type Touchable = Point & { readonly name: string; readonly isWayHome: boolean }
export type TabletScreen = {
  readonly touchables: readonly Touchable[]
  /** Everything that can be read, also by a screen reader. */
  readonly texts: readonly string[]
  readonly path: string
  readonly hash: string
  /** Entries of this app below the present one. */
  readonly depth: number
  readonly isVertical: boolean
  /** How far the page reaches beyond the screen, px. */
  readonly acrossPx: number
  readonly downPx: number
}

/** Runs in the page and must hold all it needs. */
function readTabletScreen(): TabletScreen {
  const touchables: Touchable[] = []
  for (const element of document.querySelectorAll<HTMLElement>('a[href], button:not(:disabled), input:not(:disabled)')) {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const x = (Math.max(0, left) + Math.min(innerWidth, right)) / 2
    const y = (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight || right - left < 1 || bottom - top < 1) continue
    const hit = document.elementFromPoint(x, y)
    if (hit === null || !(element === hit || element.contains(hit))) continue
    const name = element.ariaLabel ?? element.getAttribute('href') ?? element.textContent
    touchables.push({ x, y, name, isWayHome: element.matches('.bar-back, .stage-head > .round, a[href="#/"]') })
  }
  const texts = [document.title]
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.checkVisibility() === true) texts.push(node.textContent ?? '')
  }
  const labels = [...document.querySelectorAll('[aria-label], [aria-valuetext]')].flatMap((element) => [
    element.ariaLabel ?? '',
    element.ariaValueText ?? '',
  ])
  const { scrollWidth, clientWidth, scrollHeight, clientHeight, dataset } = document.documentElement
  return {
    touchables,
    texts: [...texts, ...labels].map((text) => text.trim()).filter((text) => text !== ''),
    path: location.pathname,
    hash: location.hash === '' ? '#/' : location.hash,
    depth: history.state?.depth ?? 0,
    isVertical: dataset['flow'] === 'vertical',
    acrossPx: scrollWidth - clientWidth,
    downPx: scrollHeight - clientHeight,
  }
}

/** A tablet's glass: what lies under it, and fingers on it. */
export class TouchScreen {
  readonly #page: Page
  readonly #session: CDPSession

  private constructor(page: Page, session: CDPSession) {
    this.#page = page
    this.#session = session
  }

  static async of(page: Page): Promise<TouchScreen> {
    return new TouchScreen(page, await page.context().newCDPSession(page))
  }

  read(): Promise<TabletScreen> {
    return this.#page.evaluate(readTabletScreen)
  }

  tap({ x, y }: Point): Promise<void> {
    return this.#page.touchscreen.tap(x, y)
  }

  /** A finger drawn over the glass; it scrolls what it draws along. */
  async swipe(from: Point, to: Point): Promise<void> {
    const at = (share: number): Point => ({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share })
    await this.#touch('touchStart', [from])
    for (const share of [0.25, 0.5, 0.75, 1]) await this.#touch('touchMove', [at(share)])
    await this.#touch('touchEnd', [])
  }

  async #touch(type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
}
