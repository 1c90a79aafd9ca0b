import { boxesBetween } from './box-reader.ts'
import { type Fragment, readFragment, shiftDecodeTime } from './fragment-reader.ts'
import { type InitSegment, readInitSegment } from './init-segment.ts'

/** A fragment as the encoder made it, and where it begins in its segment. */
export type SplitFragment = Fragment & { readonly startBytes: number }
type SplitSegment = { readonly bytes: Buffer; readonly fragments: readonly SplitFragment[] }
export type SplitUnit = { readonly init: InitSegment; readonly segments: readonly SplitSegment[] }

/**
 * Cuts a unit file (ftyp, moov, then moof + mdat per GOP) into its init segment and segments of `fragmentsPerSegment` GOPs,
 * moved in time by `shiftTicks`, in place; the fragments still tell what the encoder wrote.
 */
export function splitUnit(file: Buffer, fragmentsPerSegment: number, shiftTicks = 0): SplitUnit {
  const boxes = boxesBetween(file, 0, file.length)
  const moov = boxes.find((box) => box.type === 'moov')
  if (moov === undefined) throw new Error('unit without moov')
  const init = readInitSegment(file.subarray(0, moov.start + moov.size))
  const moofs = boxes.filter((box) => box.type === 'moof')
  const ends = moofs.map((moof) => {
    const mdat = boxes.find((box) => box.start === moof.start + moof.size)
    if (mdat?.type !== 'mdat') throw new Error('moof without mdat')
    return mdat.start + mdat.size
  })
  const segments: SplitSegment[] = []
  for (let first = 0; first < moofs.length; first += fragmentsPerSegment) {
    const part = moofs.slice(first, first + fragmentsPerSegment)
    const start = part[0]?.start ?? 0
    const end = ends[first + part.length - 1] ?? start
    const fragments = part.map((moof) => ({
      ...readFragment(file, moof, init.defaultDurationTicks),
      startBytes: moof.start - start,
    }))
    for (const moof of part) if (shiftTicks !== 0) shiftDecodeTime(file, moof, shiftTicks)
    segments.push({ bytes: file.subarray(start, end), fragments })
  }
  return { init, segments }
}
