import { Lightning } from '@lightningjs/sdk'
import type { StoryboardPicture } from '@ulan/player'
import { EDGE, PREVIEW, SCREEN, type Writing } from '../layout.ts'
import { COLOURS, FOCUS, RADIUS } from '../theme.ts'
import { ringTexture } from './canvas-texture.ts'
import { ALMOST_CLEAR } from './load-image.ts'
import { part } from './part.ts'
import { fitPiece, showPiece } from './storyboard-piece.ts'

interface FilmPreviewSpec extends Lightning.Component.TemplateSpec {
  Image: object
  Ring: object
}

const RING_PX = 3

/** A film in small pictures, one after the other, in a frame at the foot of the key art. */
export class FilmPreview extends Lightning.Component<FilmPreviewSpec> {
  static override _template(): Lightning.Component.Template<FilmPreviewSpec> {
    return {
      mount: 1,
      x: SCREEN.widthPx - EDGE.xPx,
      alpha: ALMOST_CLEAR,
      Image: {},
      Ring: { x: -RING_PX, y: -RING_PX, color: COLOURS.outline },
    }
  }

  /** An empty frame says nothing: it comes with its first picture. */
  override _init(): void {
    part(this.getByRef('Image')).on('txLoaded', () => this.fadeTo(1))
  }

  /** Shows a picture, or fades away. */
  show(picture: StoryboardPicture | undefined, writing: Writing): void {
    if (picture === undefined) {
      this.fadeTo(0)
      return
    }
    const box = fitPiece(picture, PREVIEW)
    this.patch({ ...box, y: PREVIEW.bottomYPx[writing], Image: box })
    showPiece(part(this.getByRef('Image')), picture)
    const ring = { widthPx: box.w + 2 * RING_PX, heightPx: box.h + 2 * RING_PX }
    part(this.getByRef('Ring')).texture = ringTexture(this.stage, ring, RADIUS.pill, RING_PX)
  }

  private fadeTo(alpha: number): void {
    this.setSmooth('alpha', alpha, { duration: FOCUS.moveSeconds })
  }
}
