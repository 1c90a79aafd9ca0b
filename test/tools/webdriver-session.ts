/** A thin W3C WebDriver client (plain fetch): enough to drive the set-top-box engine. */

/** What the engine says when its web process dies while playing video (a bug of WPE 2.38, not of the page). */
const CRASH_MESSAGE = 'session deleted because of page crash or hang'
const MAX_SESSIONS = 3

/** Remote-control keys as WebDriver code points; box-only codes such as 461 cannot be sent this way. */
export const REMOTE_KEYS = {
  left: '\uE012',
  up: '\uE013',
  right: '\uE014',
  down: '\uE015',
  ok: '\uE007',
  back: '\uE003',
  menu: '\uE00C',
} as const
export type RemoteKey = keyof typeof REMOTE_KEYS

class WebDriverError extends Error {
  override readonly name = 'WebDriverError'
  readonly code: string
  constructor(code: string, message: string) {
    super(`${code}: ${message}`)
    this.code = code
  }
}

export type WebDriverSession = {
  readonly id: string
  open(url: string): Promise<void>
  /** Body of a function run in the page; its `return` value must be JSON. */
  execute(script: string, args?: readonly unknown[]): Promise<unknown>
  press(...keys: readonly RemoteKey[]): Promise<void>
  /** Polls the page until the script returns a truthy value, and returns that; throws after `timeoutMs` with the last value. */
  waitFor(script: string, what: string, timeoutMs?: number): Promise<unknown>
  remove(): Promise<void>
}

/** Is this the engine's own crash, the only error for which a fresh session is tried? */
export const isEngineCrash = (error: unknown): boolean =>
  error instanceof WebDriverError && error.code === 'invalid session id' && error.message.includes(CRASH_MESSAGE)

export type SessionScenario<T> = (session: WebDriverSession, attempt: number) => Promise<T>

/** Runs a scenario in a new session; on exactly the engine's crash in a fresh one, three sessions at most. */
export async function withSession<T>(driverUrl: string, scenario: SessionScenario<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const session = await createSession(driverUrl)
    try {
      const result = await scenario(session, attempt)
      await session.remove()
      return result
    } catch (error) {
      await session.remove()
      if (!isEngineCrash(error) || attempt === MAX_SESSIONS) throw error
    }
  }
}

async function createSession(driverUrl: string): Promise<WebDriverSession> {
  const capabilities = { alwaysMatch: { 'wpe:browserOptions': { binary: '/usr/bin/cog', args: ['--automation', '-P', 'wl'] } } }
  const value = await call(`${driverUrl}/session`, 'POST', { capabilities })
  const id = readSessionId(value)
  const base = `${driverUrl}/session/${id}`
  const execute = (script: string, args: readonly unknown[] = []): Promise<unknown> =>
    call(`${base}/execute/sync`, 'POST', { script, args })
  return {
    id,
    execute,
    open: async (url) => {
      await call(`${base}/url`, 'POST', { url })
    },
    press: async (...keys) => {
      for (const key of keys) await call(`${base}/actions`, 'POST', keyPair(REMOTE_KEYS[key]))
    },
    waitFor: (script, what, timeoutMs = 30_000) => waitFor(() => execute(script), what, timeoutMs),
    remove: async () => {
      // A crashed session is already gone; any other failure to delete would leave a browser behind.
      await call(base, 'DELETE').catch((error: unknown) => {
        if (!(error instanceof WebDriverError && error.code === 'invalid session id')) throw error
      })
    },
  }
}

const keyPair = (value: string): object => ({
  actions: [
    {
      type: 'key',
      id: 'remote',
      actions: [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ],
    },
  ],
})

async function waitFor(read: () => Promise<unknown>, what: string, timeoutMs: number): Promise<unknown> {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    const value = await read()
    if (value !== undefined && value !== null && value !== false && value !== 0 && value !== '') return value
    if (performance.now() > deadline)
      throw new Error(`timed out after ${timeoutMs} ms waiting for ${what}; last value ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function call(url: string, method: 'POST' | 'DELETE', body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    // Longer than the engine takes to notice that its page hangs: its own error is the one that says so.
    signal: AbortSignal.timeout(150_000),
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const answer: unknown = await response.json()
  const value = member(answer, 'value')
  if (response.ok) return value
  throw new WebDriverError(String(member(value, 'error')), String(member(value, 'message')))
}

function readSessionId(value: unknown): string {
  const id = member(value, 'sessionId')
  if (typeof id !== 'string') throw new Error(`no session id in ${JSON.stringify(value)}`)
  return id
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([name]) => name === key)?.[1]
}
