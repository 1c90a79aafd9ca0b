import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { posterArguments } from '../plan/picture-arguments.ts'
import type { TranscodePlan } from '../plan/transcode-plan.ts'
import type { PosterUnit } from '../plan/unit-plan.ts'
import { runTool } from './tool-runner.ts'
import { outcomeOfTool, type UnitEnd } from './unit-outcome.ts'
import type { RunNeeds } from './video-runner.ts'

export type PictureOutcome = { readonly kind: 'picture'; readonly picture: Buffer } | UnitEnd

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
    if (outcome.kind !== 'done' && atSeconds === 0) return outcomeOfTool(outcome)
  }
  return { kind: 'failed', problem: 'encode-failed', message: 'no picture for a poster' }
}
