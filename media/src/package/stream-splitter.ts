import { readBox } from './box-reader.ts'
import { type Fragment, readFragment, shiftDecodeTime } from './fragment-reader.ts'
import { type InitSegment, readInitSegment } from './init-segment.ts'

export type StreamPiece =
  | { readonly kind: 'init'; readonly init: InitSegment }
  | { readonly kind: 'segment'; readonly bytes: Buffer; readonly fragment: Fragment }

/** Longest box that is waited for; sound of four seconds needs a hundredth of it. */
const LONGEST_BOX_BYTES = 16 * 1024 * 1024

/** Cuts fragmented mp4 as it comes out of a pipe; every fragment becomes a segment, moved by `shiftTicks`. */
export class StreamSplitter {
  readonly #shiftTicks: number
  #pending: Buffer = Buffer.alloc(0)
  #held: Buffer[] = []
  #init: InitSegment | undefined

  constructor(shiftTicks: number) {
    this.#shiftTicks = shiftTicks
  }

  /** Takes the next bytes and gives the pieces that they complete. */
  push(chunk: Buffer): readonly StreamPiece[] {
    this.#pending = Buffer.concat([this.#pending, chunk])
    const pieces: StreamPiece[] = []
    for (;;) {
      const box = readBox(this.#pending, 0)
      if (box === undefined) return pieces
      if (box.size < box.headerBytes || box.size > LONGEST_BOX_BYTES) throw new Error(`broken ${box.type} box of ${box.size} bytes`)
      if (this.#pending.length < box.size) return pieces
      const bytes = Buffer.from(this.#pending.subarray(0, box.size))
      this.#pending = this.#pending.subarray(box.size)
      const piece = this.#take(box.type, bytes)
      if (piece !== undefined) pieces.push(piece)
    }
  }

  #take(type: string, bytes: Buffer): StreamPiece | undefined {
    // A trailing index (`mfra`) is of no use to a player.
    if (type === 'ftyp' || type === 'moof') this.#held = [bytes]
    if (type === 'moov') {
      this.#init = readInitSegment(Buffer.concat([...this.#held, bytes]))
      return { kind: 'init', init: this.#init }
    }
    if (type !== 'mdat') return undefined
    const [moof] = this.#held
    const box = moof && readBox(moof, 0)
    if (moof === undefined || box === undefined || this.#init === undefined) throw new Error('mdat before moof')
    shiftDecodeTime(moof, box, this.#shiftTicks)
    return { kind: 'segment', bytes: Buffer.concat([moof, bytes]), fragment: readFragment(moof, box, this.#init.defaultDurationTicks) }
  }
}
