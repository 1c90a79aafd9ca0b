import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Snapshot } from '../../domain/snapshot/build-snapshot.ts'
import { presentRead } from '../../domain/snapshot/present-read.ts'
import { chooseEncoding } from './accept-encoding.ts'
import { AnswerCache } from './answer-cache.ts'
import { parsePublicRead, readKey } from './parse-public-read.ts'
import { type Encoding, isUnchanged, type PreparedAnswer, prepareAnswer } from './prepared-answer.ts'

export type PublicAnswers = {
  /** Answers a public read from memory; false when it is not one, or has no answer, so that the slow path may say why. */
  handle(request: IncomingMessage, response: ServerResponse): boolean
  /** Must be called with every new snapshot. */
  reset(): void
  /** Requests answered here since the start, by status. */
  counts(): { readonly ok: number; readonly unchanged: number }
}

const CAP_BYTES = 64 * 1024 * 1024
/** Strangers can ask endless questions; their answers must not drive out those that everybody needs. */
const SEARCHES_CAP_BYTES = 8 * 1024 * 1024
/** Targets and headers come from strangers, so the tables of their spellings are bounded; full tables start anew. */
const TARGET_LIMIT = 20_000
const TARGET_LENGTH_LIMIT = 256
const CODING_LIMIT = 500

/**
 * Published answers as bytes in memory, found by the raw request target: one map look-up, ready-made headers, one write.
 * Different spellings of one read share its bytes.
 */
export function createPublicAnswers(current: () => Snapshot): PublicAnswers {
  const answers = new AnswerCache(CAP_BYTES)
  const searches = new AnswerCache(SEARCHES_CAP_BYTES)
  const byTarget = new Map<string, PreparedAnswer>()
  const codings = new Map<string, Encoding>()
  let okCount = 0
  let unchangedCount = 0

  const prepare = (target: string): PreparedAnswer | undefined => {
    const read = parsePublicRead(target)
    if (read === undefined) return undefined
    const key = readKey(read)
    const isSearch = read.kind === 'search'
    const cache = isSearch ? searches : answers
    let answer = cache.get(key)
    if (answer === undefined) {
      const value = presentRead(current(), read)
      if (value === undefined) return undefined
      answer = prepareAnswer(value)
      // What was evicted must not live on behind a target.
      if (cache.set(key, answer)) byTarget.clear()
    }
    if (isSearch || target.length > TARGET_LENGTH_LIMIT) return answer
    if (byTarget.size >= TARGET_LIMIT) byTarget.clear()
    byTarget.set(target, answer)
    return answer
  }

  const codingOf = (header: string | string[] | undefined): Encoding => {
    if (typeof header !== 'string') return 'identity'
    const known = codings.get(header)
    if (known !== undefined) return known
    const coding = chooseEncoding(header)
    if (header.length > TARGET_LENGTH_LIMIT) return coding
    if (codings.size >= CODING_LIMIT) codings.clear()
    codings.set(header, coding)
    return coding
  }

  return {
    handle(request, response) {
      const { method, url } = request
      if ((method !== 'GET' && method !== 'HEAD') || url === undefined) return false
      const answer = byTarget.get(url) ?? prepare(url)
      if (answer === undefined) return false
      answer.isRecent = true
      const form = answer.form(codingOf(headerOf(request, 'accept-encoding')))
      const seen = headerOf(request, 'if-none-match')
      if (seen !== undefined && isUnchanged(seen, answer)) {
        unchangedCount += 1
        response.writeHead(304, form.unchanged as string[]).end() // Node only reads it; its type asks for a mutable array
        return true
      }
      okCount += 1
      response.writeHead(200, form.headers as string[]) // as above
      if (method === 'HEAD') response.end()
      else response.end(form.bytes)
      return true
    },
    reset() {
      answers.clear()
      searches.clear()
      byTarget.clear()
    },
    counts: () => ({ ok: okCount, unchanged: unchangedCount }),
  }
}

/** A request's header as `request.headers` has it, which is made only when somebody asks: that costs as much as all else here. */
function headerOf(request: IncomingMessage, name: string): string | undefined {
  const { rawHeaders } = request
  let found: string | undefined
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const given = rawHeaders[at] ?? ''
    if (given.length !== name.length || given.toLowerCase() !== name) continue
    const value = rawHeaders[at + 1] ?? ''
    found = found === undefined ? value : `${found}, ${value}`
  }
  return found
}
