import { createRequire } from 'node:module'
import type { Socket } from 'node:net'
import mongoose from 'mongoose'

type Write = (this: DriverConnection, ...words: unknown[]) => Promise<void>
/** One line to a database, as the driver has it inside. */
type DriverConnection = { readonly socket: Socket; writeCommand: Write }

const mended = new WeakSet<object>()

/**
 * Ends commands whose line breaks before they are written. The driver (mongodb 7.8, 7.9) waits there for `drain` or `error`
 * alone: on a socket that is destroyed already, which it learns at `close` only, a command is never answered, and no limit of
 * its own covers that. With this the command fails as on any broken line, so the driver asks again what may be asked again.
 * Throws when the driver has changed so that this no longer fits.
 */
export function endCommandsOfBrokenLines(): void {
  const line = driverLine()
  if (mended.has(line)) return
  mended.add(line)
  const write = line.writeCommand
  line.writeCommand = async function (...words) {
    const { socket } = this
    const { promise: broken, reject } = Promise.withResolvers<never>()
    const onClose = (): void => reject(new mongoose.mongo.MongoNetworkError('the connection broke before the command was written'))
    socket.once('close', onClose)
    try {
      await Promise.race([write.apply(this, words), broken])
    } finally {
      socket.off('close', onClose)
    }
  }
}

/** The driver that mongoose uses, which need not be the one found from here. */
function driverLine(): DriverConnection {
  const ofMongoose = createRequire(import.meta.resolve('mongoose'))
  const { Connection } = ofMongoose('mongodb/lib/cmap/connection.js') as {
    readonly Connection?: { readonly prototype: Partial<DriverConnection> }
  }
  const line = Connection?.prototype
  if (typeof line?.writeCommand !== 'function') throw new Error('the MongoDB driver has no writeCommand: look at broken-lines.ts again')
  return line as DriverConnection
}
