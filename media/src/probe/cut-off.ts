import { type FileHandle, open } from 'node:fs/promises'

/** Sizes that recorders write when they do not know how much will follow, and those of files beyond 4 GiB. */
const UNKNOWN_SIZE_BYTES = 0x7fff_0000

/** An ISO file that has media but lost its index, or announces boxes past its end. */
async function isIsoCutOff(handle: FileHandle, sizeBytes: number): Promise<boolean> {
  const header = Buffer.alloc(16)
  const seen = new Set<string>()
  for (let position = 0; position < sizeBytes && seen.size < 64; ) {
    const { bytesRead } = await handle.read(header, 0, 16, position)
    if (bytesRead < 8) return seen.has('ftyp')
    const type = header.toString('latin1', 4, 8)
    if (position === 0 && type !== 'ftyp') return false
    const short = header.readUInt32BE(0)
    const size = short === 1 ? Number(header.readBigUInt64BE(8)) : short === 0 ? sizeBytes - position : short
    if (size < 8) return true
    seen.add(type)
    position += size
    if (position > sizeBytes) return true
  }
  return seen.has('ftyp') && !seen.has('moov')
}

/** A WAV that announces more samples than follow: its length is reckoned from those, so nothing else shows that some are missing. */
async function isWaveCutOff(handle: FileHandle, sizeBytes: number): Promise<boolean> {
  const header = Buffer.alloc(12)
  const { bytesRead } = await handle.read(header, 0, 12, 0)
  if (bytesRead < 12 || header.toString('latin1', 0, 4) !== 'RIFF' || header.toString('latin1', 8, 12) !== 'WAVE') return false
  const declaredBytes = header.readUInt32LE(4) + 8
  return declaredBytes < UNKNOWN_SIZE_BYTES && declaredBytes > sizeBytes
}

/** Whether a file ends before its own headers say so. */
export async function isCutOff(path: string, sizeBytes: number): Promise<boolean> {
  const handle = await open(path, 'r')
  try {
    return (await isIsoCutOff(handle, sizeBytes)) || (await isWaveCutOff(handle, sizeBytes))
  } finally {
    await handle.close()
  }
}
