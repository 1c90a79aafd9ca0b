import { Decimal128, Double, Int32, Long } from 'bson'
import { alignExact, type ExactNumber, exactOf, type NumericValue } from './exact-number.ts'
import { CommandFailure } from './failure.ts'

/** int32 → int64 → double → decimal: the wider of two operands decides the kind of the answer. */
function rankOf(value: NumericValue): 0 | 1 | 2 | 3 {
  if (value instanceof Int32) return 0
  if (value instanceof Long) return 1
  if (value instanceof Decimal128) return 3
  return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= 0x7fffffff ? 0 : 2
}

function wholeOf(value: NumericValue): bigint {
  if (value instanceof Long) return value.toBigInt()
  return BigInt(typeof value === 'number' ? value : Number(value.toString()))
}

function doubleOf(value: NumericValue): number {
  if (typeof value === 'number') return value
  return value instanceof Long ? value.toNumber() : Number(value.toString())
}

/** An integer in the narrowest kind from `rank` up that holds it; past int64 it is an overflow. */
function wholeResult(value: bigint, rank: number): Int32 | Long {
  if (rank === 0 && value >= -0x80000000n && value <= 0x7fffffffn) return new Int32(Number(value))
  if (BigInt.asIntN(64, value) !== value) throw new CommandFailure('BadValue', 'integer overflow: the result does not fit int64')
  return Long.fromBigInt(value)
}

/** Rounds half to even at 34 significant digits, as decimal128 holds. */
function decimalResult(value: ExactNumber): Decimal128 {
  let { digits, scale } = value
  const negative = digits < 0n
  let magnitude = negative ? -digits : digits
  const excess = magnitude.toString().length - 34
  if (excess > 0) {
    const unit = 10n ** BigInt(excess)
    const rest = magnitude % unit
    magnitude /= unit
    if (rest * 2n > unit || (rest * 2n === unit && magnitude % 2n === 1n)) magnitude += 1n
    scale -= excess
  }
  digits = negative ? -magnitude : magnitude
  return Decimal128.fromString(`${digits}E${-scale}`)
}

/** Exact form for decimal arithmetic. A double enters with 15 significant digits, as the server converts it. */
function decimalOperand(value: NumericValue): ExactNumber | number {
  if (value instanceof Double || (typeof value === 'number' && !Number.isInteger(value))) {
    const plain = doubleOf(value)
    return Number.isFinite(plain) ? exactOf(Decimal128.fromString(plain.toPrecision(15))) : plain
  }
  return exactOf(value)
}

function decimalArithmetic(
  left: NumericValue,
  right: NumericValue,
  finite: (a: ExactNumber, b: ExactNumber) => ExactNumber,
  other: (a: number, b: number) => number,
): Decimal128 {
  const a = decimalOperand(left)
  const b = decimalOperand(right)
  if (typeof a === 'number' || typeof b === 'number') return Decimal128.fromString(String(other(doubleOf(left), doubleOf(right))))
  return decimalResult(finite(a, b))
}

export function addNumbers(left: NumericValue, right: NumericValue): NumericValue {
  const rank = Math.max(rankOf(left), rankOf(right))
  if (rank <= 1) return wholeResult(wholeOf(left) + wholeOf(right), rank)
  if (rank === 2) return new Double(doubleOf(left) + doubleOf(right))
  const sum = (a: ExactNumber, b: ExactNumber): ExactNumber => {
    const [x, y, scale] = alignExact(a, b)
    return { digits: x + y, scale }
  }
  return decimalArithmetic(left, right, sum, (a, b) => a + b)
}

export function multiplyNumbers(left: NumericValue, right: NumericValue): NumericValue {
  const rank = Math.max(rankOf(left), rankOf(right))
  if (rank <= 1) return wholeResult(wholeOf(left) * wholeOf(right), rank)
  if (rank === 2) return new Double(doubleOf(left) * doubleOf(right))
  const product = (a: ExactNumber, b: ExactNumber): ExactNumber => ({ digits: a.digits * b.digits, scale: a.scale + b.scale })
  return decimalArithmetic(left, right, product, (a, b) => a * b)
}
