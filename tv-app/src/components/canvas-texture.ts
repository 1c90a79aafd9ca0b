import { Lightning } from '@lightningjs/sdk'
import { drawingContext } from '../text/text-painter.ts'
import { SHADE } from '../theme.ts'
import { ICON_PATHS, type IconName } from './icon-paths.ts'

type Size = { readonly widthPx: number; readonly heightPx: number }
export type CanvasTexture = InstanceType<typeof Lightning.textures.StaticCanvasTexture>

/** Painted in the next moment by the next texture, so what is on it goes up at once: Lightning would put that off between two frames. */
class PaintedTexture extends Lightning.textures.StaticCanvasTexture {
  protected override _getSourceLoader() {
    const load = super._getSourceLoader()
    const loadAtOnce: typeof load = (done, source) =>
      load((error, options) => done(error, options && { ...options, throttle: false }), source)
    return loadAtOnce
  }
}

/** All textures are painted on one canvas, one after another: a new one costs a slow box milliseconds. */
let ground: CanvasRenderingContext2D | undefined

function groundOf(stage: Lightning.Stage, size: Size): CanvasRenderingContext2D {
  // Where Lightning takes the canvas as it is, the driver paints it. Where it reads the pixels, they had better be in the processor's memory.
  ground ??= drawingContext(document.createElement('canvas'), !stage.getOption('forceTxCanvasSource'))
  const precision = stage.getRenderPrecision()
  // Another size empties it and takes back all that was set, even if it is the same.
  ground.canvas.width = Math.max(1, Math.ceil(size.widthPx * precision))
  ground.canvas.height = Math.max(1, Math.ceil(size.heightPx * precision))
  ground.scale(precision, precision)
  ground.fillStyle = '#fff'
  ground.strokeStyle = '#fff'
  return ground
}

/**
 * A texture painted when it is first drawn, in white (Lightning's `color` tints it), at the panel's precision; equal ids share one.
 * `ready` is awaited before, where fonts must come in.
 */
export function paintedTexture(
  stage: Lightning.Stage,
  id: string,
  size: Size,
  paint: (context: CanvasRenderingContext2D) => void,
  ready?: Promise<void>,
): CanvasTexture {
  const texture = new PaintedTexture(stage)
  const precision = stage.getRenderPrecision()
  Object.assign(texture, { precision }) // a setter that the type declarations leave out
  texture.content = {
    lookupId: `${id}|${size.widthPx}x${size.heightPx}@${precision}`,
    // The return value would be kept as a function that cancels loading, so there is none.
    factory: (done) => {
      const finish = (): void => {
        const context = groundOf(stage, size)
        paint(context)
        done(null, context.canvas)
      }
      if (ready === undefined) finish()
      else ready.then(finish, finish)
    },
  }
  return texture
}

function tracePill(context: CanvasRenderingContext2D, box: { x: number; y: number } & Size, radius: number): void {
  const { x, y, widthPx, heightPx } = box
  const r = Math.min(radius, widthPx / 2, heightPx / 2)
  context.beginPath()
  context.moveTo(x + r, y)
  context.arcTo(x + widthPx, y, x + widthPx, y + heightPx, r)
  context.arcTo(x + widthPx, y + heightPx, x, y + heightPx, r)
  context.arcTo(x, y + heightPx, x, y, r)
  context.arcTo(x, y, x + widthPx, y, r)
  context.closePath()
}

/** A filled rectangle with round corners. */
export const panelTexture = (stage: Lightning.Stage, size: Size, radius: number): CanvasTexture =>
  paintedTexture(stage, `panel ${radius}`, size, (context) => {
    tracePill(context, { x: 0, y: 0, ...size }, radius)
    context.fill()
  })

/** An outline with round corners that fills the size given. */
export const ringTexture = (stage: Lightning.Stage, size: Size, radius: number, linePx: number): CanvasTexture =>
  paintedTexture(stage, `ring ${radius} ${linePx}`, size, (context) => {
    const inset = linePx / 2
    tracePill(context, { x: inset, y: inset, widthPx: size.widthPx - linePx, heightPx: size.heightPx - linePx }, radius - inset)
    context.lineWidth = linePx
    context.stroke()
  })

/** What lies outside round corners: laid over a picture in the colour of the ground, it rounds it without a shader. */
export const cornersTexture = (stage: Lightning.Stage, size: Size, radius: number): CanvasTexture =>
  paintedTexture(stage, `corners ${radius}`, size, (context) => paintCorners(context, size, radius))

