import { boxesBetween, childrenOf, findBox } from './box-reader.ts'
import { readCodec } from './codec-name.ts'

export type InitSegment = {
  /** Without edit list: see {@link removeEditList}. */
  readonly bytes: Buffer
  readonly codec: string
  readonly timescale: number
  readonly defaultDurationTicks: number
}

/**
 * Renames `edts` to `free` in place: players disagree about edit lists by up to 80 ms, so that every rung begins late by its
 * reordering depth instead and the sound is moved along.
 */
function removeEditList(bytes: Buffer): void {
  for (const moov of boxesBetween(bytes, 0, bytes.length).filter((box) => box.type === 'moov')) {
    for (const trak of childrenOf(bytes, moov).filter((box) => box.type === 'trak')) {
      const edts = childrenOf(bytes, trak).find((box) => box.type === 'edts')
      if (edts !== undefined) bytes.write('free', edts.start + 4, 'latin1')
    }
  }
}

/** Reads ftyp + moov of a one-track file; the bytes come back as a copy without edit list. */
export function readInitSegment(source: Buffer): InitSegment {
  const bytes = Buffer.from(source)
  removeEditList(bytes)
  const mdhd = findBox(bytes, ['moov', 'trak', 'mdia', 'mdhd'])
  const stsd = findBox(bytes, ['moov', 'trak', 'mdia', 'minf', 'stbl', 'stsd'])
  const trex = findBox(bytes, ['moov', 'mvex', 'trex'])
  if (mdhd === undefined || stsd === undefined || trex === undefined) throw new Error('init segment without mdhd, stsd or trex')
  const body = mdhd.start + mdhd.headerBytes
  const isLong = bytes.readUInt8(body) === 1
  return {
    bytes,
    codec: readCodec(bytes, stsd),
    timescale: bytes.readUInt32BE(body + (isLong ? 20 : 12)),
    defaultDurationTicks: bytes.readUInt32BE(trex.start + trex.headerBytes + 12),
  }
}
