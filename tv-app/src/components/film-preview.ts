import { Lightning } from '@lightningjs/sdk'
import type { StoryboardPicture } from '@ulan/player'
import { EDGE, PREVIEW, SCREEN, type Writing } from '../layout.ts'
import { COLOURS, FOCUS, RADIUS } from '../theme.ts'
import { ringTexture } from './canvas-texture.ts'
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
      alpha: 0,
      Image: {},
      Ring: { x: -RING_PX, y: -RING_PX, color: COLOURS.outline },
    }
  }

  /** Shows a picture, or fades away. */
  show(picture: StoryboardPicture | undefined, writing: Writing): void {
    this.setSmooth('alpha', picture === undefined ? 0 : 1, { duration: FOCUS.moveSeconds })
    if (picture === undefined) return
    const box = fitPiece(picture, PREVIEW)
    this.patch({ ...box, y: PREVIEW.bottomYPx[writing], Image: box })
    showPiece(part(this.getByRef('Image')), picture)
    const ring = { widthPx: box.w + 2 * RING_PX, heightPx: box.h + 2 * RING_PX }
    part(this.getByRef('Ring')).texture = ringTexture(this.stage, ring, RADIUS.pill, RING_PX)
  }
}
