import { WireFailure } from './message.ts'

const MAX_MESSAGE_BYTES = 48_000_000
const MIN_MESSAGE_BYTES = 21

/** Cuts a byte stream into whole messages. */
export class FrameReader {
  private chunks: Buffer[] = []
  private buffered = 0
  private wanted: number | undefined

  /** Takes what arrived and answers every message that is now complete. */
  push(chunk: Buffer): readonly Buffer[] {
    this.chunks.push(chunk)
    this.buffered += chunk.length
    const messages: Buffer[] = []
    for (let message = this.next(); message !== undefined; message = this.next()) messages.push(message)
    return messages
  }

  private next(): Buffer | undefined {
    if (this.wanted === undefined && this.buffered >= 4) {
      const size = this.joined().readInt32LE(0)
      if (size < MIN_MESSAGE_BYTES || size > MAX_MESSAGE_BYTES) throw new WireFailure(`a message of ${size} bytes`)
      this.wanted = size
    }
    if (this.wanted === undefined || this.buffered < this.wanted) return undefined
    const all = this.joined()
    const message = all.subarray(0, this.wanted)
    this.chunks = [all.subarray(this.wanted)]
    this.buffered -= this.wanted
    this.wanted = undefined
    return message
  }

  private joined(): Buffer {
    const [first] = this.chunks
    const all = this.chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.chunks)
    this.chunks = [all]
    return all
  }
}
