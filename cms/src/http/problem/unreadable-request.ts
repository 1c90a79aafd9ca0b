import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { BASE_LOCALE, type ProblemName } from '@ulan/contract'
import { describeProblem } from '@ulan/contract/schemas'

const PROBLEMS: { readonly [code: string]: ProblemName } = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'body-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
}

/** Answers what Node could not read as a request (its event `clientError`), in the form of every other refusal, and hangs up. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  // Into the middle of an answer no other can be written; Node's own handler looks at the same private member.
  const answering: unknown = Reflect.get(socket, '_httpMessage')
  const hasBegun = typeof answering === 'object' && answering !== null && Reflect.get(answering, 'headersSent') === true
  if (!socket.writable || hasBegun || error.code === 'ECONNRESET') {
    socket.destroy(error)
    return
  }
  const problem = describeProblem(PROBLEMS[error.code ?? ''] ?? 'invalid-request', BASE_LOCALE)
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${String(problem.status)} ${STATUS_CODES[problem.status] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
