import { openLab } from './test-lab.ts'

/** The media side as a process of its own, to be killed: `node test-process.ts FOLDER`; writes its address to stdout. */
const lab = await openLab({ folder: process.argv[2] ?? '' })
process.stdout.write(`${lab.url}\n`)
