import type { PictureCrop } from '@ulan/contract'
import { type ReactNode, useEffect, useRef } from 'react'

export type Drawable = HTMLImageElement | HTMLVideoElement

type Props = {
  readonly words: { readonly tv: string; readonly tablet: string }
  readonly title: string
  readonly drawable: Drawable | null
  readonly crop: PictureCrop
  /** Changes when the drawable shows something else. */
  readonly moment: number | string
}

/** As drawn on both: the television's is the larger one. */
const WIDTH_PX = 480
const HEIGHT_PX = 270

/** How what is framed looks as a card of the television and of the tablet. */
export const PosterPreviews = ({ words, title, ...shown }: Props): ReactNode => (
  <div className="poster-previews">
    <figure className="card-preview is-tv">
      <figcaption className="small">{words.tv}</figcaption>
      <div className="card-preview-ground">
        <CardPicture {...shown} label={words.tv} />
        <span className="card-preview-title">{title}</span>
      </div>
    </figure>
    <figure className="card-preview is-tablet">
      <figcaption className="small">{words.tablet}</figcaption>
      <div className="card-preview-ground">
        <CardPicture {...shown} label={words.tablet} />
        <span className="card-preview-title">{title}</span>
      </div>
    </figure>
  </div>
)

type PictureProps = Pick<Props, 'drawable' | 'crop' | 'moment'> & { readonly label: string }

const CardPicture = ({ drawable, crop, moment, label }: PictureProps): ReactNode => {
  const canvas = useRef<HTMLCanvasElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a film at another moment is the same element
  useEffect(() => {
    const pen = canvas.current?.getContext('2d')
    if (drawable === null || pen === null || pen === undefined) return
    const [width, height] =
      drawable instanceof HTMLVideoElement ? [drawable.videoWidth, drawable.videoHeight] : [drawable.naturalWidth, drawable.naturalHeight]
    pen.imageSmoothingQuality = 'high'
    pen.drawImage(drawable, crop.left * width, crop.top * height, crop.width * width, crop.height * height, 0, 0, WIDTH_PX, HEIGHT_PX)
  }, [drawable, crop, moment])
  return <canvas ref={canvas} width={WIDTH_PX} height={HEIGHT_PX} role="img" aria-label={label} />
}
