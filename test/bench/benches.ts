import { benchApi } from './api-bench.ts'
import { benchMedia } from './media-bench.ts'
import type { Bench } from './report.ts'
import { writeReport } from './report.ts'
import { benchStart } from './start-bench.ts'
import { benchStore } from './store-bench.ts'
import { benchTv } from './tv-bench.ts'

const BENCHES: Readonly<Record<string, Bench>> = { start: benchStart, api: benchApi, tv: benchTv, store: benchStore, media: benchMedia }

/** Runs the named benches (all without a name) one after another, never two at once, and writes what they found. */
export async function runBenches(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in BENCHES))
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}; known: ${Object.keys(BENCHES).join(', ')}`)
  const chosen = names.length === 0 ? Object.entries(BENCHES) : Object.entries(BENCHES).filter(([name]) => names.includes(name))
  for (const [name, bench] of chosen) {
    console.log(`${name}: measuring …`)
    const table = await writeReport(name, await bench())
    console.log(table)
  }
}
