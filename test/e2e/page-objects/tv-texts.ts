import type { TvElement } from './tv-element.ts'

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
/** One text as it stands on the screen, px of the 1920×1080 frame. */
export type TvText = {
  /** Refs from the app to the label. */
  readonly path: string
  readonly text: string
  readonly box: Box
  /** Its end is missing, and an ellipsis says so. */
  readonly isCut: boolean
  /** The size of its letters that was asked for, px. */
  readonly fontSizePx: number
}

/** 5 % of each side is kept free of anything that must be read. */
const SAFE: Box = { left: 96, top: 54, right: 1824, bottom: 1026 }
/** Lines are further apart than letters are high: so much of a box on each side is empty, and half a pixel is rounding. */
const AIR_PX = 6

/**
 * Runs in the page and must hold all it needs: the texts that a viewer is meant to read now. Cards and rails that only peek in
 * from beyond the edge show that there are more; their words are read when the focus brings them in.
 */
export function readTvTexts(): readonly TvText[] {
  const texts: TvText[] = []
  const boxOf = (element: TvElement): Box | undefined => {
    const corners = element.core?.getCornerPoints()
    if (corners === undefined) return undefined
    const [xs, ys] = [corners.filter((_, at) => at % 2 === 0), corners.filter((_, at) => at % 2 === 1)]
    return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
  }
  const isPeeking = (element: TvElement): boolean => {
    const box = boxOf(element)
    if (box === undefined) return false
    if (/^Rail\d+$/.test(element.ref ?? '')) return box.top > 1026 - 40
    if (!/^Item\d+$/.test(element.ref ?? '')) return false
    const frame = element.tag('Frame')
    const { right } = (frame === undefined ? undefined : boxOf(frame)) ?? box
    return right > 1824 + 1 || box.top > 1026 - 40
  }
  const walk = (element: TvElement, path: string): void => {
    if (element.active !== true || isPeeking(element)) return
    const here = element.ref === undefined ? path : `${path}.${element.ref}`
    const shown = typeof element.shown === 'string' ? /^(.*)\|[\w-]+\|(\{.*\})$/s.exec(element.shown) : null
    const box = boxOf(element)
    if (shown !== null && element.shownLayout !== undefined && box !== undefined) {
      const { fontSizePx } = JSON.parse(shown[2] ?? '{}')
      // A text that scrolls is seen through its window.
      const [left, top, width, height] = element.core?._scissor ?? [box.left, box.top, box.right - box.left, box.bottom - box.top]
      const seen = {
        left: Math.max(box.left, left ?? 0),
        top: Math.max(box.top, top ?? 0),
        right: Math.min(box.right, (left ?? 0) + (width ?? 0)),
        bottom: Math.min(box.bottom, (top ?? 0) + (height ?? 0)),
      }
      texts.push({ path: here, text: shown[1] ?? '', box: seen, isCut: element.shownLayout.isCut, fontSizePx })
    }
    for (const child of element.children ?? []) walk(child, here)
  }
  const app = window.__app?.tag('App')
  // What lies over everything is read alone.
  const over = ['Reading', 'Question'].map((ref) => app?.tag(ref)).find((panel) => panel?.active === true)
  const root = over ?? app
  if (root !== undefined) walk(root, '')
  return texts
}

/** Texts that reach into the edge of the screen. */
export const outsideOf = (texts: readonly TvText[]): readonly string[] =>
  texts
    .filter(({ box }) => {
      // Above and below its letters the box of a line is empty.
      const isHigh = box.top < SAFE.top - AIR_PX || box.bottom > SAFE.bottom + AIR_PX
      return isHigh || box.left < SAFE.left - 1 || box.right > SAFE.right + 1
    })
    .map(({ path, text, box }) => `${path} ${text} ${JSON.stringify(box)}`)

/** Pairs of texts of which one lies on the other. */
export function overlapsOf(texts: readonly TvText[]): readonly string[] {
  const found: string[] = []
  for (const [at, { path, text, box }] of texts.entries()) {
    for (const other of texts.slice(at + 1)) {
      const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
      const height = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
      if (width > 2 * AIR_PX && height > 2 * AIR_PX) found.push(`${path} ${text} on ${other.path} ${other.text}`)
    }
  }
  return found
}
