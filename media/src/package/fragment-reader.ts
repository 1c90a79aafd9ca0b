import { type Box, childrenOf, findBox } from './box-reader.ts'

/** What a playlist and the checks need to know of one `moof`. */
export type Fragment = {
  /** `tfdt`, ticks of the track. */
  readonly decodeTimeTicks: number
  readonly durationTicks: number
  readonly samples: number
  /** Composition offset of the first sample: how late its picture is against its decode time. */
  readonly firstOffsetTicks: number
  /** From the start of the `moof` to the end of its first sample, which is a key picture where every fragment is a GOP. */
  readonly firstSampleEndBytes: number
}

type SampleFlags = { readonly duration: boolean; readonly size: boolean; readonly flags: boolean; readonly offset: boolean }

function fullBox(bytes: Buffer, box: Box): { readonly version: number; readonly flags: number; readonly body: number } {
  const word = bytes.readUInt32BE(box.start + box.headerBytes)
  return { version: word >>> 24, flags: word & 0xffffff, body: box.start + box.headerBytes + 4 }
}

function readDecodeTime(bytes: Buffer, tfdt: Box): number {
  const { version, body } = fullBox(bytes, tfdt)
  return version === 1 ? Number(bytes.readBigUInt64BE(body)) : bytes.readUInt32BE(body)
}

type Defaults = { readonly durationTicks: number; readonly sampleBytes: number }

/** Defaults of tfhd, or the ones of trex. */
function readDefaults(bytes: Buffer, tfhd: Box, fromInitTicks: number): Defaults {
  const { flags, body } = fullBox(bytes, tfhd)
  const durationAt = body + 4 + ((flags & 0x01) === 0 ? 0 : 8) + ((flags & 0x02) === 0 ? 0 : 4)
  const sizeAt = durationAt + ((flags & 0x08) === 0 ? 0 : 4)
  return {
    durationTicks: (flags & 0x08) === 0 ? fromInitTicks : bytes.readUInt32BE(durationAt),
    sampleBytes: (flags & 0x10) === 0 ? 0 : bytes.readUInt32BE(sizeAt),
  }
}

function readRun(bytes: Buffer, trun: Box, defaults: Defaults): Omit<Fragment, 'decodeTimeTicks'> {
  const { flags, body } = fullBox(bytes, trun)
  const has: SampleFlags = {
    duration: (flags & 0x100) !== 0,
    size: (flags & 0x200) !== 0,
    flags: (flags & 0x400) !== 0,
    offset: (flags & 0x800) !== 0,
  }
  const samples = bytes.readUInt32BE(body)
  const first = body + 4 + ((flags & 0x01) === 0 ? 0 : 4) + ((flags & 0x04) === 0 ? 0 : 4)
  const offsetAt = (has.duration ? 4 : 0) + (has.size ? 4 : 0) + (has.flags ? 4 : 0)
  const entryBytes = offsetAt + (has.offset ? 4 : 0)
  let durationTicks = 0
  for (let index = 0; index < samples; index += 1) {
    durationTicks += has.duration ? bytes.readUInt32BE(first + index * entryBytes) : defaults.durationTicks
  }
  const firstOffsetTicks = has.offset && samples > 0 ? bytes.readInt32BE(first + offsetAt) : 0
  const sampleBytes = has.size && samples > 0 ? bytes.readUInt32BE(first + (has.duration ? 4 : 0)) : defaults.sampleBytes
  const dataAt = (flags & 0x01) === 0 ? 0 : bytes.readInt32BE(body + 4)
  return { durationTicks, samples, firstOffsetTicks, firstSampleEndBytes: dataAt + sampleBytes }
}

/** Reads a `moof` that describes one track. */
export function readFragment(bytes: Buffer, moof: Box, defaultDurationTicks: number): Fragment {
  const traf = findBox(bytes, ['traf'], moof)
  const inside = traf === undefined ? [] : childrenOf(bytes, traf)
  const tfhd = inside.find((box) => box.type === 'tfhd')
  const tfdt = inside.find((box) => box.type === 'tfdt')
  if (tfhd === undefined || tfdt === undefined) throw new Error('moof without tfhd or tfdt')
  const defaults = readDefaults(bytes, tfhd, defaultDurationTicks)
  const runs = inside.filter((box) => box.type === 'trun').map((trun) => readRun(bytes, trun, defaults))
  return {
    decodeTimeTicks: readDecodeTime(bytes, tfdt),
    durationTicks: runs.reduce((sum, run) => sum + run.durationTicks, 0),
    samples: runs.reduce((sum, run) => sum + run.samples, 0),
    firstOffsetTicks: runs[0]?.firstOffsetTicks ?? 0,
    firstSampleEndBytes: runs[0]?.firstSampleEndBytes ?? 0,
  }
}

/** Moves a fragment in time, in place. */
export function shiftDecodeTime(bytes: Buffer, moof: Box, shiftTicks: number): void {
  const tfdt = findBox(bytes, ['traf', 'tfdt'], moof)
  if (tfdt === undefined) throw new Error('moof without tfdt')
  const { version, body } = fullBox(bytes, tfdt)
  if (version === 1) bytes.writeBigUInt64BE(bytes.readBigUInt64BE(body) + BigInt(shiftTicks), body)
  else bytes.writeUInt32BE(bytes.readUInt32BE(body) + shiftTicks, body)
}
