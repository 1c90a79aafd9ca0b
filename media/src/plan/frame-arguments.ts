import { onFrameGrid, toneMap } from './frame-filter.ts'
import { framesPerSecond } from './frame-rate.ts'
import { inputArguments, QUIET } from './input-arguments.ts'
import type { TranscodePlan } from './transcode-plan.ts'

const ONE_PNG = ['-frames:v', '1', '-c:v', 'png', '-f', 'image2pipe']

/** One PNG of exactly the picture that is shown at a moment of a master. */
export function masterFrameArguments(plan: TranscodePlan, atSeconds: number, inputUrl: string): readonly string[] {
  const { video } = plan.source
  // By its number on the grid of the rungs, as people saw it: where the rate varies a picture stands until the next one comes.
  const shown = `select=gte(pts\\,${frameAt(plan.frameRate, atSeconds)})`
  const steps = [...onFrameGrid(plan), shown, ...toneMap(plan), 'scale=w=iw*sar:h=ih,setsar=1']
  return [
    ...QUIET,
    ...inputArguments(plan, atSeconds < 1 ? undefined : video.firstSeconds + atSeconds, inputUrl),
    ...['-map', `0:${video.streamIndex}`, '-vf', steps.join(','), ...ONE_PNG, 'pipe:1'],
  ]
}

/** The same of a segment of ours behind the beginning of its rung: the picture so many after its first. */
export const segmentFrameArguments = (index: number, inputUrl: string): readonly string[] => [
  ...[...QUIET, '-protocol_whitelist', 'file', '-f', 'mov', '-i', inputUrl],
  ...['-map', '0:v:0', '-vf', `select=gte(n\\,${index})`, ...ONE_PNG, 'pipe:1'],
]

/** Number of the picture that is shown at a moment, from 0. */
export const frameAt = (frameRate: TranscodePlan['frameRate'], atSeconds: number): number =>
  Math.floor(atSeconds * framesPerSecond(frameRate) + 0.001)
