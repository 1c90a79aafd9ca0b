/** Scenes are drawn in a 1920×1080 space; layers reach from `LEFT` to `RIGHT`, so that a camera may glide over them. */
export const LEFT = -240
export const RIGHT = 2160
export const WIDTH = 1920
export const HEIGHT = 1080

/** How fast a layer glides past the camera, in px of the 1280×720 clip per 4 frames: whole numbers keep the motion even. */
type Glide = 0 | 1 | 2

/** A picture as wide as the scene. */
export type StillLayer = {
  readonly kind: 'still'
  readonly svg: string
  readonly glide: Glide
  readonly bob?: Bob
  /** Nothing is drawn above this height: a clip need not move empty pixels. A multiple of 3, so that it falls on a px of the clip. */
  readonly top: number
}

/** Slow swing up and down, in px of the scene. */
type Bob = { readonly heightPx: number; readonly periodSeconds: number }

/** A small drawing with a life of its own: its frames are drawn in a box and shown one after another. */
export type SpriteLayer = {
  readonly kind: 'sprite'
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly frames: readonly string[]
  readonly framesPerSecond: number
  readonly glide: Glide
  readonly bob?: Bob
  /** Slow swing to and fro, as of a bow. */
  readonly sway?: { readonly widthPx: number; readonly periodSeconds: number }
  /** Own way across the scene, px per second. */
  readonly drift?: { readonly x: number; readonly y: number }
}

/** Back to front. The first layer is opaque. */
export type Scene = readonly (StillLayer | SpriteLayer)[]

export const still = (glide: Glide, ...parts: readonly string[]): StillLayer => ({ kind: 'still', svg: parts.join(''), glide, top: 0 })

/** A layer of which all is below `top`, such as the grass before the viewer. */
export const low = (top: number, glide: Glide, ...parts: readonly string[]): StillLayer => ({
  ...still(glide, ...parts),
  top: top - (top % 3),
})

/** Neighbours that glide together are one picture: fewer layers to lay over each other, the same to see. */
export function mergeStills(scene: Scene): Scene {
  const merged: (StillLayer | SpriteLayer)[] = []
  for (const [index, layer] of scene.entries()) {
    const under = merged.at(-1)
    const canMerge =
      index > 1 && under?.kind === 'still' && layer.kind === 'still' && under.glide === layer.glide && !under.bob && !layer.bob
    if (canMerge) merged[merged.length - 1] = { ...under, svg: under.svg + layer.svg, top: Math.min(under.top, layer.top) }
    else merged.push(layer)
  }
  return merged
}
