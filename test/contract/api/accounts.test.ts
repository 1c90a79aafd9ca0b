import type { InvitedAccount, SecondFactor, StaffAccount, StaffSession } from '@ulan/contract'
import { problemSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../../lab/totp.ts'
import { type Call, type CmsLab, cookieOf, createCmsLab } from './cms-lab.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'

const PASSWORD = 'horse fiddle by the river'
const NEW_PASSWORD = 'three songs before the law'
const DAY_MS = 24 * 3600 * 1000
const STEP_MS = 30_000

let lab: CmsLab
let admin: string
let aheadMs = 0
beforeAll(async () => {
  lab = await createCmsLab({}, { clock: () => new Date(Date.now() + aheadMs) })
  await lab.cms.seed(SMALL_CATALOGUE)
  admin = await lab.signIn()
})
afterAll(() => lab.close())

let persons = 0
const nextEmail = (): string => {
  persons += 1
  return `person-${String(persons)}@example.org`
}
const asAdmin = (path: string, call: Call = {}) => lab.call(`/api/v1${path}`, { cookie: admin, ...call })
const problemOf = (reply: { json(): unknown }): string => problemSchema.parse(reply.json()).type.replace('/problems/', '')
const tokenOf = (url: string): string => url.split('/').at(-1) ?? ''

async function invite(email = nextEmail()): Promise<InvitedAccount> {
  const reply = await asAdmin('/staff/accounts', { body: { email, name: '其其格', role: 'editor' } })
  expect(reply.status).toBe(201)
  return reply.json() as InvitedAccount // checked against its schema by the test of all routes
}
const choosePassword = (url: string, password = PASSWORD) => lab.call(`/api/v1/invitations/${tokenOf(url)}`, { body: { password } })
const trySignIn = (email: string, more: object = {}, headers = {}) =>
  lab.call('/api/v1/session', { body: { email, password: PASSWORD, ...more }, headers })
async function signIn(email: string, more: object = {}, headers = {}): Promise<string> {
  const reply = await trySignIn(email, more, headers)
  expect(reply.status).toBe(200)
  return cookieOf(reply)
}
const sessionStatus = async (cookie: string): Promise<number> => (await lab.call('/api/v1/session', { cookie })).status
async function join(): Promise<{ account: StaffAccount; email: string; cookie: string }> {
  const { account, link } = await invite()
  expect((await choosePassword(link.url)).status).toBe(204)
  return { account, email: account.email, cookie: await signIn(account.email) }
}
const listed = async (id: string): Promise<StaffAccount | undefined> =>
  ((await asAdmin('/staff/accounts')).json() as { items: StaffAccount[] }).items.find((one) => one.id === id) // as above

describe('an invitation', () => {
  it('is an account without a password, and a link that says whose it is', async () => {
    const { account, link } = await invite()
    expect(account).toMatchObject({ name: '其其格', role: 'editor', standing: 'invited', hasSecondFactor: false })
    expect(link.url).toMatch(/^http:\/\/127\.0\.0\.1:8080\/admin\/#\/join\/[\w-]{43}$/)
    const invitation = await lab.call(`/api/v1/invitations/${tokenOf(link.url)}`)
    expect(invitation.json()).toEqual({ email: account.email, name: '其其格', role: 'editor', expiresAt: link.expiresAt })
    expect((await trySignIn(account.email)).status).toBe(401)
  })
  it('lets its holder choose a password, once', async () => {
    const { account, link } = await invite()
    expect((await choosePassword(link.url)).status).toBe(204)
    expect((await trySignIn(account.email)).status).toBe(200)
    expect(await listed(account.id)).toMatchObject({ standing: 'active', signedInAt: expect.any(String) })
    expect((await choosePassword(link.url, NEW_PASSWORD)).status).toBe(404)
    expect((await trySignIn(account.email)).status).toBe(200)
  })
  it('is over after seven days, and when a new one is made', async () => {
    const { account, link } = await invite()
    const renewed = (await asAdmin(`/staff/accounts/${account.id}/access-link`, { method: 'POST' })).json() as { url: string }
    expect((await choosePassword(link.url)).status).toBe(404)
    aheadMs = 7 * DAY_MS + 1000
    expect((await choosePassword(renewed.url)).status).toBe(404)
    aheadMs = 7 * DAY_MS - 60_000
    expect((await choosePassword(renewed.url)).status).toBe(204)
    aheadMs = 0
  })
  it.each([
    [{ email: 'nobody' }, 'email', 'invalid'],
    [{ email: 'admin@localhost' }, 'email', 'email-taken'],
    [{ email: 'x@example.org', name: ' ' }, 'name', 'too-short'],
    [{ email: 'x@example.org', role: 'king' }, 'role', 'invalid'],
    [{ email: 'x@example.org', regionCode: '999999' }, 'regionCode', 'unknown-reference'],
  ])('with %j is refused by the name of its field', async (wrong, path, code) => {
    const reply = await asAdmin('/staff/accounts', { body: { name: '其其格', role: 'editor', ...wrong } })
    expect(reply.status).toBe(400)
    expect(problemSchema.parse(reply.json()).errors).toEqual([expect.objectContaining({ path, code })])
  })
  it('asks for a password of twelve characters', async () => {
    const { link } = await invite()
    const short = await choosePassword(link.url, 'short words')
    expect(problemSchema.parse(short.json()).errors).toEqual([{ path: 'password', code: 'too-short', params: { min: 12 } }])
    expect((await choosePassword(link.url)).status).toBe(204)
  })
})

describe('an account', () => {
  it('is changed by an administrator', async () => {
    const { account } = await invite()
    const change = { name: '乌云', role: 'reviewer-1', regionCode: '152502' }
    expect((await asAdmin(`/staff/accounts/${account.id}`, { method: 'PATCH', body: change })).json()).toMatchObject(change)
    const everywhere = await asAdmin(`/staff/accounts/${account.id}`, { method: 'PATCH', body: { regionCode: null } })
    expect(everywhere.json()).not.toHaveProperty('regionCode')
    expect(await listed(account.id)).toMatchObject({ name: '乌云', role: 'reviewer-1' })
  })
  it('that is blocked is signed out at once and cannot sign in, until it is let in again', async () => {
    const { account, email, cookie } = await join()
    const block = (isBlocked: boolean) => asAdmin(`/staff/accounts/${account.id}`, { method: 'PATCH', body: { isBlocked } })
    expect((await block(true)).json()).toMatchObject({ standing: 'blocked' })
    expect(await sessionStatus(cookie)).toBe(401)
    const refused = await trySignIn(email)
    expect([refused.status, problemOf(refused), refused.headers.getSetCookie()]).toEqual([403, 'account-blocked', []])
    expect(problemOf(await trySignIn(email, { password: 'not the password' }))).toBe('bad-credentials')
    expect((await block(false)).json()).toMatchObject({ standing: 'active' })
    expect((await trySignIn(email)).status).toBe(200)
  })
  it('that is blocked has no use of a link', async () => {
    const { account, link } = await invite()
    await asAdmin(`/staff/accounts/${account.id}`, { method: 'PATCH', body: { isBlocked: true } })
    expect((await choosePassword(link.url)).status).toBe(404)
  })
  it('gets a new password by a link, which ends its sessions', async () => {
    const { account, email, cookie } = await join()
    const link = (await asAdmin(`/staff/accounts/${account.id}/access-link`, { method: 'POST' })).json() as { url: string }
    expect(await sessionStatus(cookie)).toBe(200)
    expect((await choosePassword(link.url, NEW_PASSWORD)).status).toBe(204)
    expect(await sessionStatus(cookie)).toBe(401)
    expect((await trySignIn(email)).status).toBe(401)
    expect((await trySignIn(email, { password: NEW_PASSWORD })).status).toBe(200)
  })
  it('of whoever asks keeps its role and is not blocked', async () => {
    const { id } = (await lab.call('/api/v1/session', { cookie: admin })).json() as { id: string }
    for (const body of [{ role: 'editor' }, { isBlocked: true }, { regionCode: '152502' }]) {
      expect(problemOf(await asAdmin(`/staff/accounts/${id}`, { method: 'PATCH', body }))).toBe('own-account')
    }
    expect((await asAdmin(`/staff/accounts/${id}`, { method: 'PATCH', body: { name: '管理员' } })).status).toBe(200)
  })
})

describe('sessions', () => {
  it('of nobody are not found', async () => {
    const path = `/staff/accounts/${'0'.repeat(24)}/sessions`
    expect([(await asAdmin(path)).status, (await asAdmin(path, { method: 'DELETE' })).status]).toEqual([404, 404])
  })
  it('are listed with their browsers and ended one by one', async () => {
    const { email, cookie } = await join()
    const other = await signIn(email, {}, { 'user-agent': 'Tablet of the troupe' })
    const list = async () => ((await lab.call('/api/v1/session/all', { cookie })).json() as { items: StaffSession[] }).items
    const tablet = (await list()).find(({ isThis }) => !isThis)
    expect(tablet).toMatchObject({ agent: 'Tablet of the troupe', address: '127.0.0.1' })
    expect((await lab.call(`/api/v1/session/all/${tablet?.id ?? ''}`, { method: 'DELETE', cookie })).status).toBe(204)
    expect([await sessionStatus(other), await sessionStatus(cookie)]).toEqual([401, 200])
    expect(await list()).toHaveLength(1)
  })
  it('of others cannot be ended by whoever is no administrator', async () => {
    const [one, two] = [await join(), await join()]
    const { items } = (await lab.call('/api/v1/session/all', { cookie: two.cookie })).json() as { items: StaffSession[] }
    const taken = await lab.call(`/api/v1/session/all/${items[0]?.id ?? ''}`, { method: 'DELETE', cookie: one.cookie })
    expect([taken.status, await sessionStatus(two.cookie)]).toEqual([404, 200])
    expect((await asAdmin(`/staff/accounts/${two.account.id}/sessions`)).json()).toEqual({
      items: [expect.objectContaining({ isThis: false })],
    })
    expect((await asAdmin(`/staff/accounts/${two.account.id}/sessions`, { method: 'DELETE' })).status).toBe(204)
    expect(await sessionStatus(two.cookie)).toBe(401)
  })
  it('end with a change of the password, but for the one that makes it', async () => {
    const { email, cookie } = await join()
    const other = await signIn(email)
    const change = (password: string) => lab.call('/api/v1/session/password', { cookie, body: { password, newPassword: NEW_PASSWORD } })
    expect(problemOf(await change('not the password'))).toBe('wrong-password')
    const changed = await change(PASSWORD)
    expect([changed.status, await sessionStatus(other), await sessionStatus(cookieOf(changed))]).toEqual([204, 401, 200])
    expect((await trySignIn(email, { password: NEW_PASSWORD })).status).toBe(200)
  })
})

describe('a second factor', () => {
  async function withFactor() {
    const person = await join()
    const begun = await lab.call('/api/v1/session/second-factor', { cookie: person.cookie, body: { password: PASSWORD } })
    expect(begun.status).toBe(201)
    const factor = begun.json() as SecondFactor
    const confirm = (code: string) => lab.call('/api/v1/session/second-factor/confirmation', { cookie: person.cookie, body: { code } })
    return { ...person, factor, confirm }
  }
  const codeOf = ({ secret }: SecondFactor, steps = 0): string => codeAt(secret, Date.now() + steps * STEP_MS)

  it('counts once a code of it was confirmed, and is asked for after the password', async () => {
    const { email, factor, confirm, account } = await withFactor()
    const uri = new URL(factor.uri)
    expect([uri.protocol, decodeURIComponent(uri.pathname).endsWith(email), uri.searchParams.get('secret')]).toEqual([
      'otpauth:',
      true,
      factor.secret,
    ])
    expect(factor.recoveryCodes).toHaveLength(10)
    expect((await trySignIn(email)).status).toBe(200)
    expect(problemOf(await confirm('000000'))).toBe('wrong-code')
    const confirmed = await confirm(codeOf(factor))
    expect([confirmed.status, await sessionStatus(cookieOf(confirmed))]).toEqual([204, 200])
    expect(await listed(account.id)).toMatchObject({ hasSecondFactor: true })
    const asked = await trySignIn(email)
    expect([asked.status, problemOf(asked), asked.headers.getSetCookie()]).toEqual([401, 'second-factor-required', []])
    expect(problemOf(await trySignIn(email, { code: '000000' }))).toBe('wrong-code')
    expect((await trySignIn(email, { code: codeOf(factor) })).status).toBe(200)
  })
  it('takes each code once', async () => {
    const { email, factor, confirm } = await withFactor()
    await confirm(codeOf(factor))
    const code = codeOf(factor, 1)
    const together = await Promise.all([trySignIn(email, { code }), trySignIn(email, { code })])
    expect(together.map(({ status }) => status).sort()).toEqual([200, 422])
  })
  it('is stood in for by each recovery code once', async () => {
    const { email, factor, confirm } = await withFactor()
    await confirm(codeOf(factor))
    const [code = ''] = factor.recoveryCodes
    expect((await trySignIn(email, { code })).status).toBe(200)
    expect(problemOf(await trySignIn(email, { code }))).toBe('wrong-code')
  })
  it('goes with the password, or by an administrator', async () => {
    const { email, factor, confirm, account } = await withFactor()
    const cookie = cookieOf(await confirm(codeOf(factor)))
    const remove = (password: string) => lab.call('/api/v1/session/second-factor/removal', { cookie, body: { password } })
    expect(problemOf(await remove('not the password'))).toBe('wrong-password')
    expect((await asAdmin(`/staff/accounts/${account.id}/second-factor`, { method: 'DELETE' })).status).toBe(204)
    expect(await sessionStatus(cookie)).toBe(401)
    expect((await trySignIn(email)).status).toBe(200)
  })
  it('is taken off by whoever has the password', async () => {
    const { email, factor, confirm } = await withFactor()
    const cookie = cookieOf(await confirm(codeOf(factor)))
    const removed = await lab.call('/api/v1/session/second-factor/removal', { cookie, body: { password: PASSWORD } })
    expect([removed.status, await sessionStatus(cookieOf(removed))]).toEqual([204, 200])
    expect((await trySignIn(email)).status).toBe(200)
  })
  it('locks guesses out, also for a right code', async () => {
    const { email, factor, confirm } = await withFactor()
    await confirm(codeOf(factor))
    let last = await trySignIn(email, { code: '000001' })
    for (let guess = 2; last.status !== 429; guess += 1) last = await trySignIn(email, { code: String(guess).padStart(6, '0') })
    expect((await trySignIn(email, { code: codeOf(factor, 1) })).status).toBe(429)
  })
  it('is begun by the password alone, and not twice', async () => {
    const { cookie, factor, confirm } = await withFactor()
    const begin = (given: string, password: string) => lab.call('/api/v1/session/second-factor', { cookie: given, body: { password } })
    expect(problemOf(await begin(cookie, 'not the password'))).toBe('wrong-password')
    const next = cookieOf(await confirm(codeOf(factor)))
    expect(problemOf(await begin(next, PASSWORD))).toBe('conflict')
    const { cookie: plain } = await join()
    expect(problemOf(await lab.call('/api/v1/session/second-factor/confirmation', { cookie: plain, body: { code: '123456' } }))).toBe(
      'conflict',
    )
  })
})
