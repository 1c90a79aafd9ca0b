import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/**
 * What befalls a connection. `deaf`: it is taken, and nothing sent on it is ever read. `stall`: so much of one side arrives and
 * then no more, with nobody hanging up. `reset`: so much of the answer arrives, and then the line breaks.
 */
export type LineFault =
  | { readonly kind: 'none' | 'deaf' }
  | { readonly kind: 'stall'; readonly side: 'question' | 'answer'; readonly afterBytes: number }
  | { readonly kind: 'reset'; readonly afterBytes: number }

/** A line to a server, which no HTTP is known to: faults happen to bytes, wherever they fall. */
export type FaultyLine = {
  /** Of the server behind it, by this line. */
  readonly endpoint: string
  /** Decides what befalls connections from now on; nothing, when left out. Those that are there already break. */
  interfere(choose?: () => LineFault): void
  close(): Promise<void>
}

const ADDRESS = '127.0.0.1'
const SOUND: LineFault = { kind: 'none' }

/** Passes on what one end says, up to a number of bytes; then `stop`, once. */
function pass(from: Socket, to: Socket, bytes: number, stop: () => void): void {
  let left = bytes
  from.on('data', (chunk: Buffer) => {
    if (left <= 0) return
    to.write(chunk.subarray(0, left))
    left -= chunk.length
    if (left <= 0) stop()
  })
  if (left <= 0) stop()
}

function join(caller: Socket, server: Socket, fault: LineFault): void {
  const limitOf = (side: 'question' | 'answer'): number => {
    if (fault.kind === 'stall' && fault.side === side) return fault.afterBytes
    return fault.kind === 'reset' && side === 'answer' ? fault.afterBytes : Number.POSITIVE_INFINITY
  }
  pass(caller, server, limitOf('question'), () => caller.pause())
  pass(server, caller, limitOf('answer'), () => (fault.kind === 'reset' ? caller.resetAndDestroy() : server.pause()))
  server.once('end', () => {
    if (fault.kind === 'none') caller.end()
  })
}

/** A line to the server at an address such as `http://127.0.0.1:9000`. */
export async function openFaultyLine(target: string): Promise<FaultyLine> {
  let choose = (): LineFault => SOUND
  const open = new Set<Socket>()
  const keep = (socket: Socket, other: () => Socket | undefined): void => {
    open.add(socket)
    // Either end may go at any time: that is what lines are like.
    socket.on('error', () => undefined)
    socket.once('close', () => {
      open.delete(socket)
      other()?.destroy()
    })
  }
  const door = createServer((caller) => {
    const fault = choose()
    let server: Socket | undefined
    keep(caller, () => server)
    if (fault.kind === 'deaf') return void caller.pause()
    server = connect(Number(new URL(target).port), ADDRESS)
    keep(server, () => caller)
    join(caller, server, fault)
  })
  await new Promise<void>((resolve) => door.listen(0, ADDRESS, resolve))
  const { port } = door.address() as AddressInfo // it listens on TCP
  const breakAll = (): void => {
    for (const socket of open) socket.destroy()
  }
  return {
    endpoint: `http://${ADDRESS}:${port}`,
    interfere: (chosen = () => SOUND) => {
      choose = chosen
      breakAll()
    },
    close: async () => {
      const closed = new Promise((resolve) => door.close(resolve))
      breakAll()
      await closed
    },
  }
}
