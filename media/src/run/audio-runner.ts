import { createReadStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { RenditionRecord } from '../package/rendition-record.ts'
import { StreamSplitter } from '../package/stream-splitter.ts'
import { audioArguments, firstAudioArguments, loudnessArguments, parseLoudness } from '../plan/audio-arguments.ts'
import { AUDIO_SAMPLE_RATE_HZ, AUDIO_SAMPLES_PER_FRAME, type AudioPlan, type LoudnessGain, planGain } from '../plan/audio-plan.ts'
import { framesPerSecond } from '../plan/frame-rate.ts'
import { REORDER_FRAMES, type TranscodePlan } from '../plan/transcode-plan.ts'
import type { FirstAudioUnit } from '../plan/unit-plan.ts'
import { RESULT_FILE } from '../store/file-layout.ts'
import { SegmentSink } from './segment-sink.ts'
import { runTool, type ToolOutcome } from './tool-runner.ts'
import type { ToolLimits } from './tool-sandbox.ts'
import { failed, outcomeOfTool, type UnitOutcome } from './unit-outcome.ts'
import type { RunNeeds, RunPlaces } from './video-runner.ts'

/** Pictures begin late by their reordering; the sound by as much, less the frame that AAC needs to start up. */
const audioShiftTicks = (plan: TranscodePlan): number =>
  Math.round((REORDER_FRAMES / framesPerSecond(plan.frameRate)) * AUDIO_SAMPLE_RATE_HZ) - AUDIO_SAMPLES_PER_FRAME

const limitsOf = (plan: TranscodePlan): ToolLimits => {
  const seconds = 600 + plan.source.durationSeconds * 8
  return { cpuSeconds: seconds, wallSeconds: seconds, fileBytes: 2 ** 31 }
}

type OnSegment = (segmentsDone: number) => Promise<void>

/** Cuts a stream of fragmented mp4 into the segments of one rendition. */
async function sinkStream(plan: TranscodePlan, stream: Readable, sink: SegmentSink, onSegment: OnSegment): Promise<void> {
  const splitter = new StreamSplitter(audioShiftTicks(plan))
  for await (const chunk of stream) {
    for (const piece of splitter.push(chunk)) {
      await sink.take(piece)
      if (piece.kind === 'segment') await onSegment(sink.segmentCount)
    }
  }
}

const suffixOf = (places: RunPlaces): string => `.${process.pid}-${places.scratchDirectory.split('-').at(-1) ?? ''}`

/** Says that a sound is whole; last of all, and like everything here by one rename. */
const finish = (sink: SegmentSink, records: readonly RenditionRecord[]): Promise<void> =>
  sink.put(RESULT_FILE, Buffer.from(JSON.stringify(records)))

type Measured = { readonly kind: 'gain'; readonly gain: LoudnessGain } | { readonly kind: 'over'; readonly outcome: UnitOutcome }

async function measureLoudness(needs: RunNeeds, plan: TranscodePlan, audio: AudioPlan, masterPath: string): Promise<Measured> {
  const outcome = await runTool(needs.sandbox, {
    command: needs.ffmpegPath,
    arguments: ({ input }) => loudnessArguments(plan, audio, input),
    inputPath: masterPath,
    outputPaths: [],
    limits: limitsOf(plan),
    signal: needs.signal,
  })
  if (outcome.kind !== 'done') return { kind: 'over', outcome: outcomeOfTool(outcome) }
  const loudness = parseLoudness(outcome.stderr)
  if (loudness === undefined) return { kind: 'over', outcome: failed('encode-failed', 'the loudness could not be measured') }
  return { kind: 'gain', gain: planGain(loudness) }
}

/** Makes a whole sound of a title, its loudness measured first; `onSegment` is waited for before the next. */
export async function runAudioUnit(
  needs: RunNeeds,
  plan: TranscodePlan,
  audio: AudioPlan,
  places: RunPlaces,
  onSegment: OnSegment,
): Promise<UnitOutcome> {
  await mkdir(places.unitDirectory, { recursive: true })
  const measured = await measureLoudness(needs, plan, audio, places.masterPath)
  if (measured.kind === 'over') return measured.outcome
  const main = new SegmentSink(places.unitDirectory, audio.name, suffixOf(places))
  const low = new SegmentSink(places.unitDirectory, audio.lowName, suffixOf(places))
  const lowPath = `${places.scratchDirectory}-low.mp4`
  try {
    const outcome: ToolOutcome = await runTool(needs.sandbox, {
      command: needs.ffmpegPath,
      arguments: ({ input, outputs }) => audioArguments(plan, audio, measured.gain, input, { main: 'pipe:1', low: outputs[0] ?? '' }),
      inputPath: places.masterPath,
      outputPaths: [lowPath],
      limits: limitsOf(plan),
      signal: needs.signal,
      onOutput: (stdout) => sinkStream(plan, stdout, main, onSegment),
    })
    if (outcome.kind !== 'done') return outcomeOfTool(outcome)
    if (main.segmentCount === 0) return failed('encode-failed', 'the sound track gave nothing')
    await sinkStream(plan, createReadStream(lowPath), low, async () => undefined)
    await finish(main, [main.record, low.record])
    return { kind: 'done', renditions: [main.record, low.record] }
  } finally {
    await rm(lowPath, { force: true })
  }
}

/** Makes the first seconds of a sound for a preview. */
export async function runFirstAudioUnit(
  needs: RunNeeds,
  plan: TranscodePlan,
  audio: AudioPlan,
  unit: FirstAudioUnit,
  places: RunPlaces,
): Promise<UnitOutcome> {
  await mkdir(places.unitDirectory, { recursive: true })
  const sink = new SegmentSink(places.unitDirectory, unit.name, suffixOf(places))
  const outcome = await runTool(needs.sandbox, {
    command: needs.ffmpegPath,
    arguments: ({ input }) => firstAudioArguments(plan, audio, unit.seconds, input, 'pipe:1'),
    inputPath: places.masterPath,
    outputPaths: [],
    limits: limitsOf(plan),
    signal: needs.signal,
    onOutput: (stdout) => sinkStream(plan, stdout, sink, async () => undefined),
  })
  if (outcome.kind !== 'done') return outcomeOfTool(outcome)
  await finish(sink, [sink.record])
  return { kind: 'done', renditions: [sink.record] }
}
