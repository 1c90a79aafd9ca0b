import { PERMISSIONS } from '@ulan/contract'
import { problemSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMINISTRATOR, type CmsLab, createCmsLab } from './cms-lab.ts'

let lab: CmsLab
let secure: CmsLab
beforeAll(async () => {
  ;[lab, secure] = await Promise.all([createCmsLab(), createCmsLab({ publicUrl: 'https://media.example.org' })])
})
afterAll(() => Promise.all([lab.close(), secure.close()]))

describe('a session', () => {
  it('has a cookie that scripts and other sites cannot use', async () => {
    const cookies = (await lab.call('/api/v1/session', { body: ADMINISTRATOR })).headers.getSetCookie()
    expect(cookies).toHaveLength(1)
    expect(cookies[0]).toMatch(/^ulan\.session_token=.*HttpOnly.*SameSite=Lax/i)
    expect(cookies[0]).not.toMatch(/secure/i)
  })
  it('has a Secure cookie behind TLS', async () => {
    const [cookie] = (await secure.call('/api/v1/session', { body: ADMINISTRATOR })).headers.getSetCookie()
    expect(cookie).toMatch(/^__Secure-ulan\.session_token=.*; Secure/i)
  })
  it('tells who is signed in', async () => {
    const reply = await lab.call('/api/v1/session', { cookie: await lab.signIn() })
    expect(reply.json()).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      hasSecondFactor: false,
      email: ADMINISTRATOR.email,
      name: 'admin',
      role: 'administrator',
      permissions: PERMISSIONS.filter((each) => each !== 'review' && each !== 'veto'),
      reviewPolicy: 'off',
    })
    expect(reply.headers.get('cache-control')).toBe('no-store')
  })
  it('does not mind how an address is spelt', async () => {
    const reply = await lab.call('/api/v1/session', { body: { ...ADMINISTRATOR, email: ' Admin@LocalHost ' } })
    expect(reply.status).toBe(200)
  })
  it('ends with the sign-out', async () => {
    const cookie = await lab.signIn()
    const out = await lab.call('/api/v1/session', { method: 'DELETE', cookie })
    expect(out.status).toBe(204)
    expect(out.headers.getSetCookie().join()).toMatch(/session_token=;.*Max-Age=0/i)
    expect((await lab.call('/api/v1/session', { cookie })).status).toBe(401)
  })
  it('cannot be made up', async () => {
    const cookie = await lab.signIn()
    // Whatever the token's first sign is, the forged one has another.
    const altered = cookie.replace(/=(.)/, (_, sign: string) => (sign === 'Z' ? '=Y' : '=Z'))
    for (const forged of [cookie.slice(0, -6), altered, 'ulan.session_token=abc.def']) {
      expect((await lab.call('/api/v1/session', { cookie: forged })).status).toBe(401)
    }
  })
  it('ends when the password is reset', async () => {
    const email = 'reset@example.org'
    const added = await lab.cms.staff.add(email, 'editor')
    if (!added.ok) throw new Error('not added')
    expect(await lab.cms.staff.add(email, 'editor')).toEqual({ ok: false, kind: 'taken' })
    const cookie = (await lab.call('/api/v1/session', { body: { email, password: added.password } })).headers.getSetCookie().join()
    expect((await lab.call('/api/v1/session', { cookie })).status).toBe(200)
    const reset = await lab.cms.staff.reset(email)
    if (!reset.ok) throw new Error('not reset')
    expect((await lab.call('/api/v1/session', { cookie })).status).toBe(401)
    expect((await lab.call('/api/v1/session', { body: { email, password: added.password } })).status).toBe(401)
    expect((await lab.call('/api/v1/session', { body: { email, password: reset.password } })).status).toBe(200)
    expect(await lab.cms.staff.reset('nobody@example.org')).toEqual({ ok: false, kind: 'unknown' })
  })
  it('is possible again at once after a reset, for whoever was locked out', async () => {
    const email = 'locked@example.org'
    await lab.cms.staff.add(email, 'editor')
    const statusOf = async (password: string): Promise<number> => (await lab.call('/api/v1/session', { body: { email, password } })).status
    while ((await statusOf('not the password')) !== 429);
    const reset = await lab.cms.staff.reset(email)
    expect(await statusOf(reset.ok ? reset.password : '')).toBe(200)
  })
  it('is possible after a reset for an account whose making was cut off before its password', async () => {
    const email = 'halfway@example.org'
    await lab.cms.staff.add(email, 'editor')
    const account = await lab.connection.collection('staffAccounts').findOne({ email })
    await lab.connection.collection('staffCredentials').deleteMany({ userId: account?._id })
    const reset = await lab.cms.staff.reset(email)
    const reply = await lab.call('/api/v1/session', { body: { email, password: reset.ok ? reset.password : '' } })
    expect(reply.status).toBe(200)
  })
  it('is made for the first administrator only once', async () => {
    expect(await lab.cms.staff.ensureAdministrator('other@example.org')).toEqual({ created: false })
  })
})

describe('a request from elsewhere', () => {
  const foreign = { 'x-csrf': '0' }
  it.each([
    ['without origin', foreign, 403],
    ['from another origin', { ...foreign, origin: 'https://evil.example' }, 403],
    ['from an origin that only begins like ours', { ...foreign, origin: 'http://127.0.0.1:80801' }, 403],
    ['from the public address', { ...foreign, origin: 'http://127.0.0.1:8080' }, 200],
  ])('%s', async (_name, headers, status) => {
    const reply = await lab.call('/api/v1/session', { headers, body: ADMINISTRATOR })
    expect(reply.status).toBe(status)
    if (status === 403) expect(problemSchema.parse(reply.json()).type).toBe('/problems/cross-site-request')
  })
  it('from a page of this very server', async () => {
    const reply = await lab.call('/api/v1/session', { headers: { ...foreign, origin: lab.url }, body: ADMINISTRATOR })
    expect(reply.status).toBe(200)
  })
})

describe('guessing', () => {
  it('locks an address out, also for the right password, and nobody else', async () => {
    const email = 'guessed@example.org'
    const added = await lab.cms.staff.add(email, 'editor')
    if (!added.ok) throw new Error('not added')
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, index) => lab.call('/api/v1/session', { body: { email, password: `guess ${String(index)}` } })),
    )
    const statuses = guesses.map((reply) => reply.status)
    expect(new Set(statuses)).toEqual(new Set([401, 429]))
    expect(statuses.filter((status) => status === 401)).toHaveLength(8)
    const right = await lab.call('/api/v1/session', { body: { email, password: added.password } })
    expect([right.status, problemSchema.parse(right.json()).type]).toEqual([429, '/problems/too-many-requests'])
    expect((await lab.call('/api/v1/session', { body: ADMINISTRATOR })).status).toBe(200)
  })
})

describe('behind one proxy', () => {
  it('guesses are counted by the address the proxy saw, not by those the guesser made up', async () => {
    const behind = await createCmsLab({ trustProxy: true })
    const statuses: number[] = []
    for (let guess = 0; guess < 12; guess += 1) {
      const headers = { 'x-forwarded-for': `10.9.8.${String(guess)}, 192.0.2.7` }
      statuses.push((await behind.call('/api/v1/session', { body: { ...ADMINISTRATOR, password: 'a guess' }, headers })).status)
    }
    expect(statuses.at(-1)).toBe(429)
    await behind.close()
  })
})
