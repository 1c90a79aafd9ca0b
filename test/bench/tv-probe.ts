/**
 * Runs inside the measured page, before any of its scripts: it wraps requestAnimationFrame and the WebGL draw calls and keeps
 * count. It must not refer to anything outside itself, since only its text travels to the page.
 */
export type ProbeOptions = {
  /** The first rail is drawn once a frame has issued at least so many quads … */
  readonly quads: number
  /** … and at least so many pictures have been uploaded as textures. */
  readonly images: number
  /** False: draw calls are counted but not executed, so that software rasterisation costs nothing. */
  readonly isRasterOn: boolean
}
export type FrameLog = {
  deltasMs: number[]
  workMs: number[]
  keyToDrawMs: number[]
  quads: number[]
  isRecording: boolean
  readyAtMs: number | null
  firstDrawAtMs: number | null
  textureCount: number
  textureBytes: number
  imageCount: number
}

declare global {
  interface Window {
    frameLog?: FrameLog
  }
}

/** Runs in the page: a box that somebody has used; a new one asks for the language first. */
export function skipWelcome(): void {
  if (location.protocol.startsWith('http')) localStorage.setItem('ulan.tv.locale', 'zh-Hans')
}

export function installProbe(options: ProbeOptions): void {
  const log: FrameLog = {
    deltasMs: [],
    workMs: [],
    keyToDrawMs: [],
    quads: [],
    isRecording: false,
    readyAtMs: null,
    firstDrawAtMs: null,
    textureCount: 0,
    textureBytes: 0,
    imageCount: 0,
  }
  window.frameLog = log
  const nextFrame = window.requestAnimationFrame.bind(window)
  let frameWorkMs = 0
  let frameQuads = 0
  let lastFrameAt = 0
  let waitingKeys: number[] = []

  window.requestAnimationFrame = (callback) =>
    nextFrame((time) => {
      const startedAt = performance.now()
      try {
        callback(time)
      } finally {
        frameWorkMs += performance.now() - startedAt
      }
    })
  addEventListener('keydown', (event) => log.isRecording && waitingKeys.push(event.timeStamp), true)

  // Queued first in every frame, so it closes the books of the frame before.
  const closeFrame = (time: number): void => {
    if (log.readyAtMs === null && frameQuads >= options.quads && log.imageCount >= options.images) log.readyAtMs = performance.now()
    if (log.isRecording) {
      if (lastFrameAt > 0) log.deltasMs.push(time - lastFrameAt)
      log.workMs.push(frameWorkMs)
      if (frameQuads > 0) {
        log.quads.push(frameQuads)
        for (const pressedAt of waitingKeys) log.keyToDrawMs.push(performance.now() - pressedAt)
        waitingKeys = []
      }
    }
    lastFrameAt = log.isRecording ? time : 0
    frameWorkMs = 0
    frameQuads = 0
    nextFrame(closeFrame)
  }
  nextFrame(closeFrame)

  const countDraw = (vertices: number): void => {
    frameQuads += vertices / 6
    log.firstDrawAtMs ??= performance.now()
  }
  const countTexture = (args: readonly unknown[]): void => {
    const source = args.length >= 9 ? { width: Number(args[3]), height: Number(args[4]) } : args[5]
    if (typeof source !== 'object' || source === null || !('width' in source) || !('height' in source)) return
    log.textureCount += 1
    log.textureBytes += Number(source.width) * Number(source.height) * 4
    if (source instanceof HTMLImageElement || source instanceof ImageBitmap) log.imageCount += 1
  }
  for (const context of [WebGLRenderingContext.prototype, WebGL2RenderingContext.prototype]) {
    const { drawElements, drawArrays, texImage2D } = context
    context.drawElements = function (mode, count, type, offset) {
      countDraw(count)
      if (options.isRasterOn) drawElements.call(this, mode, count, type, offset)
    }
    context.drawArrays = function (mode, first, count) {
      countDraw(count)
      if (options.isRasterOn) drawArrays.call(this, mode, first, count)
    }
    if (!options.isRasterOn) context.clear = () => undefined
    Object.assign(context, {
      texImage2D(this: unknown, ...args: readonly unknown[]) {
        countTexture(args)
        return Reflect.apply(texImage2D, this, args)
      },
    })
  }
}
