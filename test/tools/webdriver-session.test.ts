import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type Engine, isEngineCrash, withSession } from './webdriver-session.ts'

type Answer = { readonly status: number; readonly value: unknown }
const CRASH: Answer = {
  status: 404,
  value: { error: 'invalid session id', message: 'session deleted because of page crash or hang', stacktrace: '' },
}
const SILENCE: Answer = { status: 0, value: null }
const OTHER: Answer = { status: 500, value: { error: 'javascript error', message: 'boom', stacktrace: '' } }

/** A driver that answers `execute` from a list and keeps book of sessions. */
class ListedDriver {
  readonly created: string[] = []
  readonly removed: string[] = []
  /** How often the removal of a session stays unanswered, from now on. */
  silentRemovals = 0
  private readonly answers: Answer[]
  private readonly server: Server

  constructor(answers: readonly Answer[]) {
    this.answers = [...answers]
    this.server = createServer((request, response) => {
      const { status, value } = this.answer(request.method ?? '', request.url ?? '')
      if (status === SILENCE.status) return
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ value }))
    })
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    const { port } = this.server.address() as AddressInfo // a TCP server's address is never a string
    return `http://127.0.0.1:${port}`
  }

  close(): void {
    this.server.close()
    this.server.closeAllConnections()
  }

  private answer(method: string, url: string): Answer {
    if (url === '/session') {
      const sessionId = `s${this.created.length + 1}`
      this.created.push(sessionId)
      return { status: 200, value: { sessionId, capabilities: {} } }
    }
    if (method === 'DELETE') {
      this.silentRemovals -= 1
      if (this.silentRemovals >= 0) return SILENCE
      this.removed.push(url.split('/').at(-1) ?? '')
      return { status: 200, value: null }
    }
    return this.answers.shift() ?? { status: 200, value: null }
  }
}

describe('withSession', () => {
  let driver: ListedDriver | undefined
  afterEach(() => driver?.close())

  /** An engine behind a driver with these answers; `restarts` counts its restarts. */
  const start = async (answers: readonly Answer[], isLocked = false): Promise<Engine & { restarts: number }> => {
    driver = new ListedDriver(answers)
    const driverUrl = await driver.listen()
    const engine = {
      driverUrl,
      restarts: 0,
      isLocked: async () => isLocked,
      restart: async () => {
        engine.restarts += 1
      },
    }
    return engine
  }
  /** Enough for a driver on loopback, and the silent one is not waited for long. */
  const ANSWER_MS = 500

  it("tries a fresh session in a fresh engine on the engine's own crash, and removes each", async () => {
    const engine = await start([CRASH, CRASH, { status: 200, value: 7 }])
    const seen: number[] = []
    const value = await withSession(engine, (session, attempt) => {
      seen.push(attempt)
      return session.execute('return 7')
    })
    expect(value).toBe(7)
    expect(seen).toEqual([1, 2, 3])
    expect(driver?.removed).toEqual(['s1', 's2', 's3'])
    expect(engine.restarts).toBe(2)
  })

  it('learns of a crash whose answer was dropped by asking once more', async () => {
    const engine = await start([SILENCE, CRASH, { status: 200, value: 7 }])
    expect(await withSession(engine, (session) => session.execute('return 7'), ANSWER_MS)).toBe(7)
    expect(driver?.removed).toEqual(['s1', 's2'])
  })

  it('restarts an engine that stands at a lock, and does not ask it to remove its session', async () => {
    const engine = await start([SILENCE, SILENCE, { status: 200, value: 7 }], true)
    expect(await withSession(engine, (session) => session.execute('return 7'), ANSWER_MS)).toBe(7)
    expect(engine.restarts).toBe(1)
    expect(driver?.removed).toEqual(['s2'])
  })

  it('takes silence of an engine that runs for a failure', async () => {
    const engine = await start([SILENCE, { status: 200, value: 1 }])
    const failure = await withSession(engine, (session) => session.execute('for (;;);'), ANSWER_MS).catch((error: unknown) => error)
    expect(failure).toMatchObject({ name: 'TimeoutError' })
    expect(driver?.created).toHaveLength(1)
  })

  it('keeps what a scenario has found, and restarts an engine that does not answer the removal of its session', async () => {
    const engine = await start([{ status: 200, value: 7 }])
    if (driver !== undefined) driver.silentRemovals = 1
    expect(await withSession(engine, (session) => session.execute('return 7'), ANSWER_MS)).toBe(7)
    expect(driver?.created).toHaveLength(1)
    expect(engine.restarts).toBe(1)
  })

  it('tells the failure of a scenario, whether the removal is answered or not', async () => {
    const engine = await start([OTHER])
    if (driver !== undefined) driver.silentRemovals = 1
    const failure = await withSession(engine, (session) => session.execute('boom()'), ANSWER_MS).catch((error: unknown) => error)
    expect(String(failure)).toContain('boom')
    expect(engine.restarts).toBe(1)
  })

  it('gives up after six crashes', async () => {
    const engine = await start([...Array.from({ length: 6 }, () => CRASH), { status: 200, value: 7 }])
    const failure = await withSession(engine, (session) => session.execute('return 7')).catch((error: unknown) => error)
    expect(isEngineCrash(failure)).toBe(true)
    expect(driver?.created).toHaveLength(6)
  })

  it('repeats nothing on any other error', async () => {
    const engine = await start([OTHER])
    const failure = await withSession(engine, (session) => session.execute('boom()')).catch((error: unknown) => error)
    expect(isEngineCrash(failure)).toBe(false)
    expect(String(failure)).toContain('boom')
    expect(driver?.created).toHaveLength(1)
    expect(driver?.removed).toEqual(['s1'])
  })
})
