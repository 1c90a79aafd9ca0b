/** A growing byte buffer for index keys; component bytes can be complemented afterwards for descending fields. */
export class KeyWriter {
  private bytes = Buffer.allocUnsafe(128)
  private used = 0

  get length(): number {
    return this.used
  }

  private reserve(count: number): void {
    if (this.used + count <= this.bytes.length) return
    const grown = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.used + count))
    this.bytes.copy(grown, 0, 0, this.used)
    this.bytes = grown
  }

  byte(value: number): void {
    this.reserve(1)
    this.bytes[this.used] = value
    this.used += 1
  }

  raw(value: Uint8Array): void {
    this.reserve(value.length)
    this.bytes.set(value, this.used)
    this.used += value.length
  }

  uint16(value: number): void {
    this.reserve(2)
    this.used = this.bytes.writeUInt16BE(value, this.used)
  }

  uint32(value: number): void {
    this.reserve(4)
    this.used = this.bytes.writeUInt32BE(value, this.used)
  }

  uint64(value: bigint): void {
    this.reserve(8)
    this.used = this.bytes.writeBigUInt64BE(value, this.used)
  }

  /** UTF-8 with 0x00 escaped as 0x00 0xFF, closed by 0x00 0x00: no string's bytes begin another's. */
  text(value: string): void {
    const encoded = Buffer.from(value, 'utf8')
    if (encoded.includes(0)) {
      for (const byte of encoded) {
        this.byte(byte)
        if (byte === 0) this.byte(0xff)
      }
    } else this.raw(encoded)
    this.uint16(0)
  }

  complementFrom(start: number): void {
    for (let at = start; at < this.used; at += 1) this.bytes[at] = ~(this.bytes[at] ?? 0) & 0xff
  }

  truncate(length: number): void {
    this.used = length
  }

  finish(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.used))
  }
}
