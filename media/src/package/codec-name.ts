import { type Box, childrenOf } from './box-reader.ts'

const VISUAL_ENTRY_BYTES = 78
const AUDIO_ENTRY_BYTES = 28
const hex = (value: number): string => value.toString(16).padStart(2, '0')
const decimal = (value: number): string => String(value).padStart(2, '0')

/** First byte of the body of a decoder configuration inside a visual sample entry. */
function configuration(bytes: Buffer, entry: Box, type: string): number {
  const box = childrenOf(bytes, entry, VISUAL_ENTRY_BYTES).find((child) => child.type === type)
  if (box === undefined) throw new Error(`${entry.type} without ${type}`)
  return box.start + box.headerBytes
}

/** RFC 6381 name of AVC from the three bytes after `configurationVersion`. */
function avcCodec(bytes: Buffer, entry: Box): string {
  const at = configuration(bytes, entry, 'avcC') + 1
  return `avc1.${hex(bytes.readUInt8(at))}${hex(bytes.readUInt8(at + 1))}${hex(bytes.readUInt8(at + 2))}`
}

function reversedBits(word: number): number {
  let reversed = 0
  for (let bit = 0; bit < 32; bit += 1) if ((word & (1 << bit)) !== 0) reversed |= 1 << (31 - bit)
  return reversed >>> 0
}

/** Name of HEVC from `hvcC` (ISO 14496-15 annex E.3): profile, compatibility, tier and level, constraints without trailing zeros. */
function hevcCodec(bytes: Buffer, entry: Box): string {
  const at = configuration(bytes, entry, 'hvcC') + 1
  const profile = bytes.readUInt8(at)
  const space = ['', 'A', 'B', 'C'][profile >> 6] ?? ''
  const tier = (profile & 0x20) === 0 ? 'L' : 'H'
  const constraints = [...bytes.subarray(at + 5, at + 11)]
  while (constraints.at(-1) === 0) constraints.pop()
  const parts = [
    `${space}${profile & 0x1f}`,
    reversedBits(bytes.readUInt32BE(at + 1))
      .toString(16)
      .toUpperCase(),
    `${tier}${bytes.readUInt8(at + 11)}`,
    ...constraints.map((byte) => byte.toString(16).toUpperCase()),
  ]
  return `${entry.type}.${parts.join('.')}`
}

/** Name of AV1 from `av1C` (AV1 codec ISO media file format binding §5): profile, level and tier, bits. */
function av1Codec(bytes: Buffer, entry: Box): string {
  const at = configuration(bytes, entry, 'av1C') + 1
  const [levels, flags] = [bytes.readUInt8(at), bytes.readUInt8(at + 1)]
  const tier = (flags & 0x80) === 0 ? 'M' : 'H'
  const bits = (flags & 0x40) === 0 ? 8 : (flags & 0x20) === 0 ? 10 : 12
  return `av01.${levels >> 5}.${decimal(levels & 0x1f)}${tier}.${decimal(bits)}`
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

const READERS: Readonly<Record<string, (bytes: Buffer, entry: Box) => string>> = {
  avc1: avcCodec,
  hvc1: hevcCodec,
  av01: av1Codec,
  mp4a: aacCodec,
}

/** What a playlist's CODECS must say of the first sample entry of `stsd`; throws for one that no encoder of ours writes. */
export function readCodec(bytes: Buffer, stsd: Box): string {
  const entry = childrenOf(bytes, stsd, 8)[0]
  const reader = READERS[entry?.type ?? '']
  if (entry === undefined || reader === undefined) throw new Error(`unexpected sample entry ${entry?.type ?? 'none'}`)
  return reader(bytes, entry)
}
