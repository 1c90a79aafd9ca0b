import type { TvElement } from './tv-element.ts'

const FRAME = { widthPx: 1920, heightPx: 1080 }
/** A pixel of rounding at the edge of the frame. */
const SLACK_PX = 1

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
export type TvScreen = {
  /** Refs of the focus path, outermost first. */
  readonly focus: readonly string[]
  /** What is drawn of the focused thing, px of the 1920×1080 frame; undefined when nothing is. */
  readonly focusBox: Box | undefined
  /** Every text of the Lightning tree that could be seen now. */
  readonly texts: readonly string[]
  readonly hash: string
  readonly hasVideo: boolean
  /** A page has been asked for and is not there yet. */
  readonly isOnItsWay: boolean
}

/** Runs in the page and must hold all it needs: what a viewer sees now, read from the Lightning tree. */
export function readTvScreen(): TvScreen {
  const path = window.__app?.focusPath ?? []
  const texts: string[] = []
  const collectTexts = (element: TvElement): void => {
    if (element.visible === false || element.alpha === 0) return
    // A label keeps `text|locale|slot`.
    const text = element.active === true && typeof element.shown === 'string' ? /^(.*)\|[\w-]+\|\{/s.exec(element.shown)?.[1] : undefined
    if (text !== undefined) texts.push(text)
    for (const child of element.children ?? []) collectTexts(child)
  }
  const boxes: Box[] = []
  const collectBoxes = (element: TvElement): void => {
    if (element.visible === false || element.alpha === 0) return
    const { core, texture } = element
    if (element.active === true && core !== undefined && texture !== undefined && texture !== null) {
      const corners = core.getCornerPoints()
      const [xs, ys] = [corners.filter((_, at) => at % 2 === 0), corners.filter((_, at) => at % 2 === 1)]
      const [left = 0, top = 0, width = 1920, height = 1080] = core._scissor ?? []
      boxes.push({
        left: Math.max(left, Math.min(...xs)),
        top: Math.max(top, Math.min(...ys)),
        right: Math.min(left + width, Math.max(...xs)),
        bottom: Math.min(top + height, Math.max(...ys)),
      })
    }
    for (const child of element.children ?? []) collectBoxes(child)
  }
  const root = window.__app?.stage.root
  if (root !== undefined) collectTexts(root)
  const focused = path.at(-1)
  if (focused !== undefined) collectBoxes(focused)
  const focusBox =
    boxes.length === 0
      ? undefined
      : {
          left: Math.min(...boxes.map((box) => box.left)),
          top: Math.min(...boxes.map((box) => box.top)),
          right: Math.max(...boxes.map((box) => box.right)),
          bottom: Math.max(...boxes.map((box) => box.bottom)),
        }
  const focus = path.map((part) => part.ref).filter((ref) => typeof ref === 'string')
  const app = window.__app?.tag('App')
  const hasVideo = document.querySelector('video') !== null
  return { focus, focusBox, texts, hash: location.hash, hasVideo, isOnItsWay: app?.heading !== app?.trail }
}

/** Of everything but texts: what a viewer would call broken, unless it is about to pass. */
export function complaintsAbout({ focus, focusBox, hasVideo, isOnItsWay }: TvScreen): readonly string[] {
  if (isOnItsWay) return ['the page that was asked for is not there']
  const end = focus.at(-1)
  if (focus.length < 2 || end === undefined) return [`the focus path is empty: ${focus.join(' > ')}`]
  // A film that runs has no lit button; the keys belong to the film.
  if (end === 'Player' && hasVideo) return []
  if (focusBox === undefined) return [`nothing is drawn of ${focus.join(' > ')}`]
  const { left, top, right, bottom } = focusBox
  const isInside = left >= -SLACK_PX && top >= -SLACK_PX && right <= FRAME.widthPx + SLACK_PX && bottom <= FRAME.heightPx + SLACK_PX
  return isInside && right > left && bottom > top ? [] : [`${focus.join(' > ')} is out of the frame: ${JSON.stringify(focusBox)}`]
}
