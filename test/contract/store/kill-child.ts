import { openEmbeddedStore } from '@ulan/embedded'

/** Opens the store of the directory given as argument, tells its address, and serves until it is killed. */
const [, , dataDir = ''] = process.argv
const opened = await openEmbeddedStore({ dataDir })
process.stdout.write(`${opened.ok ? opened.store.uri : `problem ${opened.problem.kind}: ${opened.problem.detail}`}\n`)
