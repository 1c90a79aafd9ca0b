import { createServer, type Server, type Socket } from 'node:net'
import type { BsonDocument } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'
import { FrameReader } from './frame-reader.ts'
import { frameReply, parseRequest, type WireRequest } from './message.ts'

type WireHandler = {
  /** Never rejects: failures are replies too. */
  answer(body: BsonDocument, connectionId: number): Promise<BsonDocument | Uint8Array>
  closed(connectionId: number): void
  log(line: string): void
}

/** What a write says when the client has hung up without waiting for its answer, as a driver that closes its pool does. */
const HAS_LEFT: ReadonlySet<string | undefined> = new Set(['EPIPE', 'ECONNRESET'])

/** Serves the protocol on a Unix socket. Commands of one connection are answered in the order in which they came. */
export class WireServer {
  private readonly server: Server
  private readonly sockets = new Set<Socket>()
  private readonly handler: WireHandler
  private lastConnection = 0

  constructor(handler: WireHandler) {
    this.handler = handler
    this.server = createServer((socket) => this.accept(socket))
  }

  listen(socketPath: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject)
      this.server.listen({ path: socketPath }, () => {
        this.server.off('error', reject)
        resolve()
      })
    })
  }

  private accept(socket: Socket): void {
    this.lastConnection += 1
    const connectionId = this.lastConnection
    const reader = new FrameReader()
    let last = Promise.resolve()
    this.sockets.add(socket)
    socket.on('data', (chunk) => {
      try {
        for (const message of reader.push(chunk)) last = this.serve(socket, connectionId, parseRequest(message), last)
      } catch (error) {
        this.handler.log(`connection ${connectionId} ended: ${error instanceof Error ? error.message : String(error)}`)
        socket.destroy()
      }
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (!HAS_LEFT.has(error.code)) this.handler.log(`connection ${connectionId}: ${error.message}`)
    })
    socket.on('close', () => {
      this.sockets.delete(socket)
      this.handler.closed(connectionId)
    })
  }

  private async serve(socket: Socket, connectionId: number, request: WireRequest, before: Promise<void>): Promise<void> {
    const reply = await this.handler.answer(request.body, connectionId)
    const frame = this.frame(request, reply)
    await before
    if (request.wantsReply && socket.writable) socket.write(frame)
  }

  /** One reply, or word that it fits into no message: thrown here, it would end the store for everybody. */
  private frame(request: WireRequest, reply: BsonDocument | Uint8Array): Buffer {
    try {
      return frameReply(request, reply)
    } catch (error) {
      const isTooLarge = error instanceof CommandFailure && error.codeName === 'BSONObjectTooLarge'
      if (!isTooLarge) this.handler.log(`a reply could not be written: ${String(error)}`)
      const { code, codeName } = new CommandFailure('BSONObjectTooLarge', '')
      return frameReply(request, { ok: 0, errmsg: 'the reply is larger than a document may be: ask for less at a time', code, codeName })
    }
  }

  close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy()
    return new Promise((resolve) => this.server.close(() => resolve()))
  }
}
