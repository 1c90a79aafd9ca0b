import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mongodbAdapter } from 'better-auth/adapters/mongodb'
import { betterAuth } from 'better-auth/minimal'
import mongoose from 'mongoose'
import { RateLimiterMongo } from 'rate-limiter-flexible'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EmbeddedStore, openEmbeddedStore } from '../index.ts'

let dataDir: string
let store: EmbeddedStore
let connection: mongoose.Connection
const log: string[] = []

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ulan-libraries-'))
  const opened = await openEmbeddedStore({ dataDir, logger: (line) => log.push(line) })
  if (!opened.ok) throw new Error(opened.problem.detail)
  store = opened.store
  connection = await mongoose.createConnection(store.uri).asPromise()
})

afterAll(async () => {
  await connection.close()
  await store.close()
  await rm(dataDir, { recursive: true })
  expect(log).toEqual([])
})

describe.each([false, true])('staff accounts by better-auth, transactions %s', (transaction) => {
  const email = `staff-${transaction}@example.org`
  const auth = () =>
    betterAuth({
      baseURL: 'http://localhost:8080',
      secret: 'a-secret-of-at-least-thirty-two-characters',
      database: mongodbAdapter(connection.getClient().db(`staff-${transaction}`), { client: connection.getClient(), transaction }),
      emailAndPassword: { enabled: true },
      telemetry: { enabled: false },
      logger: { disabled: true },
    })

  it('sign up once, sign in, list sessions and sign out', async () => {
    const { api } = auth()
    const body = { email, password: 'grassland-evening', name: '乌兰' }
    const signUps = await Promise.allSettled(Array.from({ length: 3 }, () => api.signUpEmail({ body })))
    expect(signUps.some((result) => result.status === 'fulfilled')).toBe(true)
    const users = connection.getClient().db(`staff-${transaction}`).collection('user')
    expect(await users.countDocuments({ email })).toBe(1)
    await expect(api.signInEmail({ body: { email, password: 'wrong-password' } })).rejects.toMatchObject({ status: 'UNAUTHORIZED' })
    const { headers } = await api.signInEmail({ body, returnHeaders: true })
    const cookie = headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    const asMember = new Headers({ cookie })
    expect(await api.getSession({ headers: asMember })).toMatchObject({ user: { email, name: '乌兰' } })
    const before = await api.listSessions({ headers: asMember })
    expect(before.length).toBeGreaterThan(0)
    await api.signOut({ headers: asMember })
    expect(await api.getSession({ headers: asMember })).toBeNull()
  })
})

it('a rate limiter lets exactly its points through', async () => {
  const limiter = new RateLimiterMongo({ storeClient: connection, points: 5, duration: 60, keyPrefix: 'sign-in' })
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => limiter.consume('one-address')))
  expect(tries.filter((result) => result.status === 'fulfilled')).toHaveLength(5)
})
