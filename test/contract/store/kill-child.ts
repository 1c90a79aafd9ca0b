import { flushCompileCache } from 'node:module'
import { openEmbeddedStore } from '@ulan/embedded'

/** Opens the store of the directory given as argument, tells its address, and serves until it is killed. */
const [, , dataDir = ''] = process.argv
const opened = await openEmbeddedStore({ dataDir })
// It never ends by itself, which is when Node would keep what it has compiled.
flushCompileCache()
process.stdout.write(`${opened.ok ? opened.store.uri : `problem ${opened.problem.kind}: ${opened.problem.detail}`}\n`)
