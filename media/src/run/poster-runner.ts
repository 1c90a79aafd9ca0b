import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { TranscodePlan } from '../plan/transcode-plan.ts'
import { posterArguments } from '../plan/unit-arguments.ts'
import type { PosterUnit } from '../plan/unit-plan.ts'
import { runTool } from './tool-runner.ts'
import { outcomeOfTool, type UnitOutcome } from './unit-outcome.ts'
import type { RunNeeds } from './video-runner.ts'

export type PictureOutcome = { readonly kind: 'picture'; readonly picture: Buffer } | Exclude<UnitOutcome, { kind: 'done' }>

const LIMITS = { cpuSeconds: 300, wallSeconds: 300, fileBytes: 2 ** 28 }

/** Takes one PNG out of a master; a title too short for its wanted second gives its beginning. */
export async function runPosterUnit(needs: RunNeeds, plan: TranscodePlan, unit: PosterUnit, masterPath: string): Promise<PictureOutcome> {
  for (const atSeconds of [unit.atSeconds, 0]) {
    let picture = Buffer.alloc(0)
    const outcome = await runTool(needs.sandbox, {
      command: needs.ffmpegPath,
      arguments: ({ input }) => posterArguments(plan, { ...unit, atSeconds }, input, 'pipe:1'),
      inputPath: masterPath,
      outputPaths: [],
      limits: LIMITS,
      signal: needs.signal,
      onOutput: async (stdout: Readable) => {
        picture = await buffer(stdout)
      },
    })
    if (outcome.kind === 'stopped') return { kind: 'stopped' }
    if (outcome.kind === 'done' && picture.length > 0) return { kind: 'picture', picture }
    if (outcome.kind !== 'done' && atSeconds === 0) {
      const ended = outcomeOfTool(outcome)
      if (ended.kind !== 'done') return ended
    }
  }
  return { kind: 'failed', problem: 'encode-failed', message: 'no picture for a poster' }
}
