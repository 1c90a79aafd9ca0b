import { createHash } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RenditionRecord, SegmentRecord } from '../package/rendition-record.ts'
import type { StreamPiece } from '../package/stream-splitter.ts'
import { AUDIO_SAMPLE_RATE_HZ } from '../plan/audio-plan.ts'
import { initFile, segmentFile } from '../store/file-layout.ts'

type Written = { codec: string; timescale: number; initSha256: string; frames: number; segments: SegmentRecord[] }

/** Segments appear one by one while the sound is still being made; making them again gives the same bytes. */
export class SegmentSink {
  readonly #written: Written = { codec: '', timescale: AUDIO_SAMPLE_RATE_HZ, initSha256: '', frames: 0, segments: [] }
  readonly #directory: string
  readonly #rendition: string
  readonly #suffix: string

  constructor(directory: string, rendition: string, suffix: string) {
    this.#directory = directory
    this.#rendition = rendition
    this.#suffix = suffix
  }

  get segmentCount(): number {
    return this.#written.segments.length
  }

  get record(): RenditionRecord {
    return { name: this.#rendition, firstOffsetTicks: 0, firstSegment: 0, ...this.#written }
  }

  async take(piece: StreamPiece): Promise<void> {
    if (piece.kind === 'init') {
      const { bytes, codec, timescale } = piece.init
      Object.assign(this.#written, { codec, timescale, initSha256: createHash('sha256').update(bytes).digest('hex') })
      await this.put(initFile(this.#rendition), bytes)
      return
    }
    await this.put(segmentFile(this.#rendition, this.segmentCount), piece.bytes)
    this.#written.frames += piece.fragment.samples
    this.#written.segments.push({ bytes: piece.bytes.length, durationTicks: piece.fragment.durationTicks })
  }

  /** Lets a file of the unit appear whole, by one rename. */
  async put(name: string, bytes: Buffer): Promise<void> {
    const path = join(this.#directory, name)
    await writeFile(path + this.#suffix, bytes)
    await rename(path + this.#suffix, path)
  }
}
