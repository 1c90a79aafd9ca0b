import type { Request, Response } from 'express'
import { chooseEncoding } from './accept-encoding.ts'
import { isUnchanged, type PreparedAnswer } from './prepared-answer.ts'

/** Sends a prepared answer through Express, beside the headers that it has set already. */
export function sendPrepared(request: Request, response: Response, answer: PreparedAnswer): void {
  const form = answer.form(chooseEncoding(request.get('accept-encoding') ?? ''))
  const seen = request.get('if-none-match')
  if (seen !== undefined && isUnchanged(seen, answer)) {
    response.writeHead(304, [...form.unchanged]).end()
    return
  }
  response.writeHead(200, [...form.headers])
  if (request.method === 'HEAD') response.end()
  else response.end(form.bytes)
}
