/** One ISO BMFF box inside a buffer; `start` and `size` include the header. */
export type Box = { readonly type: string; readonly start: number; readonly headerBytes: number; readonly size: number }

/** The box that starts at `start`, or undefined when fewer bytes are there than its header needs. */
export function readBox(bytes: Buffer, start: number): Box | undefined {
  if (start + 8 > bytes.length) return undefined
  const size = bytes.readUInt32BE(start)
  const type = bytes.toString('latin1', start + 4, start + 8)
  if (size !== 1) return { type, start, headerBytes: 8, size: size === 0 ? bytes.length - start : size }
  return start + 16 > bytes.length ? undefined : { type, start, headerBytes: 16, size: Number(bytes.readBigUInt64BE(start + 8)) }
}

/** Boxes that lie side by side between two offsets; throws when one is broken, since the bytes are our own encoder's. */
export function boxesBetween(bytes: Buffer, start: number, end: number): readonly Box[] {
  const boxes: Box[] = []
  for (let position = start; position < end; ) {
    const box = readBox(bytes, position)
    if (box === undefined || box.size < box.headerBytes || position + box.size > end) throw new Error(`broken box at byte ${position}`)
    boxes.push(box)
    position += box.size
  }
  return boxes
}

/** Boxes inside a container box. */
export const childrenOf = (bytes: Buffer, box: Box, skipBytes = 0): readonly Box[] =>
  boxesBetween(bytes, box.start + box.headerBytes + skipBytes, box.start + box.size)

/** The first box at a path such as `moov`, `trak`, `mdia`. */
export function findBox(bytes: Buffer, path: readonly string[], within?: Box): Box | undefined {
  const [head, ...rest] = path
  const candidates = within === undefined ? boxesBetween(bytes, 0, bytes.length) : childrenOf(bytes, within)
  const found = candidates.find((box) => box.type === head)
  return found === undefined || rest.length === 0 ? found : findBox(bytes, rest, found)
}
