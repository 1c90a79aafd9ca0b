import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { createCms } from '@ulan/cms'
import { isStaffAddress, type MediaLibrary, type Role } from '@ulan/contract'
import { roleSchema } from '@ulan/contract/schemas'
import { pino } from 'pino'
import { readConfig } from './config/config.ts'
import { readEnv } from './config/env.ts'
import { launchSentence } from './launch-problem.ts'
import { openOrJoin } from './open-store.ts'
import { PAGES } from './pages.ts'
import { readSecretKey } from './secret-key.ts'

const USAGE = `usage: npm run staff -- add EMAIL --role ROLE
       npm run staff -- reset EMAIL
       npm run staff -- verify-audit
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
  retryRung: () => Promise.resolve(false),
  cancelAsset: () => Promise.resolve(false),
  deleteAsset: () => Promise.resolve(false),
  hasPicture: () => Promise.resolve(false),
  readStorage: refuse,
  countStorage: () => undefined,
  watchAssets: () => () => undefined,
}

const words = readWords(process.argv.slice(3)) ?? fail(USAGE)
const read = readConfig(readEnv(), false)
if (!read.ok) fail(read.problems.map((problem) => `${problem.variable} ${problem.sentence}\n`).join(''))
const opened = await openOrJoin(read.config, logger)
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
const said = words.verb === 'verify-audit' ? await verifyAudit() : await makePassword(words)
await cms.close()
await opened.store.close()
if (!said.ok) fail(`${said.line}\n`)
process.stdout.write(`${said.line}\n`)

type Said = { readonly ok: boolean; readonly line: string }
type PasswordWords =
  | { readonly verb: 'add'; readonly email: string; readonly role: Role }
  | { readonly verb: 'reset'; readonly email: string }

async function makePassword(asked: PasswordWords): Promise<Said> {
  const { email } = asked
  const outcome = asked.verb === 'reset' ? await cms.staff.reset(email) : await cms.staff.add(email, asked.role)
  if (outcome.ok) return { ok: true, line: `sign-in ${email} ${outcome.password}` }
  return { ok: false, line: outcome.kind === 'unknown' ? `there is no account ${email}` : `there is an account ${email} already` }
}

/** The last hash is worth keeping elsewhere: a log that was cut short holds as far as it goes. */
async function verifyAudit(): Promise<Said> {
  const { head, fault } = await cms.verifyAudit()
  if (fault === undefined) return { ok: true, line: `audit ok: ${String(head.seq)} entries, last hash ${head.hash}` }
  const what = { gap: 'is missing', link: 'does not follow the one before', content: 'was changed' }[fault.fault]
  return { ok: false, line: `audit broken: entry ${String(fault.seq)} ${what}; entries before it hold` }
}

/** The command's words, or undefined when they are none of the commands; only `add` has a role. */
function readWords(args: string[]): PasswordWords | { readonly verb: 'verify-audit' } | undefined {
  const { values, positionals, tokens } = parseArgs({ args, strict: false, tokens: true, options: { role: { type: 'string' } } })
  const [verb = '', email = '', ...more] = positionals
  const hasOther = tokens.some((token) => token.kind === 'option' && token.name !== 'role')
  if (verb === 'verify-audit') return hasOther || positionals.length > 1 || values.role !== undefined ? undefined : { verb }
  // An account is signed in to by its address, so what is no address would be an account that nobody can use.
  if (hasOther || more.length > 0 || !isStaffAddress(email)) return undefined
  if (verb === 'reset') return values.role === undefined ? { verb, email } : undefined
  const role = roleSchema.safeParse(values.role)
  return verb === 'add' && role.success ? { verb, email, role: role.data } : undefined
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('staff commands do not touch media'))
}

function fail(text: string): never {
  process.stderr.write(text)
  process.exit(1)
}
