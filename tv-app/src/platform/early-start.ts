/** What the loader began while this code was still on its way; see `build/loader.ts`. */
type EarlyStart = {
  readonly homeUrl?: string
  readonly home?: Promise<Response>
  /** Decoded pictures by their address: posters of the first rail, and the hero's art. */
  readonly posters?: EarlyPictures
  readonly art?: EarlyPictures
  readonly fonts?: readonly Promise<FontFace>[]
  /** A drawing context as the stage wants it, on a canvas of the panel's size, and Lightning's one shader compiled in it. */
  readonly context?: WebGLRenderingContext | null
  readonly program?: WebGLProgram | null
  /** What the newsroom has laid on the frame that this page stands in. */
  readonly preview?: object
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
  if (context?.canvas.width !== size.widthPx || context.canvas.height !== size.heightPx) return {}
  // Lightning asks for four of these and we use none; each answer waits for the driver, 60 ms on a slow box.
  const ask: (name: string) => unknown = context.getExtension.bind(context)
  const askUsed = (name: string): unknown => (name.startsWith('WEBGL_compressed_texture_') ? null : ask(name))
  Object.assign(context, { getExtension: askUsed })
  return { context }
}

type Stage = { readonly gl?: unknown; readonly renderer: object }
/** As much of Lightning's WebGL renderer as `adoptProgram` touches; its types leave this out. */
type ShaderKeeper = { getDefaultShader(): { readonly _program: object } }

/** Gives the stage the shader compiled early: Lightning would compile it once more and wait for each step, 120 ms on a slow box. */
export function adoptProgram(stage: Stage, early: EarlyStart | undefined): void {
  const { context, program } = early ?? {}
  if (context == null || program == null || stage.gl !== context) return
  // One that does not link is left to Lightning, which reports why.
  if (context.getProgramParameter(program, context.LINK_STATUS) !== true) return
  const { _program: compiled } = (stage.renderer as ShaderKeeper).getDefaultShader() // a stage with a WebGL context has that renderer
  Object.assign(compiled, { _program: program, gl: context })
}
