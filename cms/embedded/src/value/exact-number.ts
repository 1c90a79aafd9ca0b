import { Decimal128, Double, Int32, Long } from 'bson'

export type NumericValue = number | Int32 | Double | Long | Decimal128

/** `digits × 10^-scale`, exactly; every finite BSON number has such a form. */
export type ExactNumber = { readonly digits: bigint; readonly scale: number }

const floatView = new DataView(new ArrayBuffer(8))

function exactOfDouble(value: number): ExactNumber {
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), scale: 0 }
  floatView.setFloat64(0, value)
  const bits = floatView.getBigUint64(0)
  const rawExponent = Number((bits >> 52n) & 0x7ffn)
  const fraction = bits & 0xfffffffffffffn
  const mantissa = rawExponent === 0 ? fraction : fraction | 0x10000000000000n
  const exponent = (rawExponent === 0 ? 1 : rawExponent) - 1075
  const signed = bits >> 63n === 0n ? mantissa : -mantissa
  if (exponent >= 0) return { digits: signed << BigInt(exponent), scale: 0 }
  // m / 2^k = m × 5^k / 10^k
  return { digits: signed * 5n ** BigInt(-exponent), scale: -exponent }
}

function exactOfDecimal(value: Decimal128): ExactNumber | number {
  const text = value.toString()
  if (text === 'NaN') return Number.NaN
  if (text === 'Infinity') return Number.POSITIVE_INFINITY
  if (text === '-Infinity') return Number.NEGATIVE_INFINITY
  const [mantissa = '0', exponentText = '0'] = text.split('E')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const exponent = Number(exponentText) - fraction.length
  const digits = BigInt(whole + fraction)
  return exponent >= 0 ? { digits: digits * 10n ** BigInt(exponent), scale: 0 } : { digits, scale: -exponent }
}

/** The exact value, or a JavaScript number when it is NaN or infinite. */
export function exactOf(value: NumericValue): ExactNumber | number {
  if (value instanceof Long) return { digits: value.toBigInt(), scale: 0 }
  if (value instanceof Decimal128) return exactOfDecimal(value)
  const plain = typeof value === 'number' ? value : value.value
  return Number.isFinite(plain) ? exactOfDouble(plain) : plain
}

/** Brings two exact numbers to one scale. */
export function alignExact(left: ExactNumber, right: ExactNumber): readonly [bigint, bigint, number] {
  const scale = Math.max(left.scale, right.scale)
  return [left.digits * 10n ** BigInt(scale - left.scale), right.digits * 10n ** BigInt(scale - right.scale), scale]
}

function plainOf(value: NumericValue): number | bigint | undefined {
  if (typeof value === 'number') return value
  if (value instanceof Int32 || value instanceof Double) return value.value
  if (value instanceof Long) return value.toBigInt()
  return undefined
}

function compareNonFinite(left: ExactNumber | number, right: ExactNumber | number): number {
  const rank = (value: ExactNumber | number): number => {
    if (typeof value !== 'number') return 0
    if (Number.isNaN(value)) return -2
    return value > 0 ? 1 : -1
  }
  return Math.sign(rank(left) - rank(right))
}

/** Orders two numbers of any kinds by their exact value; NaN is the smallest. */
export function compareNumbers(left: NumericValue, right: NumericValue): number {
  const plainLeft = plainOf(left)
  const plainRight = plainOf(right)
  if (plainLeft !== undefined && plainRight !== undefined) {
    // JavaScript compares a bigint with a number by mathematical value.
    if (plainLeft < plainRight) return -1
    if (plainLeft > plainRight) return 1
    if (Number.isNaN(plainLeft) || Number.isNaN(plainRight)) return compareNonFinite(exactOf(left), exactOf(right))
    return 0
  }
  const exactLeft = exactOf(left)
  const exactRight = exactOf(right)
  if (typeof exactLeft === 'number' || typeof exactRight === 'number') return compareNonFinite(exactLeft, exactRight)
  const [a, b] = alignExact(exactLeft, exactRight)
  return a < b ? -1 : a > b ? 1 : 0
}
