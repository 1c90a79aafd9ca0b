import { connect, type Socket } from 'node:net'

/**
 * Asks one server for one path over keep-alive connections for a while and prints one JSON line. It runs as a process of its
 * own and speaks raw TCP, so that it costs the machine less than the server it measures. A connection sends its next request
 * when the whole answer to the last one is in; an answer of another status or another length ends the run with an error.
 */
export type LoadOrder = {
  readonly port: number
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly connections: number
  readonly seconds: number
}
export type LoadResult = {
  readonly answers: number
  readonly seconds: number
  readonly perSecond: number
  readonly answerBytes: number
  readonly ownCpuSeconds: number
}

const STATUS_LINE = Buffer.from('HTTP/1.1 200')

async function generate(order: LoadOrder): Promise<LoadResult> {
  const lines = Object.entries(order.headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const request = Buffer.from(`GET ${order.path} HTTP/1.1\r\nHost: 127.0.0.1:${order.port}\r\n${lines.join('')}\r\n`)
  const startedAt = performance.now()
  const endAt = startedAt + order.seconds * 1000
  const stopSpinning = neverSleep()
  const counts = await Promise.all(Array.from({ length: order.connections }, () => converse(order.port, request, endAt)))
  stopSpinning()
  const seconds = (performance.now() - startedAt) / 1000
  const answers = counts.reduce((sum, count) => sum + count.answers, 0)
  const { user, system } = process.cpuUsage()
  return { answers, seconds, perSecond: answers / seconds, answerBytes: counts[0]?.answerBytes ?? 0, ownCpuSeconds: (user + system) / 1e6 }
}

/**
 * Keeps this process awake: whoever is a little slower than the generator would have to wake it for each answer, which
 * costs a virtual machine 13 µs a time, and its rate fell from 0.97 to 0.58 of the bare server's in some runs.
 */
function neverSleep(): () => void {
  let isOver = false
  const spin = (): void => {
    if (!isOver) setImmediate(spin)
  }
  spin()
  return () => {
    isOver = true
  }
}

function converse(port: number, request: Buffer, endAt: number): Promise<{ answers: number; answerBytes: number }> {
  return new Promise((resolve, reject) => {
    let answers = 0
    let answerBytes = 0
    let received = 0
    let head = Buffer.alloc(0)
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => socket.write(request))
    const fail = (message: string): void => {
      socket.destroy()
      reject(new Error(message))
    }
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('the server closed the connection')))
    socket.on('data', (chunk) => {
      if (received === 0 && !STATUS_LINE.equals(chunk.subarray(0, STATUS_LINE.length)))
        return fail(`not 200: ${chunk.toString('latin1', 0, 200)}`)
      received += chunk.length
      if (answerBytes === 0) {
        head = Buffer.concat([head, chunk])
        answerBytes = lengthOfAnswer(head)
        if (answerBytes === 0) return
      }
      if (received > answerBytes) return fail(`an answer of ${received} bytes where ${answerBytes} were due`)
      if (received < answerBytes) return
      received = 0
      answers += 1
      if (performance.now() < endAt) {
        socket.write(request)
        return
      }
      socket.removeAllListeners('close')
      socket.destroy()
      resolve({ answers, answerBytes })
    })
  })
}

/** Bytes of the first answer, head included; 0 while its head is not complete. */
function lengthOfAnswer(start: Buffer): number {
  const end = start.indexOf('\r\n\r\n')
  if (end < 0) return 0
  const length = start.toString('latin1', 0, end).match(/^content-length: *(\d+)$/im)?.[1]
  if (length === undefined) throw new Error('an answer without Content-Length cannot be counted')
  return end + 4 + Number(length)
}

if (import.meta.main) {
  // The order comes from `api-bench.ts`, which alone starts this file.
  const order = JSON.parse(process.argv[2] ?? '{}') as LoadOrder
  process.stdout.write(`${JSON.stringify(await generate(order))}\n`)
}
