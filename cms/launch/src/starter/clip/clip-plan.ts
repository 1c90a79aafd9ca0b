import type { Chapter } from '@ulan/contract'
import { HEIGHT, LEFT, RIGHT, type Scene, type SpriteLayer, type StillLayer, WIDTH } from '../artwork/scene.ts'
import { composeTune, type Mood, type Tune } from './tune.ts'

const CLIP_WIDTH = 1280
const CLIP_HEIGHT = 720
export const FRAMES_PER_SECOND = 25
/** From px of the scene to px of the clip. */
export const SCALE = CLIP_WIDTH / WIDTH

/** A picture of the clip: what part of the scene it shows and how it moves, as ffmpeg expressions of the frame number n. */
export type ClipLayer = {
  readonly name: string
  readonly kind: 'ground' | 'still' | 'sprite' | 'title' | 'citation'
  readonly widthPx: number
  readonly heightPx: number
  readonly frames: number
  readonly framesPerSecond: number
  readonly x: string
  readonly y: string
  /** Fades in at the first and has faded out at the second; whole clip when absent. */
  readonly visibleSeconds?: readonly [number, number]
}

/** Everything about a clip that can be known before anything is drawn. */
export type ClipPlan = {
  readonly id: string
  readonly seconds: number
  readonly frames: number
  readonly layers: readonly ClipLayer[]
  readonly tune: Tune
}

/** What composing a clip takes, in px laid over all its frames; to tell a cheap clip from a dear one. */
export function clipCost(plan: ClipPlan): number {
  return plan.frames * plan.layers.reduce((sum, layer) => sum + layer.widthPx * layer.heightPx, 0)
}

/** What the words of a clip need to know. */
type ClipWish = { readonly id: string; readonly scene: Scene; readonly seconds: number; readonly mood: Mood; readonly seed: number }

/** Part of the scene that the title and the citation cover. */
export const TITLE_BOX = { x: 1260, y: 0, width: WIDTH - 1260, height: HEIGHT } as const
export const CITATION_BOX = { x: 0, y: 780, width: WIDTH, height: HEIGHT - 780 } as const

type Span = readonly [startSeconds: number, endSeconds: number]
/** When the title stands over the scene, and the article that the clip closes with. */
const TITLE_SPAN: Span = [1, 5.6]
const citationSpan = (seconds: number): Span => [seconds - 6.6, seconds - 0.7]

/** The chapters of a clip of so many seconds: it opens, fading in, until its title has gone, and its law stands there to be read. */
export function clipChapters(seconds: number): Chapter[] {
  const [startSeconds, endSeconds] = citationSpan(seconds)
  return [
    { kind: 'opening', startSeconds: 0, endSeconds: TITLE_SPAN[1] },
    { kind: 'law-explained', startSeconds: inTenths(startSeconds), endSeconds: inTenths(endSeconds) },
  ]
}

const inTenths = (seconds: number): number => Math.round(seconds * 10) / 10

/** Plans a clip; pure, the same wish gives the same plan. */
export function planClip(wish: ClipWish): ClipPlan {
  const frames = wish.seconds * FRAMES_PER_SECOND
  const layers = wish.scene.map((layer, index) =>
    layer.kind === 'still' ? stillLayer(layer, index, frames) : spriteLayer(layer, index, frames),
  )
  const title = wordsLayer('title', TITLE_BOX, TITLE_SPAN)
  const citation = wordsLayer('citation', CITATION_BOX, citationSpan(wish.seconds))
  return {
    id: wish.id,
    seconds: wish.seconds,
    frames,
    layers: [...layers, title, citation],
    tune: composeTune(wish.seed, wish.seconds, wish.mood),
  }
}

function stillLayer(layer: StillLayer, index: number, frames: number): ClipLayer {
  return {
    name: `layer-${index}`,
    kind: index === 0 ? 'ground' : 'still',
    widthPx: index === 0 ? CLIP_WIDTH : Math.round((RIGHT - LEFT) * SCALE),
    heightPx: CLIP_HEIGHT - Math.round(layer.top * SCALE),
    frames: 1,
    framesPerSecond: 1,
    x: index === 0 ? '0' : `${Math.round(LEFT * SCALE)}${glideOf(layer.glide, frames)}`,
    y: `${Math.round(layer.top * SCALE)}${bobOf(layer.bob)}`,
  }
}

function spriteLayer(layer: SpriteLayer, index: number, frames: number): ClipLayer {
  const drift = layer.drift ?? { x: 0, y: 0 }
  // The drawing is where the poster shows it at the middle of the clip.
  const driftOf = (perSecond: number): string =>
    perSecond === 0 ? '' : `${signed(perSecond * SCALE)}*(n-${frames / 2})/${FRAMES_PER_SECOND}`
  const sway =
    layer.sway === undefined
      ? ''
      : `${signed((layer.sway.widthPx / 2) * SCALE)}*sin(2*PI*n/${layer.sway.periodSeconds * FRAMES_PER_SECOND})`
  return {
    name: `layer-${index}`,
    kind: 'sprite',
    widthPx: Math.round(layer.box.width * SCALE),
    heightPx: Math.round(layer.box.height * SCALE),
    frames: layer.frames.length,
    framesPerSecond: layer.framesPerSecond,
    x: `${Math.round(layer.box.x * SCALE)}${glideOf(layer.glide, frames)}${driftOf(drift.x)}${sway}`,
    y: `${Math.round(layer.box.y * SCALE)}${driftOf(drift.y)}${bobOf(layer.bob)}`,
  }
}

function wordsLayer(
  kind: 'title' | 'citation',
  box: typeof TITLE_BOX | typeof CITATION_BOX,
  visibleSeconds: readonly [number, number],
): ClipLayer {
  const [widthPx, heightPx] = [Math.round(box.width * SCALE), Math.round(box.height * SCALE)]
  return {
    name: kind,
    kind,
    widthPx,
    heightPx,
    frames: 1,
    framesPerSecond: 1,
    x: String(Math.round(box.x * SCALE)),
    y: String(Math.round(box.y * SCALE)),
    visibleSeconds,
  }
}

/** The camera glides to the right, so everything near goes left; in the middle of the clip all stands as on the poster. */
function glideOf(glide: number, frames: number): string {
  return glide === 0 ? '' : `-floor((n-${frames / 2})*${glide}/4)`
}

function bobOf(bob: StillLayer['bob']): string {
  return bob === undefined ? '' : `${signed(bob.heightPx * SCALE)}*sin(2*PI*n/${bob.periodSeconds * FRAMES_PER_SECOND})`
}

const signed = (value: number): string => `${value < 0 ? '-' : '+'}${Math.abs(Math.round(value * 1000) / 1000)}`
