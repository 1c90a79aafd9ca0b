import type { Locale } from '@ulan/contract'
import { CUE_SIZES, type CueSize } from '../core/cue-place.ts'
import { activeAt, untilChange } from '../core/cue-timeline.ts'
import { Lifetime } from '../core/lifetime.ts'
import { riseOverRegions } from '../core/region-place.ts'
import { makeCueBox } from './cue-box.ts'
import { type CueList, readCues } from './read-cues.ts'
import { RegionBoxes, type RegionCue } from './region-boxes.ts'

/** Subtitles of a title in one language. */
export type CueTrack = {
  readonly locale: Locale
  readonly url: string
  /** What the file says, where that is known: then the address is only its name. */
  readonly text?: string
}

/** What lies at the head, at the foot and at the left edge of a picture, px. */
type Room = { readonly headPx: number; readonly footPx: number; readonly edgePx?: number }

/** Subtitles over a picture: lines at its foot, columns at its left edge, both at once where both are chosen. */
export type CueOverlay = {
  /** Shows these tracks, and no others. */
  show(tracks: readonly CueTrack[]): void
  resize(size: CueSize): void
  /** Keeps clear of what stands along the sides of the picture. */
  leave(room: Room): void
  destroy(): void
}

type Shown = CueList & { readonly track: CueTrack }

/** Nothing is nearer to the edges of the picture. */
const MARGIN = '4%'
/** As `inset` says it, which set-top boxes do not know. */
const WHOLE = { top: '0', right: '0', bottom: '0', left: '0' } as const
/** Columns leave the picture and the lines so much of the width. */
const EDGE_SHARE = 0.55
const SHRINK_FACTOR = 0.88
const SHRINK_STEPS = 6
/** A server that is away for a moment is asked again so soon. */
const ASK_AGAIN_MILLISECONDS = 5_000
/** Events after which another cue may be due. */
const MOMENTS = ['timeupdate', 'seeking', 'seeked', 'playing', 'pause', 'ratechange', 'ended', 'emptied'] as const

/** Draws subtitles of `video` into `host`, which covers the picture. */
export function createCueOverlay(video: HTMLVideoElement, host: HTMLElement): CueOverlay {
  return new DomCueOverlay(video, host)
}

class DomCueOverlay implements CueOverlay {
  readonly #video: HTMLVideoElement
  readonly #host: HTMLElement
  readonly #layer = document.createElement('div')
  /** Columns without a place of their own, and those with one. */
  readonly #edge = document.createElement('div')
  readonly #columns = document.createElement('div')
  /** What is left beside the columns: lines without a place of their own, and those with one. */
  readonly #lines = document.createElement('div')
  readonly #foot = document.createElement('div')
  readonly #own = document.createElement('div')
  readonly #regions = new RegionBoxes(this.#own)
  readonly #lifetime = new Lifetime()
  /** Over when what is being read is not wanted any more. */
  #reading = new Lifetime()
  #shown: readonly Shown[] = []
  #drawn: readonly VTTCue[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #size: CueSize = 'medium'

  constructor(video: HTMLVideoElement, host: HTMLElement) {
    this.#video = video
    this.#host = host
    this.#build()
    for (const moment of MOMENTS) this.#lifetime.listen(video, moment, () => this.#update())
    this.#lifetime.listen(globalThis, 'resize', () => this.#fit())
    this.#fit()
  }

