import { Lightning } from '@lightningjs/sdk'
import { COLOURS, RADIUS } from '../theme.ts'
import { iconTexture } from './canvas-texture.ts'
import { ALMOST_CLEAR, fadeInWhenLoaded, loadImage } from './load-image.ts'
import { part } from './part.ts'
import { setCorners } from './set-ground.ts'

interface PictureSpec extends Lightning.Component.TemplateSpec {
  Ground: object
  Emblem: object
  Image: object
  Corners: object
}

const FADE_SECONDS = 0.18
const EMBLEM_PX = 88

/** A poster: a quiet surface until the picture has come, which fades in; round corners by one shared mask. */
export class Picture extends Lightning.Component<PictureSpec> {
  declare private url: string | undefined

  static override _template(): Lightning.Component.Template<PictureSpec> {
    return {
      Ground: { rect: true, colorTop: COLOURS.surfaceRaised, colorBottom: COLOURS.surface },
      Emblem: { mount: 0.5, color: COLOURS.outline },
      Image: { alpha: ALMOST_CLEAR },
      Corners: {},
    }
  }

  override _init(): void {
    fadeInWhenLoaded(this.image, FADE_SECONDS)
  }

  /** Sets the size; called once for each picture. */
  size(widthPx: number, heightPx: number): void {
    if (this.w === widthPx && this.h === heightPx) return
    this.patch({ w: widthPx, h: heightPx })
    const box = { w: widthPx, h: heightPx }
    this.patch({ Ground: box, Image: box, Emblem: { x: widthPx / 2, y: heightPx / 2 } })
    part(this.getByRef('Emblem')).texture = iconTexture(this.stage, 'brand', EMBLEM_PX)
    // One px wider than the picture on each side: scaling would let its edge shine through.
    const corners = part(this.getByRef('Corners'))
    corners.patch({ x: -1, y: -1, w: widthPx + 2, h: heightPx + 2 })
    setCorners(corners, { widthPx: widthPx + 2, heightPx: heightPx + 2 }, RADIUS.poster)
  }

  /** Shows the picture at a URL, or the emblem alone. */
  load(url: string | undefined): void {
    if (url === this.url) return
    this.url = url
    loadImage(this.image, url)
  }

  private get image(): Lightning.Element {
    return part(this.getByRef('Image'))
  }
}
