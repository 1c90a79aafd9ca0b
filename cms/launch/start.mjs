// Entry of `npm start`, `dev`, `box`, `worker`, `staff`, `translations`, `backup` and `restore`: the right Node, fresh packages
// and built clients, then the product.
// It works without the pre-script too (npm's ignore-scripts setting leaves that out).
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { onOwnNode, relay } from './own-node.mjs'

const root = join(import.meta.dirname, '../..')
const args = process.argv.slice(2)

if (onOwnNode('start', import.meta.filename, args)) await run()

async function run() {
  if (args[0] === '--staff') await import('./src/staff-command.ts')
  else if (args[0] === '--translations') await import('./src/translations-command.ts')
  else if (args[0] === '--worker') await import('./src/worker-main.ts')
  else if (args[0] === '--backup') await import('./src/backup-command.ts')
  else if (args[0] === '--restore') await import('./src/restore-command.ts')
  else if (args[0] === '--watch') watch()
  else {
    const { buildClients } = await import('./build.mjs')
    await buildClients()
    await import('./src/main.ts')
  }
}

/** Server and clients again after every change of their sources. */
function watch() {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const children = ['tv-app', 'tablet-web', 'cms/admin'].map((folder) =>
    spawn(process.execPath, [vite, 'build', '--watch', '--logLevel', 'warn'], { cwd: join(root, folder), stdio: 'inherit' }),
  )
  const server = spawn(process.execPath, ['--watch', join(root, 'cms/launch/src/main.ts'), ...args.slice(1)], { stdio: 'inherit' })
  server.once('exit', () => {
    for (const child of children) child.kill()
  })
  relay(server)
}
