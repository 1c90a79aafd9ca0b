import type { Lightning } from '@lightningjs/sdk'
import { COLOURS, edge, RADIUS } from '../theme.ts'
import { cornersTexture, framedCornersTexture, framedTexture, panelTexture } from './canvas-texture.ts'

type Size = { readonly widthPx: number; readonly heightPx: number }

/** Textures in colours of their own are left as they are by white. */
const AS_PAINTED = 0xffffffff

/** Gives an element a ground with round corners to write on, with an edge where the look has one. */
export function setGround(element: Lightning.Element, size: Size, radius: number = RADIUS.panel, colour: number = COLOURS.surface): void {
  const line = edge()
  element.texture =
    line === undefined ? panelTexture(element.stage, size, radius) : framedTexture(element.stage, size, radius, colour, line)
  element.color = line === undefined ? colour : AS_PAINTED
}

/** Rounds the picture that the element lies over, and edges it likewise. */
export function setCorners(element: Lightning.Element, size: Size, radius: number): void {
  const line = edge()
  element.texture =
    line === undefined
      ? cornersTexture(element.stage, size, radius)
      : framedCornersTexture(element.stage, size, radius, COLOURS.ground, line)
  element.color = line === undefined ? COLOURS.ground : AS_PAINTED
}
