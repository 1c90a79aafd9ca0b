import { boxesBetween } from './box-reader.ts'
import { type Fragment, readFragment } from './fragment-reader.ts'
import { type InitSegment, readInitSegment } from './init-segment.ts'

type SplitSegment = { readonly bytes: Buffer; readonly fragments: readonly Fragment[] }
export type SplitUnit = { readonly init: InitSegment; readonly segments: readonly SplitSegment[] }

/** Cuts a unit file (ftyp, moov, then moof + mdat per GOP) into its init segment and segments of `fragmentsPerSegment` GOPs. */
export function splitUnit(file: Buffer, fragmentsPerSegment: number): SplitUnit {
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
    segments.push({
      bytes: file.subarray(start, end),
      fragments: part.map((moof) => readFragment(file, moof, init.defaultDurationTicks)),
    })
  }
  return { init, segments }
}