  show = (tracks: readonly CueTrack[]): void => {
    this.#reading.end()
    this.#reading = new Lifetime()
    this.#shown = this.#shown.filter(({ track }) => tracks.some((wanted) => wanted.url === track.url))
    const reading = this.#reading
    for (const track of tracks) if (!this.#shown.some((one) => one.track.url === track.url)) void this.#read(track, reading)
    this.#update()
  }

  resize = (size: CueSize): void => {
    this.#size = size
    this.#fit()
  }

  leave = ({ headPx, footPx, edgePx = 0 }: Room): void => {
    const padding = (px: number): string => (px > 0 ? `${px}px` : MARGIN)
    Object.assign(this.#layer.style, { paddingTop: padding(headPx), paddingBottom: padding(footPx), paddingLeft: padding(edgePx) })
    this.#fit()
  }

  destroy = (): void => {
    this.#lifetime.end()
    this.#reading.end()
    clearTimeout(this.#timer)
    this.#layer.remove()
  }

  #build(): void {
    this.#layer.className = 'cues'
    // Readers speak what is said aloud anyway; a box that changes every second would drown everything else.
    this.#layer.setAttribute('aria-hidden', 'true')
    const stack = { display: 'flex', alignItems: 'center' }
    Object.assign(this.#layer.style, {
      position: 'absolute',
      ...WHOLE,
      padding: MARGIN,
      boxSizing: 'border-box',
      display: 'flex',
      writingMode: 'horizontal-tb',
      pointerEvents: 'none',
      overflow: 'hidden',
    })
    // Columns take what they need; lines have the rest, so that neither ever lies over the other.
    Object.assign(this.#edge.style, { ...stack, flex: 'none', flexDirection: 'row', minHeight: '0' })
    Object.assign(this.#lines.style, { flex: '1', minWidth: '0', position: 'relative' })
    Object.assign(this.#foot.style, { ...stack, height: '100%', flexDirection: 'column', justifyContent: 'flex-end', position: 'relative' })
    for (const own of [this.#own, this.#columns]) Object.assign(own.style, { position: 'absolute', ...WHOLE })
    for (const part of [this.#foot, this.#own]) this.#lines.appendChild(part)
    for (const part of [this.#edge, this.#lines, this.#columns]) this.#layer.appendChild(part)
    this.#host.appendChild(this.#layer)
  }

  /** In the chosen size, or in a smaller one when that is too large for all there is to be read. */
  #fit(): void {
    let fontPx = this.#host.clientHeight * CUE_SIZES[this.#size]
    for (let step = 0; step <= SHRINK_STEPS; step += 1) {
      this.#layer.style.fontSize = `${Math.round(fontPx)}px`
      this.#regions.lay(Math.round(fontPx))
      if (!this.#isTight()) break
      fontPx *= SHRINK_FACTOR
    }
    this.#raiseFoot()
  }

  /** Lines at the foot make room for a region that is there. */
  #raiseFoot(): void {
    this.#foot.style.bottom = '0'
    const boxes = [...this.#foot.children].map((box) => box.getBoundingClientRect())
    if (boxes.length === 0) return
    const foot = {
      left: Math.min(...boxes.map(({ left }) => left)),
      right: Math.max(...boxes.map(({ right }) => right)),
      top: Math.min(...boxes.map(({ top }) => top)),
      bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
    }
    const rise = riseOverRegions(foot, this.#regions.rects(), this.#foot.getBoundingClientRect().top)
    this.#foot.style.bottom = `${rise}px`
  }

  #isTight(): boolean {
    const { scrollHeight, clientHeight } = this.#foot
    if (this.#regions.isTight()) return true
    return scrollHeight > clientHeight + 1 || this.#edge.offsetWidth > this.#layer.clientWidth * EDGE_SHARE
  }

  async #read(track: CueTrack, reading: Lifetime): Promise<void> {
    const list = await readCues(track)
    if (reading.isOver) return
    if (list === undefined) {
      setTimeout(() => reading.isOver || void this.#read(track, reading), ASK_AGAIN_MILLISECONDS)
      return
    }
    this.#shown = [...this.#shown, { track, ...list }]
    this.#update()
  }

  #update(): void {
    if (this.#lifetime.isOver) return
    const { currentTime, ended, paused, playbackRate } = this.#video
    // What lies over a film that has ended is not to lie over its last words, which may be meant to stand longer.
    const due = this.#shown.map((shown) => ({ ...shown, cues: ended ? [] : activeAt(shown.cues, currentTime) }))
    const all = due.flatMap(({ cues }) => cues)
    if (all.length !== this.#drawn.length || all.some((cue, index) => cue !== this.#drawn[index])) this.#draw(due)
    this.#drawn = all
    clearTimeout(this.#timer)
    const seconds = untilChange(
      this.#shown.flatMap(({ cues }) => cues),
      currentTime,
    )
    // Elements tell the time four times a second; a cue that comes between is not to be late.
    if (seconds !== undefined && !paused) this.#timer = setTimeout(() => this.#update(), (seconds * 1000) / Math.max(0.1, playbackRate))
  }

  #draw(due: readonly Shown[]): void {
    for (const area of [this.#edge, this.#columns, this.#foot, this.#own]) area.textContent = ''
    const regional: RegionCue[] = []
    for (const { track, cues, regions } of due) {
      for (const cue of cues) {
        const { box, place } = makeCueBox(cue, track.locale, regions.get(cue))
        if (place.area === 'region') regional.push({ cue, region: place.region, box })
        else if (place.flow === 'columns') (place.area === 'own' ? this.#columns : this.#edge).appendChild(box)
        else (place.area === 'own' ? this.#own : this.#foot).appendChild(box)
      }
    }
    this.#regions.draw(regional)
    this.#fit()
  }
}
