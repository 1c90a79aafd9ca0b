// Builds the three clients into their `dist` folders, each only when one of its sources has changed since.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '../..')
const SHARED = [
  'package-lock.json',
  'cms/contract/src',
  'cms/contract/locales',
  'cms/contract/fonts/fonts.ts',
  'cms/contract/fonts/rare-hanzi.ts',
  // Its characters are in the fonts.
  'cms/launch/starter-catalogue',
  'media/player/src',
]
const CLIENTS = [
  { name: 'tv', folder: 'tv-app' },
  { name: 'tablet', folder: 'tablet-web' },
  { name: 'admin', folder: 'cms/admin' },
]

/** Builds what is stale; resolves when all clients are there, exits the process when one fails. */
export async function buildClients() {
  const stale = CLIENTS.filter((client) => stampOf(client) !== digestOf(client))
  if (stale.length === 0) return
  await buildFonts()
  const started = Date.now()
  for (const client of stale) {
    console.log(`building ${client.name} …`)
    await buildClient(client)
  }
  console.log(`built in ${((Date.now() - started) / 1000).toFixed(0)} s`)
}

/** Once, before the clients: each of their builds would make the same fonts. */
async function buildFonts() {
  const { buildFonts: build, readFontTexts } = await import('../contract/fonts/fonts.ts')
  await build(await readFontTexts())
}

async function buildClient(client) {
  const folder = join(root, client.folder)
  rmSync(join(folder, 'dist'), { recursive: true, force: true })
  const lines = []
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => lines.push(chunk))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) {
    process.stderr.write(Buffer.concat(lines))
    console.error(`the ${client.name} client could not be built`)
    process.exit(1)
  }
  writeFileSync(stampFile(client), digestOf(client))
}

const stampFile = (client) => join(root, client.folder, 'dist/sources.sha256')
const stampOf = (client) => (existsSync(stampFile(client)) ? readFileSync(stampFile(client), 'utf8') : '')

/** Hash of every file a client is made from, by path and content. */
function digestOf(client) {
  const hash = createHash('sha256')
  for (const file of [...SHARED, client.folder].flatMap((path) => filesBelow(join(root, path)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const names = readdirSync(path)
    .filter((name) => !['dist', 'node_modules', '.tsc'].includes(name))
    .sort()
  return names.flatMap((name) => filesBelow(join(path, name)))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildClients()
