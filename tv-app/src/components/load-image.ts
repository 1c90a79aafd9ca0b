import { type Lightning, Registry } from '@lightningjs/sdk'

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

/** Shows the picture at a site-absolute or full URL; the image worker takes only full ones. */
export function loadImage(image: Lightning.Element, url: string | undefined): void {
  if (url === undefined) image.texture = null
  else image.src = new URL(url, document.baseURI).href
}
