import type { EngineContext } from '../engine/engine-context.ts'
import type { ReadView, WriteView } from '../engine/view.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument, isNumeric, isTruthy, toNumber } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'

/** A document, or a reply that is BSON already. */
export type Reply = BsonDocument | Uint8Array

/** What a field of a command must be; `ignored` fields are accepted and change nothing here. */
export type FieldKind = 'text' | 'document' | 'list' | 'number' | 'flag' | 'any' | 'ignored'

type CommandBase = {
  readonly name: string
  readonly aliases?: readonly string[]
  /** Every field that may come with the command besides the common ones; any other is refused by name. */
  readonly fields: Readonly<Record<string, FieldKind>>
}

export type Command = CommandBase &
  (
    | {
        readonly effect: 'none'
        readonly run: (fields: CommandFields, context: EngineContext, request: CommandRequest) => Reply | Promise<Reply>
      }
    | {
        readonly effect: 'read'
        readonly run: (fields: CommandFields, view: ReadView, context: EngineContext, request: CommandRequest) => Reply | Promise<Reply>
      }
    | {
        readonly effect: 'write'
        readonly run: (fields: CommandFields, view: WriteView, context: EngineContext, request: CommandRequest) => BsonDocument
      }
  )

/** Who asks, and within what. */
export type CommandRequest = {
  readonly db: string
  readonly connectionId: number
  /** Hex of the session's id, when the command names one. */
  readonly session: string | undefined
  readonly txnNumber: bigint | undefined
  readonly inTransaction: boolean
}

const KIND_TESTS: Readonly<Record<FieldKind, (value: BsonValue) => boolean>> = {
  text: (value) => typeof value === 'string',
  document: isDocument,
  list: isArray,
  number: isNumeric,
  flag: (value) => typeof value === 'boolean' || isNumeric(value),
  any: () => true,
  ignored: () => true,
}

/** Fields that any command may carry. Of the read concerns only linearizable would promise more than is kept here. */
const COMMON_FIELDS: Readonly<Record<string, FieldKind>> = {
  $db: 'text',
  lsid: 'document',
  $clusterTime: 'ignored',
  $readPreference: 'ignored',
  readConcern: 'document',
  writeConcern: 'ignored',
  maxTimeMS: 'number',
  comment: 'ignored',
  txnNumber: 'number',
  autocommit: 'flag',
  startTransaction: 'flag',
}

const allowedFields = new WeakMap<Command, Readonly<Record<string, FieldKind>>>()

function checkFields(document: BsonDocument, allowed: Readonly<Record<string, FieldKind>>, where: string): void {
  for (const [field, value] of Object.entries(document)) {
    const kind = Object.hasOwn(allowed, field) ? allowed[field] : undefined
    if (kind === undefined) throw new CommandFailure('UnknownField', `BSON field '${where}.${field}' is an unknown field.`)
    if (value !== null && value !== undefined && !KIND_TESTS[kind](value)) {
      throw new CommandFailure('TypeMismatch', `BSON field '${where}.${field}' has the wrong type, expected ${kind}`)
    }
  }
}

/** Checked fields of a command or of one of its statements. */
export class CommandFields {
  private readonly document: BsonDocument
  private readonly where: string

  private constructor(document: BsonDocument, where: string) {
    this.document = document
    this.where = where
  }

  static ofCommand(command: Command, document: BsonDocument): CommandFields {
    const allowed = allowedFields.get(command) ?? { ...COMMON_FIELDS, ...command.fields }
    allowedFields.set(command, allowed)
    checkFields(document, allowed, command.name)
    return new CommandFields(document, command.name)
  }

  /** Statements of a write command: `updates`, `deletes`. */
  statements(field: string, allowed: Readonly<Record<string, FieldKind>>): readonly CommandFields[] {
    return this.list(field).map((statement) => {
      if (!isDocument(statement)) throw new CommandFailure('TypeMismatch', `'${this.where}.${field}' must hold documents`)
      checkFields(statement, allowed, `${this.where}.${field}`)
      return new CommandFields(statement, `${this.where}.${field}`)
    })
  }

  value(field: string): BsonValue {
    return Object.hasOwn(this.document, field) ? this.document[field] : undefined
  }

  text(field: string): string {
    const value = this.value(field)
    if (typeof value !== 'string' || value === '') throw new CommandFailure('TypeMismatch', `'${this.where}.${field}' must be a string`)
    return value
  }

  optionalDocument(field: string): BsonDocument | undefined {
    const value = this.value(field)
    return isDocument(value) ? value : undefined
  }

  list(field: string): readonly BsonValue[] {
    const value = this.value(field)
    return isArray(value) ? value : []
  }

  flag(field: string, fallback = false): boolean {
    const value = this.value(field)
    return value === undefined || value === null ? fallback : isTruthy(value)
  }

  number(field: string): number | undefined {
    const value = this.value(field)
    return isNumeric(value) ? toNumber(value) : undefined
  }

  /** A whole number of 0 or more. */
  count(field: string, fallback: number): number {
    const value = this.number(field) ?? fallback
    if (!Number.isInteger(value) || value < 0)
      throw new CommandFailure('BadValue', `'${this.where}.${field}' must be a whole number, 0 or more`)
    return value
  }

  hint(): string | BsonDocument | undefined {
    const value = this.value('hint')
    return typeof value === 'string' || isDocument(value) ? value : undefined
  }

  fieldNames(): readonly string[] {
    return Object.keys(this.document)
  }
}
