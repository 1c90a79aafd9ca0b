import type { Readable } from 'node:stream'

/**
 * A stream that is handed out before anybody reads it. One that breaks in between would end the whole process, as nobody listens
 * yet; whoever reads it afterwards is told by the stream itself, which has failed.
 */
export function heldStream<T extends Readable>(stream: T): T {
  stream.on('error', () => undefined)
  return stream
}
