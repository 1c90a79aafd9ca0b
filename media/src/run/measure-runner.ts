import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { comparisonArguments, parseComparison, trialArguments } from '../plan/measure-arguments.ts'
import type { MeasurePlan } from '../plan/measure-plan.ts'
import type { TranscodePlan } from '../plan/transcode-plan.ts'
import { runTool } from './tool-runner.ts'
import { outcomeOfTool, type UnitOutcome } from './unit-outcome.ts'
import type { RunNeeds, RunPlaces } from './video-runner.ts'

/** Enough to reach the key picture before an excerpt in what people send; the picture itself may be off by a little. */
const MARGIN_SECONDS = 12
const LIMITS = { cpuSeconds: 1_800, wallSeconds: 1_800, fileBytes: 2 ** 30 }

async function tryExcerpt(
  needs: RunNeeds,
  plan: TranscodePlan,
  measure: MeasurePlan,
  first: number,
  places: RunPlaces,
): Promise<UnitOutcome> {
  const { trials } = measure
  const paths = trials.map((_, index) => join(places.scratchDirectory, `trial-${index}.mkv`))
  const common = { command: needs.ffmpegPath, inputPath: places.masterPath, limits: LIMITS, signal: needs.signal }
  const encoded = await runTool(needs.sandbox, {
    ...common,
    outputPaths: paths,
    arguments: ({ input, outputs }) => trialArguments(plan, trials, first, MARGIN_SECONDS, input, outputs),
  })
  if (encoded.kind !== 'done') return outcomeOfTool(encoded)
  const compared = await runTool(needs.sandbox, {
    ...common,
    outputPaths: [],
    morePaths: paths,
    arguments: ({ input, more }) => comparisonArguments(plan, measure, first, MARGIN_SECONDS, input, more),
  })
  if (compared.kind !== 'done') return outcomeOfTool(compared)
  const ssim = parseComparison(compared.stderr, trials.length)
  if (ssim === undefined) return { kind: 'failed', problem: 'encode-failed', message: 'excerpts could not be compared' }
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
    return await tryExcerpt(needs, plan, measure, firstFrame, places)
  } finally {
    await rm(places.scratchDirectory, { recursive: true, force: true })
  }
}
