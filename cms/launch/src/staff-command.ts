import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createCms } from '@ulan/cms'
import type { MediaLibrary } from '@ulan/contract'
import { roleSchema } from '@ulan/contract/schemas'
import { pino } from 'pino'
import { type LaunchConfig, readConfig } from './config/config.ts'
import { readEnv } from './config/env.ts'
import { launchSentence } from './launch-problem.ts'
import { connect, type OpenStoreResult, openStore } from './open-store.ts'
import { PAGES } from './pages.ts'
import { readSecretKey } from './secret-key.ts'

const USAGE = `usage: npm run staff -- add EMAIL --role ROLE
       npm run staff -- reset EMAIL
roles: ${roleSchema.options.join(', ')}
`
const logger = pino({ level: 'warn' }, pino.destination(2))
/** Staff commands never touch media. */
const NO_MEDIA: MediaLibrary = {
  readAssets: () => Promise.resolve(new Map()),
  listAssets: () => Promise.resolve([]),
  reserveAsset: refuse,
  importMaster: refuse,
  importPoster: refuse,
  retryAsset: () => Promise.resolve(false),
  watchAssets: () => () => undefined,
}

const { positionals, values } = parseArgs({ args: process.argv.slice(3), allowPositionals: true, options: { role: { type: 'string' } } })
const [verb, email] = positionals
const role = roleSchema.safeParse(values.role)
if (email === undefined || !(verb === 'reset' || (verb === 'add' && role.success))) fail(USAGE)
const read = readConfig(readEnv(), false)
if (!read.ok) fail(read.problems.map((problem) => `${problem.variable} ${problem.sentence}\n`).join(''))
const opened = await openOrJoin(read.config)
if (!opened.ok) fail(`${launchSentence(opened.problem)}\n`)
const cms = await createCms(
  {
    publicUrl: read.config.publicUrl,
    secretKey: read.config.secretKey ?? (await readSecretKey(read.config.dataDir, randomBytes)),
    trustProxy: false,
    pages: PAGES,
    lanUrls: () => [],
  },
  { connection: opened.store.connection, library: NO_MEDIA, logger, clock: () => new Date(), random: randomBytes },
)
const outcome = verb === 'add' && role.success ? await cms.staff.add(email, role.data) : await cms.staff.reset(email)
await cms.close()
await opened.store.close()
if (!outcome.ok) fail(`${outcome.kind === 'unknown' ? `there is no account ${email}` : `there is an account ${email} already`}\n`)
process.stdout.write(`sign-in ${email} ${outcome.password}\n`)

/** Opens the store, or joins the server that has it open. */
async function openOrJoin(config: LaunchConfig): Promise<OpenStoreResult> {
  const own = await openStore(config, logger)
  if (own.ok || own.problem.kind !== 'data-dir-in-use') return own
  const socket = (await readFile(join(config.dataDir, 'socket'), 'utf8')).trim()
  return await connect(`mongodb://${encodeURIComponent(socket)}/legal`, undefined)
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('staff commands do not touch media'))
}

function fail(text: string): never {
  process.stderr.write(text)
  process.exit(1)
}
