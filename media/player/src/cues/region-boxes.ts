import type { CueRegion } from '../core/cue-region.ts'
import { placeOfRegion, type Rect, type Slot, slotsAfter } from '../core/region-place.ts'
import { LINE_FACTOR } from './cue-box.ts'

/** A cue as it is drawn in its region. */
export type RegionCue = { readonly cue: VTTCue; readonly region: CueRegion; readonly box: HTMLElement }

/** A region on the screen: its frame cuts off what is too much, its stack moves inside. */
type Drawn = {
  readonly frame: HTMLElement
  readonly stack: HTMLElement
  readonly slots: readonly Slot<VTTCue>[]
  readonly boxes: ReadonlyMap<VTTCue, HTMLElement>
}

/** WebVTT §7.1. */
const SCROLL_MILLISECONDS = 433

const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Regions of subtitles, drawn into `host`, the room that the picture has for lines. */
export class RegionBoxes {
  readonly #host: HTMLElement
  #drawn: ReadonlyMap<CueRegion, Drawn> = new Map()

  constructor(host: HTMLElement) {
    this.#host = host
  }

  /** Shows these cues, in the order in which they came, and no others. */
  draw(due: readonly RegionCue[]): void {
    const before = this.#drawn
    for (const { frame } of before.values()) frame.remove()
    const next = new Map<CueRegion, Drawn>()
    for (const { region } of due) {
      if (next.has(region)) continue
      const cues = due.filter((one) => one.region === region)
      next.set(region, this.#drawRegion(region, cues, before.get(region)))
    }
    this.#drawn = next
  }

  /** Puts each region in its place, in letters of this size. */
  lay(fontPx: number): void {
    const room = { heightPx: this.#host.clientHeight, linePx: fontPx * LINE_FACTOR }
    for (const [region, { frame }] of this.#drawn) {
      const { leftPercent, widthPercent, topPx, heightPx } = placeOfRegion(region, room)
      Object.assign(frame.style, { left: `${leftPercent}%`, width: `${widthPercent}%`, top: `${topPx}px`, height: `${heightPx}px` })
    }
  }

  /** Whether a cue is cut off: the newest one where older ones are pushed away, else any. */
  isTight(): boolean {
    return [...this.#drawn].some(([region, { frame, stack }]) => {
      const newest = stack.lastElementChild
      const heightPx = region.isScrolling && newest instanceof HTMLElement ? newest.offsetHeight : stack.offsetHeight
      return heightPx > frame.clientHeight + 1
    })
  }

  /** What the cues of each region take of it, from its foot up, be they still on their way or not. */
  rects(): readonly Rect[] {
    return [...this.#drawn.values()].map(({ frame, stack }) => {
      const { left, right, bottom, height } = frame.getBoundingClientRect()
      return { left, right, top: bottom - Math.min(height, stack.offsetHeight), bottom }
    })
  }

  #drawRegion(region: CueRegion, due: readonly RegionCue[], before: Drawn | undefined): Drawn {
    const cues = due.map(({ cue }) => cue)
    const slots = region.isScrolling ? cues.map((cue) => ({ cue, isFree: false })) : slotsAfter(before?.slots ?? [], cues)
    const boxes = new Map([...(before?.boxes ?? []), ...due.map(({ cue, box }) => [cue, box] as const)])
    const { frame, stack } = makeFrame(region)
    for (const { cue, isFree } of slots) {
      const box = boxes.get(cue)
      if (box === undefined) continue
      if (isFree) box.style.visibility = 'hidden'
      // The newest one stands below the others where it pushes them up, else on top of them.
      stack.insertBefore(box, region.isScrolling ? null : stack.firstChild)
    }
    this.#host.appendChild(frame)
    const drawn = { frame, stack, slots, boxes: new Map([...boxes].filter(([cue]) => slots.some((slot) => slot.cue === cue))) }
    if (region.isScrolling && before !== undefined) scrollUp(drawn, before)
    return drawn
  }
}

/** What is too much is cut off at the head of a region that scrolls, at the foot of one that does not (WebVTT §3.4). */
function makeFrame({ isScrolling }: CueRegion): Pick<Drawn, 'frame' | 'stack'> {
  const frame = document.createElement('div')
  const stack = document.createElement('div')
  const column = { display: 'flex', flexDirection: 'column' }
  Object.assign(frame.style, {
    ...column,
    position: 'absolute',
    overflow: 'hidden',
    justifyContent: isScrolling ? 'flex-end' : 'flex-start',
  })
  Object.assign(stack.style, { ...column, flex: 'none', marginTop: isScrolling ? '0' : 'auto' })
  frame.appendChild(stack)
  return { frame, stack }
}

/** Lets older lines, where there are any, move up by what came below them. */
function scrollUp({ stack, boxes }: Drawn, before: Drawn): void {
  const coming = [...boxes].filter(([cue]) => !before.boxes.has(cue)).map(([, box]) => box.offsetHeight)
  // Engines of older boxes (WPE before 2.28) cannot move an element by itself; there the lines are at once where they belong.
  if (coming.length === 0 || coming.length === boxes.size || isStill() || !('animate' in stack)) return
  const px = coming.reduce((sum, height) => sum + height, 0)
  stack.animate([{ transform: `translateY(${px}px)` }, { transform: 'none' }], { duration: SCROLL_MILLISECONDS, easing: 'ease-out' })
}
