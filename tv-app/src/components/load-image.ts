import { Lightning, Registry } from '@lightningjs/sdk'
import type { EarlyPictures } from '../platform/early-start.ts'

/** Lightning fetches no texture for an element that is quite invisible. */
export const ALMOST_CLEAR = 0.001

const AGAIN_AFTER_MS = [1500, 6000, 20_000]

/** Lets a picture fade in when it has come; one that fails is asked for again a few times, later and later. */
export function fadeInWhenLoaded(image: Lightning.Element, seconds: number): void {
  let failures = 0
  image.on('txLoaded', () => {
    failures = 0
    image.setSmooth('alpha', 1, { duration: seconds })
  })
  image.on('txError', () => {
    const pause = AGAIN_AFTER_MS[failures]
    const { src } = image
    failures += 1
    if (pause === undefined || src === undefined) return
    Registry.setTimeout(() => {
      // A fragment makes it another texture to Lightning and the same picture to the network.
      if (image.src === src) image.src = `${src.split('#')[0] ?? src}#${failures}`
    }, pause)
  })
}

/** Shows the picture at a site-absolute or full URL, at once if it is there; the image worker takes only full ones. */
export function loadImage(image: Lightning.Element, url: string | undefined): void {
  if (url === undefined) image.texture = null
  else image.src = fullUrl(url)
  image.alpha = image.texture?.source?.isLoaded() === true ? 1 : ALMOST_CLEAR
}

/** Puts decoded pictures where the first element to ask for one finds it; `isAtOnce` makes textures of them without being asked. */
export function adoptPictures(stage: Lightning.Stage, pictures: EarlyPictures, isAtOnce: boolean): void {
  for (const [url, bitmap] of Object.entries(pictures)) {
    const texture = new EarlyPicture(stage)
    texture.bitmap = bitmap
    texture.src = fullUrl(url) // equal addresses share one source
    if (isAtOnce) texture.load()
    else texture.source // asking for it makes it known
  }
}

class EarlyPicture extends Lightning.textures.ImageTexture {
  declare bitmap: Promise<ImageBitmap> | undefined

  /** The bitmap serves once: a texture freed and wanted again, or a bitmap that failed, is loaded as any other. */
  protected override _getSourceLoader() {
    const usual = super._getSourceLoader()
    type LoadOptions = Parameters<Parameters<typeof usual>[0]>[1]
    const loader: typeof usual = (done, source) => {
      const { bitmap } = this
      this.bitmap = undefined
      if (bitmap === undefined) return usual(done, source)
      bitmap.then(
        (decoded) => done(null, { source: decoded, premultiplyAlpha: true } as LoadOptions), // all the rest may be left out
        () => usual(done, source),
      )
      return undefined
    }
    return loader
  }
}

const fullUrl = (url: string): string => new URL(url, document.baseURI).href

/** What an element of Lightning keeps of its textures; the type declarations leave it out. */
type Textured = {
  readonly __texture: object | null
  readonly __displayedTexture: object | null
  _setDisplayedTexture(texture: null): void
  _unsetActiveFlag(): void
}

/**
 * Mends Lightning 2.20 (its issue 556). An element that is given another texture shows the former one until that is there;
 * where it goes out of sight before, the former one is let go of without being counted down, and its pixels stay for as
 * long as the app runs: 46 such textures after 1,400 keys at random.
 */
export function letFormerTexturesGo(): void {
  const element = Lightning.Element.prototype as unknown as Textured // they are there, see above
  const goOutOfSight = element._unsetActiveFlag
  element._unsetActiveFlag = function (this: Textured): void {
    // While it still counts as in sight.
    if (this.__displayedTexture !== null && this.__displayedTexture !== this.__texture) this._setDisplayedTexture(null)
    goOutOfSight.call(this)
  }
}
