import type { AttemptCreate, Beacon } from '@ulan/contract'
import type { SendOutcome } from '@ulan/player'

/** What came of asking the server for something. */
export type Reply =
  | { readonly kind: 'ok'; readonly text: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'failed' }

export type ApiClient = {
  /** Reads a JSON text below `/api/v1`. */
  read(path: string): Promise<Reply>
  sendAttempt(attempt: AttemptCreate): Promise<SendOutcome>
  /** Tells how a film played; nobody waits for it, and what does not arrive is not missed. */
  sendBeacon(beacon: Beacon): void
}

const BASE = '/api/v1'
const TIMEOUT_MILLISECONDS = 15_000
/** Answers that will be the same next time: the attempt itself is at fault. */
const REFUSALS: readonly number[] = [400, 404, 409, 413, 422]

/** Talks to the server this page came from. */
export function createApiClient(send: typeof fetch): ApiClient {
  return {
    async read(path) {
      // Asks with the ETag each time: a browser that may show stale answers would always be one look behind.
      const answer = await ask(send, path, { headers: { accept: 'application/json' }, cache: 'no-cache' })
      if (answer === undefined || answer.status >= 502) return { kind: 'unreachable' }
      if (answer.status === 404 || answer.status === 410) return { kind: 'gone' }
      if (!answer.ok) return { kind: 'failed' }
      // A proxy or a sign-in page of a public network may answer in our place.
      if (!isJson(answer)) return { kind: 'unreachable' }
      return await readBody(answer)
    },
    sendBeacon(beacon) {
      void ask(send, '/beacons', posted({ beacons: [beacon] }))
    },
    async sendAttempt(attempt) {
      const answer = await ask(send, '/attempts', posted(attempt))
      if (answer === undefined) return 'unreachable'
      const receipt = await readBody(answer)
      // What a proxy or a public network says in the server's place decides nothing.
      if (receipt.kind !== 'ok' || !isJson(answer)) return 'unreachable'
      if (answer.ok) return 'stored'
      return REFUSALS.includes(answer.status) ? 'refused' : 'later'
    },
  }
}

const posted = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-csrf': '1' },
  body: JSON.stringify(body),
})

const isJson = (answer: Response): boolean => answer.headers.get('content-type')?.includes('json') === true

/** The connection may still break between head and body. */
async function readBody(answer: Response): Promise<Reply> {
  try {
    return { kind: 'ok', text: await answer.text() }
  } catch {
    return { kind: 'unreachable' } // cut off on its way
  }
}

async function ask(send: typeof fetch, path: string, init: RequestInit): Promise<Response | undefined> {
  try {
    return await send(`${BASE}${path}`, { ...init, signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS) })
  } catch {
    return undefined // no network, no server, or too slow: all the same to the caller
  }
}
