import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { comparisonArguments, parseComparison, trialArguments } from '../plan/measure-arguments.ts'
import type { MeasurePlan } from '../plan/measure-plan.ts'
import type { TranscodePlan } from '../plan/transcode-plan.ts'
import { runTool } from './tool-runner.ts'
import { failed, outcomeOfTool, type UnitOutcome } from './unit-outcome.ts'
import type { RunNeeds, RunPlaces } from './video-runner.ts'

/** How far before an excerpt is sought, seconds: the more, the more is decoded for nothing; one that is not whole tries the next. */
const MARGINS_SECONDS = [1, 12]
const LIMITS = { cpuSeconds: 1_800, wallSeconds: 1_800, fileBytes: 2 ** 30 }

/** Undefined when something of the excerpt is missing. */
async function tryExcerpt(
  needs: RunNeeds,
  plan: TranscodePlan,
  measure: MeasurePlan,
  first: number,
  places: RunPlaces,
  margin: number,
): Promise<UnitOutcome | undefined> {
  const { trials } = measure
  const paths = trials.map((_, index) => join(places.scratchDirectory, `trial-${index}.mkv`))
  const common = { command: needs.ffmpegPath, inputPath: places.masterPath, limits: LIMITS, signal: needs.signal }
  const encoded = await runTool(needs.sandbox, {
    ...common,
    outputPaths: paths,
    arguments: ({ input, outputs }) => trialArguments(plan, trials, first, margin, input, outputs),
  })
  if (encoded.kind !== 'done') return outcomeOfTool(encoded)
  const compared = await runTool(needs.sandbox, {
    ...common,
    outputPaths: [],
    morePaths: paths,
    arguments: ({ input, more }) => comparisonArguments(plan, measure, first, margin, input, more),
  })
  if (compared.kind !== 'done') return outcomeOfTool(compared)
  const ssim = parseComparison(plan, compared.stderr, trials.length)
  if (ssim === undefined) return undefined
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size))
  return { kind: 'done', renditions: [], trials: ssim.map((ssimDb, index) => ({ ssimDb, bytes: sizes[index] ?? 0 })) }
}

/** Encodes one excerpt of a plan at every trial and compares them with the master. */
export async function runExcerpt(
  needs: RunNeeds,
  plan: TranscodePlan,
  measure: MeasurePlan,
  firstFrame: number,
  places: RunPlaces,
): Promise<UnitOutcome> {
  try {
    await mkdir(places.scratchDirectory, { recursive: true })
    let end = failed('encode-failed', `the excerpt from frame ${firstFrame} on is not whole`)
    for (const margin of MARGINS_SECONDS) {
      const outcome = await tryExcerpt(needs, plan, measure, firstFrame, places, margin)
      // Of nothing at all the encoder makes a file that cannot be read.
      if (outcome === undefined) continue
      if (outcome.kind !== 'failed' || outcome.problem !== 'encode-failed') return outcome
      end = outcome
    }
    return end
  } finally {
    await rm(places.scratchDirectory, { recursive: true, force: true })
  }
}
