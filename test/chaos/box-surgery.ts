/** Boxes of ISO base media files (ISO/IEC 14496-12) that have nothing but boxes inside. */
const CONTAINERS = new Set(['moov', 'trak', 'mdia'])
const HEADERS: { readonly [type: string]: { readonly scaleAt: number; readonly durationAt: number } } = {
  mvhd: { scaleAt: 20, durationAt: 24 },
  // In the movie's time scale, which is 1,000 in all that ffmpeg writes.
  tkhd: { scaleAt: -1, durationAt: 28 },
  mdhd: { scaleAt: 20, durationAt: 24 },
}
const MOVIE_TIMESCALE = 1000

/** Makes headers of the given types say that a file lasts so long; its samples stay as they are. */
export function lieAboutDuration(bytes: Buffer, types: readonly string[], seconds: number): Buffer {
  const lying = Buffer.from(bytes)
  let lies = 0
  const walk = (from: number, end: number): void => {
    for (let at = from; at + 8 <= end; ) {
      const size = lying.readUInt32BE(at)
      const type = lying.toString('latin1', at + 4, at + 8)
      const header = types.includes(type) ? HEADERS[type] : undefined
      if (header !== undefined) {
        const timescale = header.scaleAt < 0 ? MOVIE_TIMESCALE : lying.readUInt32BE(at + header.scaleAt)
        lying.writeUInt32BE(seconds * timescale, at + header.durationAt)
        lies += 1
      }
      if (CONTAINERS.has(type)) walk(at + 8, at + size)
      at += size
    }
  }
  walk(0, lying.length)
  if (lies < types.length) throw new Error(`only ${lies} headers to lie in`)
  return lying
}

/** The file up to the end of its first box of a type, and nothing behind it. */
export function upToBox(bytes: Buffer, type: string): Buffer {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const end = at + bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === type) return bytes.subarray(0, end)
    at = end
  }
  throw new Error(`no ${type}`)
}
