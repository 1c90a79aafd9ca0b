import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { svgDocument } from '../artwork/draw-poster.ts'
import { HEIGHT, LEFT, RIGHT, type Scene, WIDTH } from '../artwork/scene.ts'
import { encodeWav, playTune } from './bowed-sound.ts'
import { CITATION_BOX, type ClipLayer, type ClipPlan, SCALE, TITLE_BOX } from './clip-plan.ts'
import { clipArguments } from './ffmpeg-arguments.ts'

/** Where and with what a clip is rendered; `signal` stops ffmpeg and rejects. */
export type RenderNeeds = { readonly ffmpegPath: string; readonly workDir: string; readonly signal: AbortSignal }

/** The drawings of a clip: its scene and its words as SVG in px of the scene. */
type ClipDrawings = { readonly scene: Scene; readonly title: string; readonly citation: string }

/** Renders a planned clip to an MP4 file (H.264 and AAC, 1280×720); the file appears only when it is whole. */
export async function renderPlannedClip(plan: ClipPlan, drawings: ClipDrawings, outFile: string, needs: RenderNeeds): Promise<void> {
  await mkdir(needs.workDir, { recursive: true })
  const folder = await mkdtemp(join(needs.workDir, `${plan.id}-`))
  try {
    const pictures: string[] = []
    for (const [index, layer] of plan.layers.entries()) {
      needs.signal.throwIfAborted()
      const file = join(folder, `${layer.name}.png`)
      await sharp(Buffer.from(layerDocument(layer, drawings, index)))
        .png({ compressionLevel: 1 })
        .toFile(file)
      pictures.push(file)
    }
    const tuneFile = join(folder, 'tune.wav')
    await writeFile(tuneFile, encodeWav(playTune(plan.tune)))
    const clipFile = join(folder, 'clip.mp4')
    await runFfmpeg(needs, clipArguments(plan, pictures, tuneFile, clipFile))
    await rename(clipFile, outFile)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The SVG of one layer; the frames of a sprite stand below each other. */
function layerDocument(layer: ClipLayer, drawings: ClipDrawings, index: number): string {
  if (layer.kind === 'title') return svgDocument(TITLE_BOX.x, TITLE_BOX.y, TITLE_BOX.width, TITLE_BOX.height, drawings.title, SCALE)
  if (layer.kind === 'citation')
    return svgDocument(CITATION_BOX.x, CITATION_BOX.y, CITATION_BOX.width, CITATION_BOX.height, drawings.citation, SCALE)
  const drawn = drawings.scene[index]
  if (drawn === undefined) throw new Error(`clip layer ${layer.name} has no drawing`)
  if (drawn.kind === 'still') {
    if (layer.kind === 'ground') return svgDocument(0, 0, WIDTH, HEIGHT, drawn.svg, SCALE)
    return svgDocument(LEFT, drawn.top, RIGHT - LEFT, HEIGHT - drawn.top, drawn.svg, SCALE)
  }
  const { widthPx, heightPx } = layer
  const frames = drawn.frames.map(
    (frame, at) =>
      `<svg x="0" y="${at * heightPx}" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${drawn.box.width} ${drawn.box.height}" preserveAspectRatio="none">${frame}</svg>`,
  )
  return svgDocument(0, 0, widthPx, heightPx * drawn.frames.length, frames.join(''))
}

async function runFfmpeg(needs: RenderNeeds, args: readonly string[]): Promise<void> {
  const child = spawn(needs.ffmpegPath, args, { stdio: ['ignore', 'ignore', 'pipe'], signal: needs.signal, killSignal: 'SIGKILL' })
  const complaint: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => complaint.push(chunk))
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code}: ${Buffer.concat(complaint).toString('utf8').slice(-800)}`)),
    )
  })
}
