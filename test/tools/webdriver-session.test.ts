import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { isEngineCrash, withSession } from './webdriver-session.ts'

type Answer = { readonly status: number; readonly value: unknown }
const CRASH: Answer = {
  status: 404,
  value: { error: 'invalid session id', message: 'session deleted because of page crash or hang', stacktrace: '' },
}
const OTHER: Answer = { status: 500, value: { error: 'javascript error', message: 'boom', stacktrace: '' } }

/** A driver that answers `execute` from a list and keeps book of sessions. */
class ListedDriver {
  readonly created: string[] = []
  readonly removed: string[] = []
  private readonly answers: Answer[]
  private readonly server: Server

  constructor(answers: readonly Answer[]) {
    this.answers = [...answers]
    this.server = createServer((request, response) => {
      const { status, value } = this.answer(request.method ?? '', request.url ?? '')
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
  }

  private answer(method: string, url: string): Answer {
    if (url === '/session') {
      const sessionId = `s${this.created.length + 1}`
      this.created.push(sessionId)
      return { status: 200, value: { sessionId, capabilities: {} } }
    }
    if (method === 'DELETE') {
      this.removed.push(url.split('/').at(-1) ?? '')
      return { status: 200, value: null }
    }
    return this.answers.shift() ?? { status: 200, value: null }
  }
}

describe('withSession', () => {
  let driver: ListedDriver | undefined
  afterEach(() => driver?.close())

  const start = (answers: readonly Answer[]): Promise<string> => {
    driver = new ListedDriver(answers)
    return driver.listen()
  }

  it("tries a fresh session on the engine's own crash, and removes each", async () => {
    const url = await start([CRASH, CRASH, { status: 200, value: 7 }])
    const seen: number[] = []
    const value = await withSession(url, (session, attempt) => {
      seen.push(attempt)
      return session.execute('return 7')
    })
    expect(value).toBe(7)
    expect(seen).toEqual([1, 2, 3])
    expect(driver?.removed).toEqual(['s1', 's2', 's3'])
  })

  it('gives up after three crashes', async () => {
    const url = await start([CRASH, CRASH, CRASH, { status: 200, value: 7 }])
    const failure = await withSession(url, (session) => session.execute('return 7')).catch((error: unknown) => error)
    expect(isEngineCrash(failure)).toBe(true)
    expect(driver?.created).toHaveLength(3)
  })

  it('repeats nothing on any other error', async () => {
    const url = await start([OTHER])
    const failure = await withSession(url, (session) => session.execute('boom()')).catch((error: unknown) => error)
    expect(isEngineCrash(failure)).toBe(false)
    expect(String(failure)).toContain('boom')
    expect(driver?.created).toHaveLength(1)
    expect(driver?.removed).toEqual(['s1'])
  })
})
