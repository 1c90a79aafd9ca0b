import { type Command, CommandFields, type CommandRequest, type Reply } from '../command/command.ts'
import { findCommandByName } from '../command/command-table.ts'
import { failureReply } from '../command/failure-reply.ts'
import { sessionKey } from '../command/server-commands.ts'
import { backupStore } from '../engine/backup-store.ts'
import { loadCatalogue } from '../engine/catalogue.ts'
import { CommitSignal } from '../engine/commit-signal.ts'
import { CursorTable } from '../engine/cursor-table.ts'
import type { EngineContext } from '../engine/engine-context.ts'
import { recordedReply, recordReply } from '../engine/retry-record.ts'
import { blobAt, SqliteConnection } from '../engine/sqlite-connection.ts'
import { TransactionTable } from '../engine/transaction-table.ts'
import { expireDocuments, trimRecords } from '../engine/upkeep.ts'
import type { ReadView, StoreWorld, WriteView } from '../engine/view.ts'
import { WriteLane } from '../engine/write-lane.ts'
import { type BsonDocument, isNumeric } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'
import { storeFileOf } from './store-file.ts'

type EngineOptions = {
  readonly directory: string
  readonly socketPath: string
  readonly replicaSet: string
  readonly world: StoreWorld
  readonly log: (line: string) => void
  /** The writer's connection, with the file already prepared. */
  readonly writer: SqliteConnection
}

/** Commands that a transaction may hold. */
const IN_TRANSACTION = new Set([
  'find',
  'getMore',
  'aggregate',
  'distinct',
  'insert',
  'update',
  'delete',
  'findAndModify',
  'create',
  'createIndexes',
  'killCursors',
  'commitTransaction',
  'abortTransaction',
])

function requestOf(body: BsonDocument, connectionId: number): CommandRequest {
  const { $db: db, lsid, txnNumber, autocommit } = body
  return {
    db: typeof db === 'string' ? db : 'admin',
    connectionId,
    session: lsid === undefined ? undefined : sessionKey(lsid),
    txnNumber: isNumeric(txnNumber) ? BigInt(txnNumber.toString()) : undefined,
    inTransaction: autocommit === false,
  }
}

/** Puts an alias of a command's name under the name that its own code reads. */
function underOwnName(command: Command, body: BsonDocument, given: string): BsonDocument {
  if (given === command.name || !Object.hasOwn(command.fields, command.name) || Object.hasOwn(command.fields, given)) return body
  const { [given]: value, ...rest } = body
  return { [command.name]: value, ...rest }
}

/** Answers commands: checks their fields, gives them the view they need, and keeps repeated writes from happening twice. */
export class StoreEngine {
  private readonly options: EngineOptions
  private readonly reader: SqliteConnection
  private readonly lane: WriteLane
  private readonly transactions: TransactionTable
  private readonly context: EngineContext
  private readonly signal = new CommitSignal()

  constructor(options: EngineOptions) {
    this.options = options
    const { world, writer, directory } = options
    const openReader = (): SqliteConnection => new SqliteConnection(storeFileOf(directory), { readOnly: true })
    this.lane = new WriteLane(writer, world, loadCatalogue(writer), () => this.signal.notify())
    this.reader = openReader()
    const cursors = new CursorTable(world.nowMs)
    this.transactions = new TransactionTable({ lane: this.lane, world, openReader, onEnd: (session) => cursors.killOwned(session) })
    this.context = this.contextOf(cursors)
  }

  private contextOf(cursors: CursorTable): EngineContext {
    const { world, socketPath, replicaSet, writer } = this.options
    const fileId = writer.row('SELECT value FROM setting WHERE name = ?', 'file-id')
    return {
      world,
      cursors,
      socketPath,
      replicaSet,
      startedAtMs: world.nowMs(),
      fileId: fileId === undefined ? Buffer.alloc(16) : Buffer.from(blobAt(fileId, 0)),
      committedView: () => this.readView(0),
      untilCommit: (waitMs) => this.signal.wait(waitMs),
      backup: (path) => backupStore(writer, path),
      endSession: (session) => this.transactions.abortOpen(session),
      commitTransaction: (session, txnNumber) => this.transactions.commit(session, txnNumber),
      abortTransaction: (session, txnNumber) => this.transactions.abort(session, txnNumber),
    }
  }

