import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { splitJpegs } from '../package/storyboard-writer.ts'
import { framesPerSecond } from '../plan/frame-rate.ts'
import { storyboardArguments } from '../plan/picture-arguments.ts'
import type { TranscodePlan } from '../plan/transcode-plan.ts'
import { runTool } from './tool-runner.ts'
import { outcomeOfTool, type UnitEnd } from './unit-outcome.ts'
import type { RunNeeds } from './video-runner.ts'

export type SheetsOutcome = { readonly kind: 'sheets'; readonly sheets: readonly Buffer[] } | UnitEnd

const LIMITS = { cpuSeconds: 1_800, wallSeconds: 1_800, fileBytes: 2 ** 31 }

/** Draws the sheets of a storyboard from the files of one rung, laid end to end in `scratchPath`, which is gone afterwards. */
export async function runStoryboard(
  needs: RunNeeds,
  plan: TranscodePlan,
  files: () => AsyncIterable<Readable>,
  scratchPath: string,
): Promise<SheetsOutcome> {
  const gopSeconds = plan.gopFrames / framesPerSecond(plan.frameRate)
  try {
    await mkdir(dirname(scratchPath), { recursive: true })
    for await (const file of files()) await pipeline(file, createWriteStream(scratchPath, { flags: 'a' }), { signal: needs.signal })
    let drawn = Buffer.alloc(0)
    const outcome = await runTool(needs.sandbox, {
      command: needs.ffmpegPath,
      arguments: ({ input }) => storyboardArguments(plan.storyboard, gopSeconds, input, 'pipe:1'),
      inputPath: scratchPath,
      outputPaths: [],
      limits: LIMITS,
      signal: needs.signal,
      onOutput: async (stdout: Readable) => {
        drawn = await buffer(stdout)
      },
    })
    if (outcome.kind === 'done') return { kind: 'sheets', sheets: splitJpegs(drawn) }
    return outcomeOfTool(outcome)
  } finally {
    await rm(scratchPath, { force: true })
  }
}
