import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyPicture, RenditionRecord } from '../package/rendition-record.ts'
import { type SplitFragment, type SplitUnit, splitUnit } from '../package/unit-splitter.ts'
import { framesPerSecond, ticksPerFrame } from '../plan/frame-rate.ts'
import { REORDER_FRAMES, type TranscodePlan } from '../plan/transcode-plan.ts'
import type { VideoUnit } from '../plan/unit-plan.ts'
import { firstFrame, frameLimit, reorderTicks, videoUnitArguments } from '../plan/video-arguments.ts'
import { initFile, RESULT_FILE, segmentFile } from '../store/file-layout.ts'
import { runTool } from './tool-runner.ts'
import type { Sandbox, ToolLimits } from './tool-sandbox.ts'
import { failed, outcomeOfTool, type UnitOutcome } from './unit-outcome.ts'

export type RunNeeds = { readonly ffmpegPath: string; readonly sandbox: Sandbox; readonly signal: AbortSignal }
export type RunPlaces = {
  readonly masterPath: string
  /** Appears by one rename when the unit is complete and checked. */
  readonly unitDirectory: string
  /** Private to this try. */
  readonly scratchDirectory: string
}

const FRAGMENTS_PER_SEGMENT = 2
/** How far before its first frame a unit seeks, seconds; a unit that comes out short tries the next. */
const MARGINS_SECONDS = [1, 12, Number.POSITIVE_INFINITY]

const unitLimits = (plan: TranscodePlan, unit: VideoUnit): ToolLimits => {
  const seconds = (unit.segmentCount * plan.segmentFrames) / framesPerSecond(plan.frameRate)
  const reach = plan.source.durationSeconds
  return { cpuSeconds: 600 + seconds * 120 + reach, wallSeconds: 600 + seconds * 120 + reach, fileBytes: 2 ** 31 }
}

type Checked =
  | { readonly kind: 'right'; readonly record: RenditionRecord }
  | { readonly kind: 'short'; readonly message: string }
  | { readonly kind: 'wrong'; readonly message: string }

/** An encoder that does not reorder is moved, so that the first picture of every rung comes equally late. */
const shiftOf = (plan: TranscodePlan, name: string): number =>
  plan.rungs.find((rung) => rung.name === name)?.codec === 'av1' ? reorderTicks(plan, REORDER_FRAMES) : 0

const keyPictureOf = ({ startBytes, firstSampleEndBytes, durationTicks }: SplitFragment): KeyPicture => ({
  startBytes,
  bytes: firstSampleEndBytes,
  durationTicks,
})

/** Compares what came out with what the plan promised: every frame, gapless, at its own time. */
function checkRendition(plan: TranscodePlan, unit: VideoUnit, name: string, split: SplitUnit): Checked {
  const frameTicks = ticksPerFrame(plan.frameRate)
  const fragments = split.segments.flatMap((segment) => segment.fragments)
  const frames = fragments.reduce((sum, fragment) => sum + fragment.samples, 0)
  if (frames === 0) return { kind: 'short', message: `${name}: no frames` }
  if (!unit.isLast && frames !== frameLimit(plan, unit))
    return { kind: 'short', message: `${name}: ${frames} frames of ${frameLimit(plan, unit)}` }
  let expectedTicks = firstFrame(plan, unit) * frameTicks
  for (const fragment of fragments) {
    if (fragment.decodeTimeTicks !== expectedTicks)
      return { kind: 'short', message: `${name}: ${fragment.decodeTimeTicks} instead of ${expectedTicks}` }
    expectedTicks += fragment.samples * frameTicks
    if (fragment.durationTicks !== fragment.samples * frameTicks) return { kind: 'wrong', message: `${name}: uneven frame durations` }
  }
  const firstOffsetTicks = (fragments[0]?.firstOffsetTicks ?? 0) + shiftOf(plan, name)
  // Fewer than three pictures have nothing to reorder.
  const isReordered = firstOffsetTicks === reorderTicks(plan, REORDER_FRAMES) || plan.frameCount <= REORDER_FRAMES
  if (!isReordered) return { kind: 'wrong', message: `${name}: first picture at ${firstOffsetTicks}` }
  return {
    kind: 'right',
    record: {
      name,
      codec: split.init.codec,
      timescale: split.init.timescale,
      initSha256: createHash('sha256').update(split.init.bytes).digest('hex'),
      firstOffsetTicks,
      frames,
      firstSegment: unit.firstSegment,
      segments: split.segments.map((segment) => ({
        bytes: segment.bytes.length,
        durationTicks: segment.fragments.reduce((sum, fragment) => sum + fragment.durationTicks, 0),
        keyPictures: segment.fragments.map(keyPictureOf),
      })),
    },
  }
}

