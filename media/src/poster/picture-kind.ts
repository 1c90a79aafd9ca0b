import { open } from 'node:fs/promises'

/** Kinds of pictures that are taken; what draws by its own program, such as SVG, is none of them. */
type PictureKind = 'jpeg' | 'png' | 'webp' | 'avif'

const HEAD_BYTES = 32

/** By its first bytes alone, before any library looks at it; undefined for everything else. */
export function pictureKindOf(head: Buffer): PictureKind | undefined {
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg'
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png'
  const text = head.toString('latin1')
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp'
  return text.slice(4, 8) === 'ftyp' && /^(?:avif|mif1.{4}.*avif)/s.test(text.slice(8)) ? 'avif' : undefined
}

export async function readPictureKind(path: string): Promise<PictureKind | undefined> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return pictureKindOf(buffer.subarray(0, bytesRead))
  } finally {
    await handle.close()
  }
}
