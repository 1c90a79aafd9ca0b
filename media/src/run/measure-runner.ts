import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { framesPerSecond } from '../plan/frame-rate.ts'
import { comparisonArguments, parseComparison, trialArguments } from '../plan/measure-arguments.ts'
import type { Measurement, MeasurePlan } from '../plan/measure-plan.ts'
import type { TranscodePlan } from '../plan/transcode-plan.ts'
import { runTool } from './tool-runner.ts'
import { outcomeOfTool, type UnitEnd } from './unit-outcome.ts'
import type { RunNeeds, RunPlaces } from './video-runner.ts'

export type MeasureOutcome = { readonly kind: 'measured'; readonly measurements: readonly Measurement[] } | UnitEnd

/** Enough to reach the key picture before an excerpt in what people send; the picture itself may be off by a little. */
const MARGIN_SECONDS = 12
const LIMITS = { cpuSeconds: 1_800, wallSeconds: 1_800, fileBytes: 2 ** 30 }

type Tried = { readonly bytes: number; readonly ssimDb: number }
type Excerpt = { readonly kind: 'tried'; readonly trials: readonly Tried[] } | UnitEnd

async function tryExcerpt(needs: RunNeeds, plan: TranscodePlan, measure: MeasurePlan, first: number, places: RunPlaces): Promise<Excerpt> {
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
  return { kind: 'tried', trials: ssim.map((ssimDb, index) => ({ ssimDb, bytes: sizes[index] ?? 0 })) }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Encodes the excerpts of a plan at every trial and compares them with the master. */
export async function runMeasureUnit(
  needs: RunNeeds,
  plan: TranscodePlan,
  measure: MeasurePlan,
  places: RunPlaces,
): Promise<MeasureOutcome> {
  const all: (readonly Tried[])[] = []
  try {
    await mkdir(places.scratchDirectory, { recursive: true })
    for (const first of measure.firstFrames) {
      const excerpt = await tryExcerpt(needs, plan, measure, first, places)
      if (excerpt.kind !== 'tried') return excerpt
      all.push(excerpt.trials)
    }
  } finally {
    await rm(places.scratchDirectory, { recursive: true, force: true })
  }
  const seconds = plan.segmentFrames / framesPerSecond(plan.frameRate)
  const measurements = measure.trials.map(({ name, crf }, index) => ({
    name,
    crf,
    bitrateBps: Math.round(mean(all.map((trials) => ((trials[index]?.bytes ?? 0) * 8) / seconds))),
    ssimDb: mean(all.map((trials) => trials[index]?.ssimDb ?? 0)),
  }))
  return { kind: 'measured', measurements }
}