async function splitInto(directory: string, unit: VideoUnit, name: string, split: SplitUnit): Promise<void> {
  await writeFile(join(directory, initFile(name)), split.init.bytes)
  for (const [index, segment] of split.segments.entries()) {
    await writeFile(join(directory, segmentFile(name, unit.firstSegment + index)), segment.bytes)
  }
}

/** Makes a finished unit appear; another worker's equal result that came first is as good. */
async function settleUnit(scratch: string, unitDirectory: string, renditions: readonly RenditionRecord[]): Promise<void> {
  await writeFile(join(scratch, RESULT_FILE), JSON.stringify(renditions))
  await rename(scratch, unitDirectory).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    await rm(scratch, { recursive: true, force: true })
  })
}

type Try = { readonly kind: 'short'; readonly message: string } | { readonly kind: 'over'; readonly outcome: UnitOutcome }

async function tryMargin(needs: RunNeeds, plan: TranscodePlan, unit: VideoUnit, places: RunPlaces, margin: number): Promise<Try> {
  const { scratchDirectory } = places
  const outputs = unit.rungNames.map((name) => join(scratchDirectory, `${name}.mp4`))
  const outcome = await runTool(needs.sandbox, {
    command: needs.ffmpegPath,
    arguments: (urls) => videoUnitArguments(plan, unit, margin, urls.input, urls.outputs),
    inputPath: places.masterPath,
    outputPaths: outputs,
    limits: unitLimits(plan, unit),
    signal: needs.signal,
  })
  if (outcome.kind !== 'done') return { kind: 'over', outcome: outcomeOfTool(outcome) }
  const records: RenditionRecord[] = []
  for (const [index, name] of unit.rungNames.entries()) {
    const path = outputs[index] ?? ''
    const file = await readFile(path)
    if (file.length === 0) return { kind: 'short', message: `${name}: nothing came out` }
    const split = splitUnit(file, FRAGMENTS_PER_SEGMENT, shiftOf(plan, name))
    const checked = checkRendition(plan, unit, name, split)
    if (checked.kind === 'short') return { kind: 'short', message: checked.message }
    if (checked.kind === 'wrong') return { kind: 'over', outcome: failed('encode-failed', checked.message) }
    await splitInto(scratchDirectory, unit, name, split)
    await rm(path)
    records.push(checked.record)
  }
  return { kind: 'over', outcome: { kind: 'done', renditions: records } }
}

/** Encodes one run of whole segments of some rungs; its directory appears only complete and checked. */
export async function runVideoUnit(needs: RunNeeds, plan: TranscodePlan, unit: VideoUnit, places: RunPlaces): Promise<UnitOutcome> {
  let message = ''
  try {
    for (const margin of MARGINS_SECONDS) {
      await rm(places.scratchDirectory, { recursive: true, force: true })
      await mkdir(places.scratchDirectory, { recursive: true })
      const tried = await tryMargin(needs, plan, unit, places, margin)
      if (tried.kind === 'over') {
        if (tried.outcome.kind === 'done') await settleUnit(places.scratchDirectory, places.unitDirectory, tried.outcome.renditions)
        return tried.outcome
      }
      message = tried.message
    }
    return failed('truncated-video', message)
  } finally {
    await rm(places.scratchDirectory, { recursive: true, force: true })
  }
}
