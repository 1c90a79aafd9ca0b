import type { AttemptCreate, ProgrammeId, RegionCode } from '@ulan/contract'
import { describe, expect, test } from 'vitest'
import { createApiClient } from './api-client.ts'

const VIEWER = { locale: 'mn-Mong', isForKids: false } as const
type Reply = Response | Error
const HOME = { snapshot: '1', heroes: [], rails: [] }
const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status })

type Limit = () => void
/** A client whose server gives these replies in turn; pauses pass at once, and a time limit only when it is called. */
function clientWith(...replies: readonly Reply[]): { api: ReturnType<typeof createApiClient>; asked: string[]; limits: Set<Limit> } {
  const asked: string[] = []
  const limits = new Set<Limit>()
  const api = createApiClient({
    pagePath: '/tv/',
    fetch(url) {
      const reply = replies[Math.min(asked.length, replies.length - 1)]
      asked.push(url)
      return reply instanceof Error || reply === undefined ? Promise.reject(reply) : Promise.resolve(reply)
    },
    later(milliseconds, then) {
      if (milliseconds < 8000) queueMicrotask(then)
      else limits.add(then)
      return () => void limits.delete(then)
    },
  })
  return { api, asked, limits }
}

describe('reading', () => {
  test('an answer is handed on as it is', async () => {
    const { api, asked } = clientWith(json(HOME))
    expect(await api.readHome(VIEWER, undefined)).toEqual({ kind: 'ok', value: HOME })
    expect(asked).toEqual(['/api/v1/home?locale=mn-Mong&device=tv'])
  })

  test('a search asks for the letters in the locale of the viewer', async () => {
    const { api, asked } = clientWith(json({ total: 0, items: [] }))
    expect(await api.searchProgrammes('CYF', VIEWER)).toEqual({ kind: 'ok', value: { total: 0, items: [] } })
    expect(asked).toEqual(['/api/v1/search?locale=mn-Mong&q=CYF'])
  })

  test('a child asks for what is for children', async () => {
    const { api, asked } = clientWith(json(HOME), json({ related: [] }), json({}), json({ items: [] }))
    const child = { ...VIEWER, isForKids: true }
    await api.readHome(child, '152500' as RegionCode) // the shape the contract asks for
    await api.readProgramme('p' as ProgrammeId, child) // likewise
    await api.readPlayback('p' as ProgrammeId, true)
    await api.searchProgrammes('CYF', child)
    expect(asked).toEqual([
      '/api/v1/home?locale=mn-Mong&kids=1&device=tv&region=152500',
      '/api/v1/programmes/p?locale=mn-Mong&kids=1',
      '/api/v1/programmes/p/playback?kids=1',
      '/api/v1/search?locale=mn-Mong&kids=1&q=CYF',
    ])
  })

  test('a lost connection is tried three times', async () => {
    const { api, asked } = clientWith(new TypeError('Failed to fetch'))
    expect(await api.readHome(VIEWER, undefined)).toEqual({ kind: 'failed', failure: 'network' })
    expect(asked).toHaveLength(3)
  })

  test('a connection that comes back is not a failure', async () => {
    const { api } = clientWith(new TypeError('Failed to fetch'), json({}, 503), json(HOME))
    expect((await api.readHome(VIEWER, undefined)).kind).toBe('ok')
  })

  test('what was taken down is not asked for again', async () => {
    const { api, asked } = clientWith(json({ type: '/problems/not-found' }, 404))
    expect(await api.readHome(VIEWER, undefined)).toEqual({ kind: 'failed', failure: 'not-found' })
    expect(asked).toHaveLength(1)
  })

  test('what is not for children is told from what is gone, and not asked for again', async () => {
    const { api, asked } = clientWith(json({ type: '/problems/not-for-children' }, 404))
    expect(await api.readPlayback('p' as ProgrammeId, true)).toEqual({ kind: 'failed', failure: 'not-for-children' }) // as above
    expect(asked).toHaveLength(1)
  })

  test('an answer that is no JSON is a fault of the server', async () => {
    const { api } = clientWith(
      new Response('<html>', { status: 200 }),
      new Response('', { status: 200 }),
      new Response('', { status: 200 }),
    )
    expect(await api.readHome(VIEWER, undefined)).toEqual({ kind: 'failed', failure: 'server' })
  })

  test('JSON of somebody else is a fault of the server too', async () => {
    const bodies = [{ login: 'https://hotspot.example' }, [], 'off', null]
    const { api } = clientWith(...bodies.map((body) => json(body)))
    for (const _ of bodies) expect(await api.readHome(VIEWER, undefined)).toEqual({ kind: 'failed', failure: 'server' })
  })

  test('the time limit of a request ends with its answer, whatever that is', async () => {
    const { api, limits } = clientWith(json(HOME), new TypeError('Failed to fetch'), json({}, 503), json({}))
    expect((await api.readHome(VIEWER, undefined)).kind).toBe('ok')
    expect((await api.readHome(VIEWER, undefined)).kind).toBe('failed')
    expect(limits.size).toBe(0)
  })

  test('an answer whose body never ends is a lost connection', async () => {
    const endless = (): Response => new Response(new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode('{"sn')) }))
    const { api, asked, limits } = clientWith(endless(), endless(), endless())
    const answer = api.readHome(VIEWER, undefined)
    for (let tries = 1; tries <= 3; tries += 1) {
      await expect.poll(() => [asked.length, limits.size]).toEqual([tries, 1])
      for (const end of limits) end()
    }
    expect(await answer).toEqual({ kind: 'failed', failure: 'network' })
    expect(limits.size).toBe(0)
  })

  test('a page that was left hears nothing more', async () => {
    const controller = new AbortController()
    controller.abort()
    const { api } = clientWith(json({}))
    expect(await api.readHome(VIEWER, undefined, controller.signal)).toEqual({ kind: 'aborted' })
  })
})

describe('handing in an attempt', () => {
  const attempt = { id: 'a', answers: [] } as unknown as AttemptCreate // the client hands it on unread
  test.each([
    [json({}, 201), 'stored'],
    [json({}, 200), 'stored'],
    [json({}, 400), 'refused'],
    [json({}, 409), 'refused'],
    [json({}, 429), 'later'],
    [json({}, 500), 'later'],
    [json({}, 503), 'later'],
    [new TypeError('Failed to fetch'), 'unreachable'],
    // The page of a proxy or of a public network, in the server's place.
    [new Response('<html>', { status: 200 }), 'unreachable'],
    [new Response('<html>', { status: 404 }), 'unreachable'],
    [json({}, 403), 'later'],
  ])('%s is %s', async (reply, outcome) => {
    expect(await clientWith(reply).api.sendAttempt(attempt)).toBe(outcome)
  })
})
