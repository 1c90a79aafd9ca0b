import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { RenditionRecord, SegmentRecord } from '../package/rendition-record.ts'
import { type StreamPiece, StreamSplitter } from '../package/stream-splitter.ts'
import { framesPerSecond } from '../plan/frame-rate.ts'
import { AUDIO_SAMPLE_RATE_HZ, AUDIO_SAMPLES_PER_FRAME, REORDER_FRAMES, type TranscodePlan } from '../plan/transcode-plan.ts'
import { audioArguments } from '../plan/unit-arguments.ts'
import { initFile, RESULT_FILE, segmentFile } from '../store/file-layout.ts'
import { runTool } from './tool-runner.ts'
import { failed, outcomeOfTool, type UnitOutcome } from './unit-outcome.ts'
import type { RunNeeds, RunPlaces } from './video-runner.ts'

/** Name of the sound in paths and in progress. */
export const AUDIO_RENDITION = 'audio'

/** Pictures begin late by their reordering; the sound by as much, less the frame that AAC needs to start up. */
const audioShiftTicks = (plan: TranscodePlan): number =>
  Math.round((REORDER_FRAMES / framesPerSecond(plan.frameRate)) * AUDIO_SAMPLE_RATE_HZ) - AUDIO_SAMPLES_PER_FRAME

type Written = { codec: string; timescale: number; initSha256: string; frames: number; segments: SegmentRecord[] }

/** Segments appear one by one while the sound is still being made; making them again gives the same bytes. */
class SegmentSink {
  readonly written: Written = { codec: '', timescale: AUDIO_SAMPLE_RATE_HZ, initSha256: '', frames: 0, segments: [] }
  readonly #directory: string
  readonly #suffix: string

  constructor(directory: string, suffix: string) {
    this.#directory = directory
    this.#suffix = suffix
  }

  async take(piece: StreamPiece): Promise<void> {
    if (piece.kind === 'init') {
      const { bytes, codec, timescale } = piece.init
      Object.assign(this.written, { codec, timescale, initSha256: createHash('sha256').update(bytes).digest('hex') })
      await this.#put(initFile(AUDIO_RENDITION), bytes)
      return
    }
    await this.#put(segmentFile(AUDIO_RENDITION, this.written.segments.length), piece.bytes)
    this.written.frames += piece.fragment.samples
    this.written.segments.push({ bytes: piece.bytes.length, durationTicks: piece.fragment.durationTicks })
  }

  /** Says that the sound is whole; last of all, and like everything here by one rename. */
  async finish(record: RenditionRecord): Promise<void> {
    await this.#put(RESULT_FILE, Buffer.from(JSON.stringify([record])))
  }

  async #put(name: string, bytes: Buffer): Promise<void> {
    const path = join(this.#directory, name)
    await writeFile(path + this.#suffix, bytes)
    await rename(path + this.#suffix, path)
  }
}

/** Makes the whole sound of a title; `onSegment` hears how many segments are there, and is waited for before the next. */
export async function runAudioUnit(
  needs: RunNeeds,
  plan: TranscodePlan,
  places: RunPlaces,
  onSegment: (segmentsDone: number) => Promise<void>,
): Promise<UnitOutcome> {
  await mkdir(places.unitDirectory, { recursive: true })
  const sink = new SegmentSink(places.unitDirectory, `.${process.pid}-${places.scratchDirectory.split('-').at(-1) ?? ''}`)
  const splitter = new StreamSplitter(audioShiftTicks(plan))
  const seconds = plan.source.durationSeconds
  const outcome = await runTool(needs.sandbox, {
    command: needs.ffmpegPath,
    arguments: ({ input }) => audioArguments(plan, input, 'pipe:1'),
    inputPath: places.masterPath,
    outputPaths: [],
    limits: { cpuSeconds: 600 + seconds * 4, wallSeconds: 600 + seconds * 4, fileBytes: 2 ** 31 },
    signal: needs.signal,
    onOutput: async (stdout: Readable) => {
      for await (const chunk of stdout) {
        for (const piece of splitter.push(chunk)) {
          await sink.take(piece)
          if (piece.kind === 'segment') await onSegment(sink.written.segments.length)
        }
      }
    },
  })
  if (outcome.kind !== 'done') return outcomeOfTool(outcome)
  const { written } = sink
  if (written.segments.length === 0) return failed('encode-failed', 'the sound track gave nothing')
  const record: RenditionRecord = { name: AUDIO_RENDITION, firstOffsetTicks: 0, firstSegment: 0, ...written }
  await sink.finish(record)
  return { kind: 'done', renditions: [record] }
}
