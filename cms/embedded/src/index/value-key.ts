import { Binary, BSONRegExp, BSONSymbol, Code, ObjectId, Timestamp } from 'bson'
import { type BsonValue, isArray, isDocument, isNumeric } from '../value/bson-value.ts'
import { KIND_RANK, kindRankOf } from '../value/value-order.ts'
import { KeyWriter } from './key-writer.ts'
import { writeNumberKey } from './number-key.ts'

function writePayload(writer: KeyWriter, value: BsonValue): void {
  if (typeof value === 'string') writer.text(value)
  else if (isNumeric(value)) writeNumberKey(writer, value)
  else if (typeof value === 'boolean') writer.byte(value ? 1 : 0)
  else if (value instanceof Date) writer.uint64(BigInt.asUintN(64, BigInt(value.getTime())) ^ (1n << 63n))
  else if (value instanceof ObjectId) writer.raw(value.id)
  else if (value instanceof Timestamp) writer.uint64(BigInt.asUintN(64, value.toBigInt()))
  else if (value instanceof Binary) {
    writer.uint32(value.position)
    writer.byte(value.sub_type)
    writer.raw(value.value())
  } else if (value instanceof BSONRegExp) {
    writer.text(value.pattern)
    writer.text(value.options)
  } else if (value instanceof Code) writer.text(value.code)
  else if (value instanceof BSONSymbol) writer.text(value.value)
  else if (isArray(value)) {
    for (const element of value) writeValueKey(writer, element)
    writer.byte(0)
  } else if (isDocument(value)) {
    for (const field of Object.keys(value)) {
      writer.byte(kindRankOf(value[field]))
      writer.text(field)
      writePayload(writer, value[field])
    }
    writer.byte(0)
  }
}

/** Appends the order-preserving bytes of a value: its kind's rank, then bytes that sort as the values do. */
export function writeValueKey(writer: KeyWriter, value: BsonValue): void {
  writer.byte(kindRankOf(value))
  writePayload(writer, value)
}

/** What an empty array leaves in an index: below null, so that it is told apart from a missing field. */
export function writeEmptyArrayKey(writer: KeyWriter): void {
  writer.byte(KIND_RANK.undefined)
}

/** The key of one value alone, as the `_id` column holds it. */
export function valueKey(value: BsonValue): Buffer {
  const writer = new KeyWriter()
  writeValueKey(writer, value)
  return writer.finish()
}
