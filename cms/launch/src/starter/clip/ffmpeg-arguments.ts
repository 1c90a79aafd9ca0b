import { type ClipLayer, type ClipPlan, FRAMES_PER_SECOND } from './clip-plan.ts'

const FADE_SECONDS = 0.8
/** Full chroma while composing: a layer may then stand on any whole px, which keeps slow glides even. */
const TO_YUV = 'scale=out_color_matrix=bt709:out_range=tv'

/** Arguments that turn the rendered layers (one PNG each, in the plan's order) and the tune into one clip. */
export function clipArguments(plan: ClipPlan, pictureFiles: readonly string[], tuneFile: string, outFile: string): readonly string[] {
  return [
    ...['-nostdin', '-hide_banner', '-loglevel', 'error', '-y'],
    ...pictureFiles.flatMap((file) => ['-framerate', String(FRAMES_PER_SECOND), '-i', file]),
    ...['-i', tuneFile, '-filter_complex', filterGraph(plan), '-map', '[out]', '-map', `${pictureFiles.length}:a`],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'animation', '-crf', '17', '-g', '50', '-pix_fmt', 'yuv420p', '-threads', '2'],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
    ...[
      '-c:a',
      'aac',
      '-b:a',
      '160k',
      '-fflags',
      '+bitexact',
      '-flags:v',
      '+bitexact',
      '-flags:a',
      '+bitexact',
      '-movflags',
      '+faststart',
      outFile,
    ],
  ]
}

/** The graph: each picture is prepared once, then laid over the ones behind it. */
export function filterGraph(plan: ClipPlan): string {
  const prepared = plan.layers.map((layer, index) => `[${index}:v]${prepare(layer, plan)}[p${index}]`)
  const laid = plan.layers.slice(1).map((layer, index) => {
    const [under, over] = [index === 0 ? 'p0' : `o${index}`, `p${index + 1}`]
    return `[${under}][${over}]overlay=x='${layer.x}':y='${layer.y}':format=yuv444:eof_action=${atEnd(layer)}[o${index + 1}]`
  })
  const last = `[o${plan.layers.length - 1}]`
  const ends = `fade=t=in:st=0:d=0.9,fade=t=out:st=${plan.seconds - 0.7}:d=0.7,format=yuv420p`
  return [...prepared, ...laid, `${last}${ends}[out]`].join(';')
}

function prepare(layer: ClipLayer, plan: ClipPlan): string {
  if (layer.kind === 'ground') return `${TO_YUV},format=yuv444p,${repeated(plan.frames)}`
  const once = `${TO_YUV},format=yuva444p`
  if (layer.frames > 1) {
    const frame = `floor(n*${layer.framesPerSecond}/${FRAMES_PER_SECOND})`
    return `${once},${repeated(plan.frames)},crop=${layer.widthPx}:${layer.heightPx}:0:'${layer.heightPx}*mod(${frame},${layer.frames})'`
  }
  if (layer.visibleSeconds === undefined) return once
  const [start, end] = layer.visibleSeconds
  const fades = `fade=t=in:st=${start}:d=${FADE_SECONDS}:alpha=1,fade=t=out:st=${end - FADE_SECONDS}:d=${FADE_SECONDS}:alpha=1`
  return `${once},${repeated(Math.round((end - start) * FRAMES_PER_SECOND), start)},${fades}`
}

/** One picture as a stream of frames, from `start` seconds on. */
function repeated(frames: number, start = 0): string {
  return `loop=loop=${frames - 1}:size=1:start=0,setpts=N/(${FRAMES_PER_SECOND}*TB)${start === 0 ? '' : `+${start}/TB`}`
}

/** Words go when their stream ends; a picture of one frame stays. */
function atEnd(layer: ClipLayer): string {
  return layer.visibleSeconds === undefined ? 'repeat' : 'pass'
}
