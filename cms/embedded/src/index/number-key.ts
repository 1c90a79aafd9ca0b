import { alignExact, type ExactNumber, exactOf, type NumericValue } from '../value/exact-number.ts'
import type { KeyWriter } from './key-writer.ts'

const SIGN_BIT = 1n << 63n
const view = new DataView(new ArrayBuffer(8))

function writeDouble(writer: KeyWriter, value: number): void {
  view.setFloat64(0, value === 0 ? 0 : value)
  const bits = view.getBigUint64(0)
  writer.uint64(bits & SIGN_BIT ? ~bits & 0xffffffffffffffffn : bits | SIGN_BIT)
}

/** The next double below; only reached for values that no double holds. */
function doubleBelow(value: number): number {
  if (value === Number.POSITIVE_INFINITY) return Number.MAX_VALUE
  if (value === 0) return -Number.MIN_VALUE
  view.setFloat64(0, value)
  const bits = view.getBigUint64(0)
  view.setBigUint64(0, value > 0 ? bits - 1n : bits + 1n)
  return view.getFloat64(0)
}

function nearestDouble(value: ExactNumber): number {
  return Number(`${value.digits}e${-value.scale}`)
}

function remainderAbove(value: ExactNumber, floor: number): ExactNumber {
  // Below the range of doubles: count from a point that no decimal128 reaches.
  const base = floor === Number.NEGATIVE_INFINITY ? { digits: -(10n ** 6200n), scale: 0 } : exactOf(floor)
  if (typeof base === 'number') return value
  const [exact, below, scale] = alignExact(value, base)
  return { digits: exact - below, scale }
}

/**
 * Order-preserving key of a number of any kind: the largest double not above it, then the exact rest as a decimal.
 * 5, 5.0, Long 5 and Decimal 5.00 share one key; int64 and decimal128 keep their full precision.
 */
export function writeNumberKey(writer: KeyWriter, value: NumericValue): void {
  const exact = exactOf(value)
  if (typeof exact === 'number') {
    // NaN sorts below everything; its key is the all-zero double slot.
    if (Number.isNaN(exact)) writer.uint64(0n)
    else writeDouble(writer, exact)
    writer.byte(0)
    return
  }
  let floor = nearestDouble(exact)
  let rest = remainderAbove(exact, floor)
  if (rest.digits < 0n || floor === Number.POSITIVE_INFINITY) {
    floor = doubleBelow(floor)
    rest = remainderAbove(exact, floor)
  }
  writeDouble(writer, floor)
  if (rest.digits === 0n) {
    writer.byte(0)
    return
  }
  const digits = rest.digits.toString()
  writer.byte(1)
  writer.uint16(digits.length - rest.scale + 0x8000)
  writer.raw(Buffer.from(digits.replace(/0+$/, ''), 'latin1'))
  writer.byte(0)
}
