import { deinterlace, tellMatrix, toneMap } from './frame-filter.ts'
import { inputArguments, QUIET } from './input-arguments.ts'
import type { StoryboardPlan } from './storyboard-plan.ts'
import type { TranscodePlan } from './transcode-plan.ts'
import type { PosterUnit } from './unit-plan.ts'

/** One PNG of a telling picture near the wanted second. */
export function posterArguments(plan: TranscodePlan, unit: PosterUnit, inputUrl: string, outputUrl: string): readonly string[] {
  const { video } = plan.source
  const seekTo = unit.atSeconds < 1 ? undefined : video.firstSeconds + unit.atSeconds
  const steps = [
    ...tellMatrix(plan),
    ...deinterlace(plan),
    `thumbnail=${Math.max(2, Math.min(plan.gopFrames, Math.floor(plan.frameCount / 4)))}`,
    ...toneMap(plan),
    'scale=w=iw*sar:h=ih,setsar=1',
  ]
  return [
    ...QUIET,
    ...inputArguments(plan, seekTo, inputUrl),
    ...['-map', `0:${video.streamIndex}`, '-vf', steps.join(','), '-frames:v', '1', '-c:v', 'png', '-f', 'image2pipe', outputUrl],
  ]
}

/** Sheets of small JPEG pictures, one after the other in the output, from a rung of ours laid end to end. */
export function storyboardArguments(board: StoryboardPlan, gopSeconds: number, inputUrl: string, outputUrl: string): readonly string[] {
  const { widthPx, heightPx, columns, rows, everySeconds } = board
  // What reads a JPEG takes it for BT.601 (JFIF). Only key pictures are decoded: one for each GOP.
  const step = Math.max(1, Math.round(everySeconds / gopSeconds))
  const steps = [`select='not(mod(n\\,${step}))'`, `scale=${widthPx}:${heightPx}:out_color_matrix=bt601`, `tile=${columns}x${rows}`]
  return [
    ...[...QUIET, '-skip_frame', 'nokey', '-protocol_whitelist', 'file', '-f', 'mov', '-i', inputUrl],
    ...['-map', '0:v:0', '-vf', steps.join(','), '-fps_mode', 'passthrough', '-c:v', 'mjpeg', '-q:v', '5', '-f', 'image2pipe', outputUrl],
  ]
}
