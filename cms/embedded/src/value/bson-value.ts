import {
  type Binary,
  type BSONRegExp,
  type BSONSymbol,
  type Code,
  type Decimal128,
  Double,
  deserialize,
  Int32,
  Long,
  type MaxKey,
  type MinKey,
  type ObjectId,
  serialize,
  type Timestamp,
} from 'bson'
import { CommandFailure } from './failure.ts'

/** Values as they are stored: number kinds keep their wrapper, so that a width survives every round trip. */
export type BsonValue =
  | undefined
  | null
  | boolean
  | number
  | string
  | Int32
  | Double
  | Long
  | Decimal128
  | Date
  | ObjectId
  | Binary
  | BSONRegExp
  | BSONSymbol
  | Timestamp
  | Code
  | MinKey
  | MaxKey
  | readonly BsonValue[]
  | BsonDocument

export interface BsonDocument {
  [field: string]: BsonValue
}

/** Largest document the protocol allows, in bytes. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024

export function decodeDocument(bytes: Uint8Array): BsonDocument {
  // `deserialize` types its answer as any document; with promoteValues off it holds exactly the kinds of BsonValue.
  return deserialize(bytes, { promoteValues: false, bsonRegExp: true }) as BsonDocument
}

/** What a pipeline or a reply may have above that, as in MongoDB. */
const MAX_ENCODED_BYTES = MAX_DOCUMENT_BYTES + 16 * 1024

/** Throws `BSONObjectTooLarge`: the library's buffer ends a little later, and cuts texts off there without a word. */
export function encodeDocument(document: BsonDocument): Uint8Array {
  const bytes = serializeBounded(document)
  if (bytes === undefined || bytes.length > MAX_ENCODED_BYTES) {
    throw new CommandFailure(
      'BSONObjectTooLarge',
      `a document is larger than the limit of ${MAX_ENCODED_BYTES} bytes: ask for less at a time`,
    )
  }
  return bytes
}

/** Undefined when it outgrew the library's buffer. */
function serializeBounded(document: BsonDocument): Uint8Array | undefined {
  try {
    return serialize(document, { ignoreUndefined: true })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

export function isDocument(value: unknown): value is BsonDocument {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

export function isArray(value: unknown): value is readonly BsonValue[] {
  return Array.isArray(value)
}

/** The `_bsontype` of a wrapped value, or undefined for plain JavaScript values. */
export function wrapperOf(value: BsonValue): string | undefined {
  if (typeof value !== 'object' || value === null || isArray(value) || value instanceof Date) return undefined
  // A stored document may carry a field of this name; only class instances count as wrapped.
  if (isDocument(value)) return undefined
  return value._bsontype
}

export function isNumeric(value: BsonValue): value is number | Int32 | Double | Long | Decimal128 {
  if (typeof value === 'number') return true
  const wrapper = wrapperOf(value)
  return wrapper === 'Int32' || wrapper === 'Double' || wrapper === 'Long' || wrapper === 'Decimal128'
}

/** The nearest JavaScript number. */
export function toNumber(value: number | Int32 | Double | Long | Decimal128): number {
  if (typeof value === 'number') return value
  if (value instanceof Int32 || value instanceof Double) return value.value
  if (value instanceof Long) return value.toNumber()
  return Number(value.toString())
}

/** The own value of a field; a document never answers with something it inherited. */
export function fieldOf(document: BsonDocument, field: string): BsonValue {
  return Object.hasOwn(document, field) ? document[field] : undefined
}

/** Sets a field, also one called `__proto__`, which plain assignment would swallow. */
export function setField(document: BsonDocument, field: string, value: BsonValue): void {
  if (field === '__proto__') Object.defineProperty(document, field, { value, enumerable: true, configurable: true, writable: true })
  else document[field] = value
}

export function cloneValue(value: BsonValue): BsonValue {
  if (isArray(value)) return value.map(cloneValue)
  if (!isDocument(value)) return value
  const copy: BsonDocument = {}
  for (const field of Object.keys(value)) setField(copy, field, cloneValue(value[field]))
  return copy
}

export function isTruthy(value: BsonValue): boolean {
  if (value === undefined || value === null || value === false) return false
  return isNumeric(value) ? toNumber(value) !== 0 : true
}
