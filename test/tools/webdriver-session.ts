/** A thin W3C WebDriver client (plain fetch): enough to drive the set-top-box engine. */

/** What the engine says when its web process dies while playing video (a bug of WPE 2.38, not of the page). */
const CRASH_MESSAGE = 'session deleted because of page crash or hang'
const MAX_SESSIONS = 6

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

/** Is this the engine's own crash, said in its own words? */
export const isEngineCrash = (error: unknown): boolean =>
  error instanceof WebDriverError && error.code === 'invalid session id' && error.message.includes(CRASH_MESSAGE)

/** The engine that sessions run in, as far as they must know it. */
export type Engine = {
  readonly driverUrl: string
  /** Does the page's process wait on a lock and no longer for events? No script can bring it there. */
  isLocked(): Promise<boolean>
  /** Ends the engine with all it holds and starts a new one behind the same address. */
  restart(): Promise<void>
}

export type SessionScenario<T> = (session: WebDriverSession, attempt: number) => Promise<T>

/**
 * Runs a scenario in a new session; six sessions at most, and a fresh one only where the engine itself gave way: it said
 * that it crashed, or its page process stands at a lock of its own (WPE 2.38 flushing a video pipeline), which it never says.
 * `answerMs`: how long one command may take.
 */
export async function withSession<T>(engine: Engine, scenario: SessionScenario<T>, answerMs = 30_000): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const session = await createSession(engine.driverUrl, answerMs)
    try {
      const result = await scenario(session, attempt)
      await removeOrRestart(session, engine)
      return result
    } catch (error) {
      const isLocked = isTimeout(error) && (await engine.isLocked())
      const hasGivenWay = isLocked || isEngineCrash(error)
      // A locked engine never answers the removal either, and takes its driver with it.
      if (!isLocked) await removeOrRestart(session, engine)
      // In what is left of an engine that crashed, the next page often hangs at the same place.
      if (hasGivenWay) await engine.restart()
      if (!hasGivenWay || attempt === MAX_SESSIONS) throw error
    }
  }
}

/** What a scenario has found stands: an engine that gives way only when its page ends goes with all it holds. */
async function removeOrRestart(session: WebDriverSession, engine: Engine): Promise<void> {
  try {
    await session.remove()
  } catch (error) {
    if (!isTimeout(error)) throw error
    process.stdout.write('set-top-box engine: a page did not end, all of it is started anew\n')
    await engine.restart()
  }
}

const isTimeout = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError'

async function createSession(driverUrl: string, answerMs: number): Promise<WebDriverSession> {
  const capabilities = { alwaysMatch: { 'wpe:browserOptions': { binary: '/usr/bin/cog', args: ['--automation', '-P', 'wl'] } } }
  const value = await call(`${driverUrl}/session`, 'POST', answerMs, { capabilities })
  const id = readSessionId(value)
  const base = `${driverUrl}/session/${id}`
  const command = (path: string, body: object): Promise<unknown> => callAndAsk(base, path, answerMs, body)
  const execute = (script: string, args: readonly unknown[] = []): Promise<unknown> => command('/execute/sync', { script, args })
  return {
    id,
    execute,
    open: async (url) => {
      await command('/url', { url })
    },
    press: async (...keys) => {
      for (const key of keys) await command('/actions', keyPair(REMOTE_KEYS[key]))
    },
    waitFor: (script, what, timeoutMs = 30_000) => waitFor(() => execute(script), what, timeoutMs),
    remove: async () => {
      // A crashed session is already gone; any other failure to delete would leave a browser behind.
      await call(base, 'DELETE', answerMs).catch((error: unknown) => {
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

/**
 * A command of a session. The driver drops the answer that was due when the page process died and says so only to the next
 * command: one that stays unanswered is followed by a harmless one, whose crash message then stands for both.
 */
async function callAndAsk(base: string, path: string, answerMs: number, body: object): Promise<unknown> {
  try {
    return await call(base + path, 'POST', answerMs, body)
  } catch (error) {
    if (!isTimeout(error)) throw error
    const next = await call(`${base}/execute/sync`, 'POST', answerMs, { script: 'return 1', args: [] }).catch((reason: unknown) => reason)
    throw isEngineCrash(next) ? next : error
  }
}

async function call(url: string, method: 'POST' | 'DELETE', answerMs: number, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(answerMs),
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
