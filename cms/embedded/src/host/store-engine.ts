import { join } from 'node:path'
import { type Command, CommandFields, type CommandRequest, type Reply } from '../command/command.ts'
import { findCommandByName } from '../command/command-table.ts'
import { failureReply } from '../command/failure-reply.ts'
import { sessionKey } from '../command/server-commands.ts'
import { loadCatalogue } from '../engine/catalogue.ts'
import { CursorTable } from '../engine/cursor-table.ts'
import type { EngineContext } from '../engine/engine-context.ts'
import { recordedReply, recordReply } from '../engine/retry-record.ts'
import { blobAt, SqliteConnection } from '../engine/sqlite-connection.ts'
import type { ReadView, StoreWorld, WriteView } from '../engine/view.ts'
import { WriteLane } from '../engine/write-lane.ts'
import { type BsonDocument, isDocument, isNumeric, toNumber } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'

export type EngineOptions = {
  readonly directory: string
  readonly socketPath: string
  readonly replicaSet: string
  readonly world: StoreWorld
  readonly log: (line: string) => void
  /** The writer's connection, with the file already prepared. */
  readonly writer: SqliteConnection
}

export function storeFileOf(directory: string): string {
  return join(directory, 'legal.sqlite')
}

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
  readonly context: EngineContext

  constructor(options: EngineOptions) {
    this.options = options
    const { world, writer } = options
    this.lane = new WriteLane(writer, world, loadCatalogue(writer), () => undefined)
    this.reader = new SqliteConnection(storeFileOf(options.directory), { readOnly: true })
    const setting = writer.row('SELECT value FROM setting WHERE name = ?', 'file-id')
    this.context = {
      world,
      cursors: new CursorTable(world.nowMs),
      socketPath: options.socketPath,
      replicaSet: options.replicaSet,
      startedAtMs: world.nowMs(),
      fileId: setting === undefined ? Buffer.alloc(16) : blobAt(setting, 0),
      committedView: () => this.readView(0),
      endSession: () => undefined,
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
      const reply = await this.run(command, CommandFields.ofCommand(command, own), requestOf(own, connectionId))
      return reply instanceof Uint8Array ? reply : { ...reply, ok: 1 }
    } catch (error) {
      return failureReply(error, this.options.log)
    }
  }

  private run(command: Command, fields: CommandFields, request: CommandRequest): Reply | Promise<Reply> {
    if (request.inTransaction) throw new CommandFailure('CommandNotSupported', 'the embedded store does not implement transactions')
    if (command.effect === 'none') return command.run(fields, this.context, request)
    const maxTimeMs = fields.number('maxTimeMS') ?? 0
    const deadlineMs = maxTimeMs > 0 && isDocument(fields.value('cursor')) ? toNumber(maxTimeMs) + this.options.world.nowMs() : 0
    if (command.effect === 'read') return command.run(fields, this.readView(deadlineMs), this.context, request)
    return this.lane.write((view) => this.writeOnce(command, fields, view, request))
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

  close(): void {
    this.context.cursors.killAll()
    this.lane.flush()
    this.reader.close()
    this.options.writer.close()
  }
}
