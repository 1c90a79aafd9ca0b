/** Error codes of the wire protocol that this store answers with (MongoDB's own numbers and names). */
export const FAILURE_CODES = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  Overflow: 15,
  InvalidLength: 16,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  InvalidPipelineOperator: 168,
  WriteConflict: 112,
  CommandNotSupported: 115,
  CannotIndexParallelArrays: 171,
  TransactionTooOld: 225,
  NoSuchTransaction: 251,
  TransactionCommitted: 256,
  OperationNotSupportedInTransaction: 263,
  ChangeStreamHistoryLost: 286,
  OutOfDiskSpace: 14031,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  InterruptedAtShutdown: 11600,
  UnknownField: 40415,
  UnknownStage: 40324,
} as const

type FailureName = keyof typeof FAILURE_CODES

/** A refusal that goes back to the client as `{ ok: 0, code, codeName, errmsg }`. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure'
  readonly codeName: FailureName
  readonly code: number
  readonly extra: Readonly<Record<string, unknown>>
  readonly labels: readonly string[]

  constructor(codeName: FailureName, message: string, extra: Readonly<Record<string, unknown>> = {}, labels: readonly string[] = []) {
    super(message)
    this.codeName = codeName
    this.code = FAILURE_CODES[codeName]
    this.extra = extra
    this.labels = labels
  }
}

/** Refuses by name something this store does not implement. */
export function refuse(what: string, name: string): CommandFailure {
  return new CommandFailure('CommandNotSupported', `the embedded store does not implement ${what} '${name}'`)
}