function paintCorners(context: CanvasRenderingContext2D, size: Size, radius: number): void {
  context.fillRect(0, 0, size.widthPx, size.heightPx)
  context.globalCompositeOperation = 'destination-out'
  tracePill(context, { x: 1, y: 1, widthPx: size.widthPx - 2, heightPx: size.heightPx - 2 }, radius)
  context.fill()
  context.globalCompositeOperation = 'source-over'
}

type Line = { readonly colour: number; readonly widthPx: number }

function strokeWithin(context: CanvasRenderingContext2D, box: { x: number; y: number } & Size, radius: number, line: Line): void {
  const inset = line.widthPx / 2
  const inner = { x: box.x + inset, y: box.y + inset, widthPx: box.widthPx - line.widthPx, heightPx: box.heightPx - line.widthPx }
  tracePill(context, inner, radius - inset)
  context.strokeStyle = cssColour(line.colour)
  context.lineWidth = line.widthPx
  context.stroke()
}

/** Two colours in one texture: it is painted in them, and not to be tinted. `fill` and the line's colour as Lightning has them. */
export const framedTexture = (stage: Lightning.Stage, size: Size, radius: number, fill: number, line: Line): CanvasTexture =>
  paintedTexture(stage, `framed ${radius} ${fill} ${line.colour} ${line.widthPx}`, size, (context) => {
    const box = { x: 0, y: 0, ...size }
    tracePill(context, box, radius)
    context.fillStyle = cssColour(fill)
    context.fill()
    strokeWithin(context, box, radius, line)
  })

/** The same round a picture: corners in the colour of the ground, and a line along the picture's edge. */
export const framedCornersTexture = (stage: Lightning.Stage, size: Size, radius: number, ground: number, line: Line): CanvasTexture =>
  paintedTexture(stage, `framed corners ${radius} ${ground} ${line.colour} ${line.widthPx}`, size, (context) => {
    context.fillStyle = cssColour(ground)
    paintCorners(context, size, radius)
    strokeWithin(context, { x: 1, y: 1, widthPx: size.widthPx - 2, heightPx: size.heightPx - 2 }, radius, line)
  })

const cssColour = (argb: number): string => `#${(argb % 0x1000000).toString(16).padStart(6, '0')}`

const FADE_STEPS = 16
const FADE_ENDS = { right: [0, 0, 256, 0], down: [0, 0, 0, 256], up: [0, 256, 0, 0] } as const

/** From solid to nothing along one side, eased, since a straight ramp shows an edge; how much of it stays solid the look says. */
export function fadeTexture(stage: Lightning.Stage, towards: keyof typeof FADE_ENDS): CanvasTexture {
  const { solid } = SHADE
  return paintedTexture(
    stage,
    `fade ${towards} ${solid}`,
    towards === 'right' ? { widthPx: 256, heightPx: 4 } : { widthPx: 4, heightPx: 256 },
    (context) => {
      const [x0, y0, x1, y1] = FADE_ENDS[towards]
      const gradient = context.createLinearGradient(x0, y0, x1, y1)
      for (let step = 0; step <= FADE_STEPS; step += 1) {
        const at = step / FADE_STEPS
        gradient.addColorStop(solid + (1 - solid) * at, `rgba(255,255,255,${(1 - at * at * (3 - 2 * at)).toFixed(4)})`)
      }
      context.fillStyle = gradient
      context.fillRect(0, 0, 256, 256)
    },
  )
}

/** A soft round glow: the ring of the waiting sign, and the light behind a picture still to come. */
export const arcTexture = (stage: Lightning.Stage, diameterPx: number): CanvasTexture =>
  paintedTexture(stage, 'arc', { widthPx: diameterPx, heightPx: diameterPx }, (context) => {
    context.lineWidth = diameterPx / 10
    context.lineCap = 'round'
    context.beginPath()
    context.arc(diameterPx / 2, diameterPx / 2, diameterPx * 0.42, 0, Math.PI * 1.4)
    context.stroke()
  })

const ICON_UNITS = 24

export const iconTexture = (stage: Lightning.Stage, name: IconName, sizePx: number): CanvasTexture =>
  paintedTexture(stage, `icon ${name}`, { widthPx: sizePx, heightPx: sizePx }, (context) => {
    const drawing: { readonly fill?: string; readonly stroke?: string } = ICON_PATHS[name]
    context.scale(sizePx / ICON_UNITS, sizePx / ICON_UNITS)
    context.lineWidth = 2
    context.lineCap = 'round'
    context.lineJoin = 'round'
    if (drawing.fill !== undefined) context.fill(new Path2D(drawing.fill))
    if (drawing.stroke !== undefined) context.stroke(new Path2D(drawing.stroke))
  })
