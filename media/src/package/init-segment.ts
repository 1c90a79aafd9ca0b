import { type Box, boxesBetween, childrenOf, findBox } from './box-reader.ts'

export type InitSegment = {
  /** Without edit list: see {@link removeEditList}. */
  readonly bytes: Buffer
  readonly codec: string
  readonly timescale: number
  readonly defaultDurationTicks: number
}

const VISUAL_ENTRY_BYTES = 78
const AUDIO_ENTRY_BYTES = 28
const hex = (value: number): string => value.toString(16).padStart(2, '0')

/** RFC 6381 name of AVC from the three bytes after `configurationVersion`. */
function avcCodec(bytes: Buffer, entry: Box): string {
  const avcC = childrenOf(bytes, entry, VISUAL_ENTRY_BYTES).find((box) => box.type === 'avcC')
  if (avcC === undefined) throw new Error('avc1 without avcC')
  const at = avcC.start + avcC.headerBytes + 1
  return `avc1.${hex(bytes.readUInt8(at))}${hex(bytes.readUInt8(at + 1))}${hex(bytes.readUInt8(at + 2))}`
}

/** Length of an MPEG-4 descriptor: seven bits a byte, the top bit says that more follow. */
function descriptorBody(bytes: Buffer, at: number): number {
  let position = at + 1
  while ((bytes.readUInt8(position) & 0x80) !== 0) position += 1
  return position + 1
}

/** RFC 6381 name of AAC from the decoder configuration inside `esds` (ISO 14496-1 §7.2.6). */
function aacCodec(bytes: Buffer, entry: Box): string {
  const esds = childrenOf(bytes, entry, AUDIO_ENTRY_BYTES).find((box) => box.type === 'esds')
  if (esds === undefined) throw new Error('mp4a without esds')
  const elementary = descriptorBody(bytes, esds.start + esds.headerBytes + 4)
  const configTag = elementary + 3
  if (bytes.readUInt8(configTag) !== 0x04) throw new Error('esds without a decoder configuration')
  const config = descriptorBody(bytes, configTag)
  const specificTag = config + 13
  const objectType = bytes.readUInt8(descriptorBody(bytes, specificTag)) >> 3
  return `mp4a.${hex(bytes.readUInt8(config))}.${objectType}`
}

function readCodec(bytes: Buffer, stsd: Box): string {
  const entry = childrenOf(bytes, stsd, 8)[0]
  if (entry?.type === 'avc1') return avcCodec(bytes, entry)
  if (entry?.type === 'mp4a') return aacCodec(bytes, entry)
  throw new Error(`unexpected sample entry ${entry?.type ?? 'none'}`)
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
