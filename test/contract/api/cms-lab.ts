import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cms, type CmsConfig, type CmsNeeds, createCms } from '@ulan/cms'
import type { Role } from '@ulan/contract'
import { openEmbeddedStore } from '@ulan/embedded'
import mongoose from 'mongoose'
import { pino } from 'pino'
import { type ApiDescription, undescribed } from './described.ts'
import { createMemoryLibrary, type MemoryLibrary } from './memory-library.ts'

export const ADMINISTRATOR = { email: 'admin@localhost', password: 'a good long password' }

type Reply = { readonly status: number; readonly headers: Headers; readonly text: string; json(): unknown }
export type Call = {
  readonly method?: string
  readonly headers?: { readonly [name: string]: string }
  readonly body?: unknown
  /** Sent as it is, with this content type. */
  readonly raw?: { readonly text: string; readonly type: string }
  readonly cookie?: string
}

export type CmsLab = {
  readonly cms: Cms
  readonly url: string
  readonly library: MemoryLibrary
  readonly connection: mongoose.Connection
  call(path: string, call?: Call): Promise<Reply>
  /** Cookie of a new session; the administrator's unless a role is given. */
  signIn(role?: Role): Promise<string>
  /** The same store under a second CMS, as another process would have it. */
  secondCms(more?: Partial<CmsNeeds>): Promise<Cms>
  /** A port of its own for a second CMS. */
  serve(other: Cms): Promise<string>
  close(): Promise<void>
}

/** The CMS on a real embedded store and a real port, with a media library in memory. */
export async function createCmsLab(overrides: Partial<CmsConfig> = {}, more: Partial<CmsNeeds> = {}): Promise<CmsLab> {
  const folder = await mkdtemp(join(tmpdir(), 'ulan-cms-'))
  const pages = await makePages(folder)
  const opened = await openEmbeddedStore({ dataDir: join(folder, 'data'), logger: () => undefined })
  if (!opened.ok) throw new Error(`store did not open: ${opened.problem.kind}`)
  const connection = await mongoose.createConnection(opened.store.uri).asPromise()
  const library = createMemoryLibrary()
  const needs = { connection, library, logger: pino({ level: 'silent' }), clock: () => new Date(), random: randomBytes, ...more }
  const config: CmsConfig = {
    publicUrl: 'http://127.0.0.1:8080',
    secretKey: randomBytes(32).toString('hex'),
    trustProxy: false,
    pages,
    lanUrls: () => [],
    ...overrides,
  }
  const cms = await createCms(config, needs)
  cms.finish()
  cms.keepSchedule()
  await cms.staff.ensureAdministrator(ADMINISTRATOR.email, ADMINISTRATOR.password)
  const { server, url } = await listen(createServer(cms.handle).on('clientError', cms.refuseUnreadable))
  const servers = [server]
  const others: Cms[] = []
  let description: Promise<ApiDescription> | undefined
  const call = async (path: string, given: Call = {}): Promise<Reply> => {
    description ??= send(`${url}/api/openapi.json`, {}).then((reply) => reply.json() as ApiDescription) // has a test of its own
    const reply = await send(url + path, given)
    const complaint = undescribed(await description, methodOf(given), path, reply.status)
    if (complaint !== undefined) throw new Error(complaint)
    return reply
  }
  return {
    cms,
    url,
    library,
    connection,
    call,
    async signIn(role) {
      if (role === undefined) return await openSession(call, ADMINISTRATOR)
      const email = `${role}-${randomBytes(4).toString('hex')}@example.org`
      const added = await cms.staff.add(email, role)
      if (!added.ok) throw new Error(`no account: ${added.kind}`)
      return await openSession(call, { email, password: added.password })
    },
    async secondCms(different = {}) {
      const second = { ...needs, ...different, connection: await mongoose.createConnection(opened.store.uri).asPromise() }
      const other = await createCms(config, second)
      other.keepSchedule()
      others.push(other)
      return other
    },
    async serve(other) {
      other.finish()
      const second = await listen(createServer(other.handle))
      servers.push(second.server)
      return second.url
    },
    async close() {
      await Promise.all([cms, ...others].map((one) => one.close()))
      for (const one of servers) await new Promise((resolve) => one.close(resolve).closeAllConnections())
      await Promise.all(mongoose.connections.map((one) => one.close()))
      await opened.store.close()
      await rm(folder, { recursive: true })
    },
  }
}

async function listen(server: Server): Promise<{ readonly server: Server; readonly url: string }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` } // a TCP server's address is one
}

async function openSession(call: CmsLab['call'], body: { email: string; password: string }): Promise<string> {
  const reply = await call('/api/v1/session', { body })
  if (reply.status !== 200) throw new Error(`sign-in answered ${String(reply.status)}`)
  return cookieOf(reply)
}

/** What a browser sends back after an answer. */
export const cookieOf = ({ headers }: Pick<Reply, 'headers'>): string =>
  headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

const methodOf = ({ method, raw, body }: Call): string => method ?? (raw === undefined && body === undefined ? 'GET' : 'POST')

async function send(url: string, given: Call): Promise<Reply> {
  const { headers, body, raw, cookie } = given
  const payload = raw?.text ?? (body === undefined ? undefined : JSON.stringify(body))
  const type = raw?.type ?? 'application/json'
  const response = await fetch(url, {
    method: methodOf(given),
    redirect: 'manual',
    headers: {
      'x-csrf': '1',
      ...(payload === undefined ? {} : { 'content-type': type }),
      ...(cookie === undefined ? {} : { cookie }),
      ...headers,
    },
    ...(payload === undefined ? {} : { body: payload }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) as unknown }
}

/** Built clients as the bundler leaves them. */
async function makePages(folder: string): Promise<CmsConfig['pages']> {
  const pages = { tv: join(folder, 'tv'), tablet: join(folder, 'tablet'), admin: join(folder, 'admin') }
  for (const [name, place] of Object.entries(pages)) {
    await mkdir(join(place, 'assets'), { recursive: true })
    await writeFile(join(place, 'index.html'), `<!doctype html><title>${name}</title><script>start()</script>`)
    await writeFile(join(place, 'assets', 'main-BEd6x1Yz.js'), `export const page = '${name}'\n`.repeat(50))
    await writeFile(join(place, '.secret'), 'hidden')
  }
  await writeFile(join(folder, 'outside.txt'), 'outside')
  return pages
}
