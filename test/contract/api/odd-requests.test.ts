import { once } from 'node:events'
import { connect } from 'node:net'
import { problemSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMINISTRATOR, type CmsLab, createCmsLab } from './cms-lab.ts'

let lab: CmsLab
beforeAll(async () => {
  lab = await createCmsLab()
})
afterAll(() => lab.close())

describe('another method', () => {
  it.each([
    ['POST', '/healthz'],
    ['DELETE', '/readyz'],
    ['POST', '/metrics'],
    ['POST', '/'],
    ['PUT', '/tv/'],
    ['PUT', '/tablet/index.html'],
    ['POST', '/admin/'],
    ['PUT', '/fonts/sc.woff2'],
    ['PATCH', '/api/openapi.json'],
    ['POST', '/api/docs'],
    ['PUT', '/api/v1/home'],
  ])('%s %s is told which there are', async (method, path) => {
    const reply = await lab.call(path, { method, headers: { 'x-csrf': '' } })
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    expect(problemSchema.parse(reply.json()).type).toBe('/problems/method-not-allowed')
  })
  it('needs no proof of its origin where nothing can be done, and needs it everywhere else', async () => {
    const statusOf = async (method: string, path: string) => (await lab.call(path, { method, headers: { 'x-csrf': '' } })).status
    expect(await statusOf('PUT', '/api/v1/programmes/p-1/publish')).toBe(405)
    for (const path of ['/api/v1/programmes', '/API/V1/PROGRAMMES', '/api/v1/programmes/', '/api/v1/uploads', '/api/v1/nowhere']) {
      expect([path, await statusOf('POST', path)]).toEqual([path, 403])
    }
    expect(await statusOf('DELETE', '/api/v1/session')).toBe(403)
  })
})

describe('a place inside a client', () => {
  it.each([
    ['/tablet/x/y', '/tablet/'],
    ['/admin/x/y?next=1', '/admin/?next=1'],
    ['/tv/x', '/tv/'],
  ])('%s leads to the page whose files are found', async (path, place) => {
    const reply = await lab.call(path)
    expect([reply.status, reply.headers.get('location'), reply.headers.get('cache-control')]).toEqual([302, place, 'no-store'])
  })
  it('keeps what was asked when the last slash is missing', async () => {
    const reply = await lab.call('/tv?device=box&x=1')
    expect([reply.status, reply.headers.get('location')]).toEqual([308, '/tv/?device=box&x=1'])
  })
})

describe('a refusal names what is wrong', () => {
  it('with an address that cannot be decoded', async () => {
    for (const path of ['/api/v1/programmes/%ff', '/tv/%ff', '/fonts/%ff']) {
      const problem = problemSchema.parse((await lab.call(path)).json())
      expect([problem.status, problem.errors, problem.detail]).toEqual([400, [{ path: 'url', code: 'invalid' }], 'url: 此项格式不正确。'])
    }
  })
  it('with a body that is no object', async () => {
    const reply = await lab.call('/api/v1/programmes', { body: [], cookie: await lab.signIn() })
    expect(problemSchema.parse(reply.json()).detail).toBe('此项格式不正确。')
  })
  it('and when to come again after too many tries', async () => {
    const call = () => lab.call('/api/v1/session', { body: { ...ADMINISTRATOR, email: 'guessed@example.org', password: 'wrong' } })
    let reply = await call()
    while (reply.status === 401) reply = await call()
    expect(reply.status).toBe(429)
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(60)
    expect(Number(reply.headers.get('retry-after'))).toBeLessThanOrEqual(900)
  })
})

describe('what is no request', () => {
  const answerTo = async (text: string): Promise<string> => {
    const socket = connect(Number(new URL(lab.url).port), '127.0.0.1')
    socket.setEncoding('utf8').write(text)
    let answer = ''
    socket.on('data', (chunk) => {
      answer += String(chunk)
    })
    await once(socket, 'close')
    return answer
  }
  it.each([
    ['nonsense', 'what is this\r\n\r\n', 400, 'invalid-request'],
    ['headers without an end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers-too-large'],
  ])('%s gets a problem all the same', async (_name, text, status, name) => {
    const [head = '', body = ''] = (await answerTo(text)).split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `))
    expect(head).toMatch(/Content-Type: application\/problem\+json/i)
    const problem = problemSchema.parse(JSON.parse(body))
    expect([problem.status, problem.type]).toEqual([status, `/problems/${name}`])
    expect(problem.title).toMatch(/[\u4e00-\u9fff]/)
  })
})
