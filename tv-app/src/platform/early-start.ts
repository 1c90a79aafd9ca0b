/** What `loader.js` began while this code was still on its way; see `build/loader.ts`. */
type EarlyStart = {
  readonly homeUrl?: string
  readonly home?: Promise<Response>
  /** Decoded pictures by their address: posters of the first rail, and the hero's art. */
  readonly posters?: EarlyPictures
  readonly art?: EarlyPictures
  /** A drawing context as the stage wants it, on a canvas of the panel's size. */
  readonly context?: WebGLRenderingContext | null
}
export type EarlyPictures = Readonly<Record<string, Promise<ImageBitmap>>>
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

declare global {
  interface Window {
    earlyStart?: EarlyStart
  }
}

/** A `fetch` whose first call for the address asked early gets that reply; everything else goes its usual way. */
export function fetchAfter(early: EarlyStart | undefined, fetch: Fetch): Fetch {
  let waiting = early?.home
  return (url, init) => {
    const reply = waiting
    if (reply === undefined || url !== early?.homeUrl) return fetch(url, init)
    waiting = undefined
    return reply
  }
}

/** The early drawing context where its size is the stage's, else none: the stage then makes its own. */
export function stageContext(
  early: EarlyStart | undefined,
  size: { readonly widthPx: number; readonly heightPx: number },
): { readonly context?: WebGLRenderingContext } {
  const context = early?.context
  return context?.canvas.width === size.widthPx && context.canvas.height === size.heightPx ? { context } : {}
}
