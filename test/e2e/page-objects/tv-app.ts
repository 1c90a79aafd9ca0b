import type { Page } from 'playwright-core'
import { waitUntil } from '../../lab/wait-until.ts'
import type { RemoteKey } from '../../tools/webdriver-session.ts'
import { countUnpainted, hidePictures, watchPosters } from './tv-painting.ts'

export type TvPage = 'Home' | 'Programme' | 'Series' | 'Player' | 'Quiz' | 'Search' | 'Settings' | 'Diagnostics' | 'Welcome' | 'Kids'
export type TvKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Enter' | 'Backspace' | 'ContextMenu'
export type VideoState = {
  readonly seconds: number
  readonly durationSeconds: number
  readonly isPaused: boolean
  readonly hasEnded: boolean
}

/** What a keyboard sends for the keys of a remote control. */
export const REMOTE: Readonly<Record<RemoteKey, TvKey>> = {
  left: 'ArrowLeft',
  right: 'ArrowRight',
  up: 'ArrowUp',
  down: 'ArrowDown',
  ok: 'Enter',
  back: 'Backspace',
  menu: 'ContextMenu',
}

/** Page expressions shared with the set-top-box test, which has no playwright. */
export const TV_FOCUS =
  'window.__app === undefined ? [] : window.__app.focusPath.map((part) => part.ref).filter((ref) => ref !== undefined)'

function placeOnPad(letter: string): { readonly row: number; readonly column: number } {
  const at = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'.indexOf(letter)
  if (letter === '' || at < 0) throw new Error(`no key of the pad: ${letter}`)
  return { row: Math.floor(at / 6), column: at % 6 }
}