  private readView(deadlineMs: number): ReadView {
    return { connection: this.reader, catalogue: this.lane.catalogue, world: this.options.world, deadlineMs, noteRead: () => undefined }
  }

  /** Answers one command. Never rejects: what fails becomes a reply with its code. */
  async answer(body: BsonDocument, connectionId: number): Promise<Reply> {
    try {
      const name = Object.keys(body)[0] ?? ''
      const command = findCommandByName(name)
      if (command === undefined) throw new CommandFailure('CommandNotFound', `no such command: '${name}'`)
      const own = underOwnName(command, body, name)
      const fields = CommandFields.ofCommand(command, own)
      const request = requestOf(own, connectionId)
      const reply = request.inTransaction ? await this.runInTransaction(command, fields, request) : await this.run(command, fields, request)
      return reply instanceof Uint8Array ? reply : { ...reply, ok: 1 }
    } catch (error) {
      return failureReply(error, this.options.log)
    }
  }

  private run(command: Command, fields: CommandFields, request: CommandRequest): Reply | Promise<Reply> {
    if (fields.optionalDocument('readConcern')?.['level'] === 'snapshot') {
      throw new CommandFailure('InvalidOptions', "read concern 'snapshot' needs a transaction")
    }
    if (command.effect === 'none') return command.run(fields, this.context, request)
    if (command.effect === 'write') return this.lane.write((view) => this.writeOnce(command, fields, view, request))
    // In getMore the field is how long a change stream may wait, not a limit of the work.
    const limitMs = command.name === 'getMore' ? 0 : fields.count('maxTimeMS', 0)
    return command.run(fields, this.readView(limitMs === 0 ? 0 : this.options.world.nowMs() + limitMs), this.context, request)
  }

  private async runInTransaction(command: Command, fields: CommandFields, request: CommandRequest): Promise<Reply> {
    const { session, txnNumber, connectionId } = request
    if (session === undefined || txnNumber === undefined)
      throw new CommandFailure('InvalidOptions', 'a transaction needs lsid and txnNumber')
    if (!IN_TRANSACTION.has(command.name)) {
      throw new CommandFailure('OperationNotSupportedInTransaction', `cannot run '${command.name}' in a multi-document transaction`)
    }
    if (command.effect === 'none') return command.run(fields, this.context, request)
    if (fields.flag('startTransaction')) await this.transactions.begin(session, txnNumber, connectionId)
    try {
      if (command.effect === 'read') {
        return await command.run(fields, this.transactions.readView(session, txnNumber, connectionId), this.context, request)
      }
      const reply = await this.transactions.write(session, txnNumber, connectionId, (view) =>
        command.run(fields, view, this.context, request),
      )
      if (reply['writeErrors'] !== undefined) this.transactions.abortOpen(session)
      return reply
    } catch (error) {
      this.transactions.abortOpen(session)
      throw error
    }
  }

  private writeOnce(command: Command & { effect: 'write' }, fields: CommandFields, view: WriteView, request: CommandRequest): BsonDocument {
    const { session, txnNumber } = request
    if (session === undefined || txnNumber === undefined) return command.run(fields, view, this.context, request)
    const known = recordedReply(view, session, txnNumber)
    if (known !== undefined) return known
    const reply = command.run(fields, view, this.context, request)
    recordReply(view, session, txnNumber, reply)
    return reply
  }

  connectionClosed(connectionId: number): void {
    this.transactions.connectionClosed(connectionId)
  }

  expireTransactions(): void {
    this.transactions.expire()
  }

  /** Deletes what has outlived its time, in small writes; puts it off while a transaction holds the writer. */
  async upkeep(): Promise<void> {
    for (const step of [expireDocuments, trimRecords]) {
      let more = true
      while (more && !this.lane.isHeld) more = await this.lane.write(step)
    }
  }

  close(): void {
    this.transactions.close()
    this.context.cursors.killAll()
    this.lane.flush()
    this.reader.close()
    this.options.writer.close()
  }
}