/** The television, by remote control alone; what is on the screen is read, never touched. */
export class TvApp {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url)
    // The app itself has the focus before its first page, which takes it from whatever is pressed until then.
    const first = await this.waitForFocus('the first screen', (refs) => refs.length > 2)
    if (!first.includes('Welcome')) return
    // A new box asks for the language; the one that is lit is its own.
    await this.press('Enter')
    await this.waitForFocus('the page behind', (refs) => refs.length > 2 && !refs.includes('Welcome'))
  }

  async press(key: TvKey, times = 1): Promise<void> {
    for (let count = 0; count < times; count += 1) await this.page.keyboard.press(key)
  }

  /** Refs of the focused component and all around it, outermost first. */
  focus(): Promise<readonly string[]> {
    return this.page.evaluate<readonly string[]>(TV_FOCUS)
  }

  /** Whether what stands at a path now has the focus: one that was there before may have had the same name. */
  isLit(path: string): Promise<boolean> {
    return this.page.evaluate((at) => {
      const app = window.__app
      const there = app?.tag(at)
      return there !== undefined && app?.focusPath.includes(there) === true
    }, path)
  }

  /** Waits until the focus lies within all the named refs. */
  async waitForFocusIn(...refs: readonly string[]): Promise<readonly string[]> {
    return this.waitForFocus(`focus in ${refs.join(' > ')}`, (path) => refs.every((ref) => path.includes(ref)))
  }

  /** Waits until something within the named ref has the focus. */
  async waitForFocusWithin(ref: string): Promise<readonly string[]> {
    return this.waitForFocus(`focus within ${ref}`, (path) => path.includes(ref) && path.at(-1) !== ref)
  }

  async waitForPage(page: TvPage): Promise<void> {
    await this.waitForFocusIn(page)
  }

  hash(): string {
    return new URL(this.page.url()).hash
  }

  /** Presses ↓ to a rail of the page and → to one of its cards, seeing each step. */
  async goToCard(rail: number, item: number): Promise<void> {
    for (let row = 0; row <= rail; row += 1) {
      await this.press('ArrowDown')
      await this.waitForFocusIn(`Rail${row}`)
    }
    for (let column = 1; column <= item; column += 1) {
      await this.press('ArrowRight')
      await this.waitForFocusIn(`Rail${rail}`, `Item${column}`)
    }
  }

  /** From the top of a page: ↑ to the search in the header, and OK. */
  async openSearch(): Promise<void> {
    await this.press('ArrowUp')
    await this.waitForFocusIn('Header', 'Find')
    await this.press('Enter')
    await this.waitForFocusIn('Search', 'KeyA')
  }

  /** From the top of a page: ↑ to the header, → to the settings, and OK. */
  async openSettings(): Promise<void> {
    await this.press('ArrowUp')
    await this.waitForFocusIn('Header', 'Find')
    await this.press('ArrowRight')
    await this.waitForFocusIn('Header', 'Settings')
    await this.press('Enter')
    await this.waitForFocusIn('Settings', 'Language')
  }

  /** From a row of the settings to another, in either writing. Rows may still come meanwhile: where it stands is seen at each step. */
  async goToSetting(ref: string): Promise<void> {
    const rows = 'App.Page.Settings.Rows'
    const readOrder = () => this.page.evaluate((path) => (window.__app?.tag(path)?.children ?? []).map((row) => row.ref ?? ''), rows)
    for (;;) {
      const order = await waitUntil(`the setting ${ref}`, readOrder, (refs) => refs.includes(ref), 45_000)
      const from = (await this.focus()).at(-1) ?? ''
      if (from === ref) return
      const isOn = order.indexOf(ref) > order.indexOf(from)
      const isStanding = await this.isVertical(`${rows}.Language.Frame.Value`)
      await this.press(isStanding ? (isOn ? 'ArrowRight' : 'ArrowLeft') : isOn ? 'ArrowDown' : 'ArrowUp')
      await this.waitForFocus(`a setting beside ${from}`, (refs) => refs.includes('Settings') && refs.at(-1) !== from)
    }
  }

  /** Types letters on the pad of the search page, the focus being on it: along its rows of six from A to 9. */
  async typeLetters(letters: string): Promise<void> {
    for (const letter of letters) {
      const [from, to] = [placeOnPad((await this.focus()).at(-1)?.slice(-1) ?? ''), placeOnPad(letter)]
      await this.press(to.row > from.row ? 'ArrowDown' : 'ArrowUp', Math.abs(to.row - from.row))
      await this.press(to.column > from.column ? 'ArrowRight' : 'ArrowLeft', Math.abs(to.column - from.column))
      await this.waitForFocusIn('Pad', `Key${letter}`)
      await this.press('Enter')
    }
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

  /** Lets the film run so many times as fast. */
  async hurryFilm(speed: number): Promise<void> {
    await this.page.evaluate((rate) => {
      for (const video of document.querySelectorAll('video')) video.playbackRate = rate
    }, speed)
  }

  /** → until the film is over, as somebody impatient would. */
  async seekToEnd(): Promise<void> {
    await waitUntil(
      'the end of the film',
      async () => {
        const video = await this.video()
        if (video !== null && !video.hasEnded && video.durationSeconds - video.seconds > 4) {
          await this.press('ArrowRight')
          // A second press before the first has taken effect would reach the panel that follows the film.
          await this.waitForVideo('the jump', (now) => now.hasEnded || now.seconds > video.seconds + 3)
        }
        return this.focus()
      },
      (focus) => focus.includes('EndPanel'),
      90_000,
    )
  }

  /** Presses → along a row of buttons to one of them. */
  async goToButton(ref: string): Promise<void> {
    while (!(await this.focus()).includes(ref)) {
      const before = (await this.focus()).at(-1)
      await this.press('ArrowRight')
      await this.waitForFocus(`a button after ${before}`, (refs) => refs.at(-1) !== before)
    }
  }

  /** How many font files of a family are there. */
  loadedFaces(family: string): Promise<number> {
    return this.page.evaluate(
      (name) => [...document.fonts].filter((face) => face.family.replaceAll('"', '') === name && face.status === 'loaded').length,
      family,
    )
  }

  /** Is the text of this label drawn in columns? Undefined while there is no such label. */
  isVertical(path: string): Promise<boolean | undefined> {
    return this.page.evaluate((label) => window.__app?.tag(label)?.shownLayout?.isVertical, path)
  }

  /** Is this part of the page on the screen now? */
  isSeen(path: string): Promise<boolean> {
    return this.page.evaluate((name) => window.__app?.tag(name)?.active === true, path)
  }

  /** Is the picture of this element on the screen? */
  isPainted(path: string): Promise<boolean> {
    return this.page.evaluate((name) => {
      const element = window.__app?.tag(name)
      return element?.active === true && element.texture?.isLoaded() === true
    }, path)
  }

  watchPosters(): Promise<void> {
    return this.page.evaluate(watchPosters)
  }

  /** How faint any poster on the screen has been since `watchPosters`: 1 is in full colour throughout. */
  faintestPoster(): Promise<number | undefined> {
    return this.page.evaluate(() => window.faintestPoster)
  }

  /** The words of a label, as it was asked to show them. */
  words(path: string): Promise<string | undefined> {
    return this.page.evaluate((label) => window.__app?.tag(label)?.shown?.split('|')[0], path)
  }

  /** Takes pictures off the screen, in the next frame: what is left are words on their grounds. */
  async hidePictures(): Promise<void> {
    await this.page.evaluate(hidePictures)
    await this.frames()
  }

  /** Waits for the frame that a key just pressed is drawn in. */
  async frames(): Promise<void> {
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  }

  /** Waits until everything on the screen has its picture and all motion has come to rest: what a screenshot then shows is finished. */
  async settle(): Promise<void> {
    await this.page.waitForLoadState('networkidle')
    await waitUntil(
      'the pictures on the screen',
      () => this.page.evaluate(countUnpainted),
      (count) => count === 0,
      45_000,
    )
    await this.page.evaluate(async () => {
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
      // The longest motion is 0.2 s; it is counted in frames, since a slow machine draws fewer of them a second.
      for (let count = 0; count < 30; count += 1) await frame()
    })
  }

  private waitForFocus(what: string, accept: (refs: readonly string[]) => boolean): Promise<readonly string[]> {
    return waitUntil(what, () => this.focus(), accept, 45_000, 40)
  }
}
