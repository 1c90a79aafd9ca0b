import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { promisify } from 'node:util'
import { CHROMIUM } from '../e2e/fixtures/browser.ts'
import { median } from '../lab/statistics.ts'

const run = promisify(execFile)

export type Machine = {
  readonly cpuModel: string
  readonly cores: number
  readonly memoryGib: number
  readonly system: string
  readonly node: string
  readonly ffmpeg: string
  readonly chromium: string
  /** One-minute load average when the report was made: the noise of a shared machine. */
  readonly loadBefore: number
  /** Median ms of a loop that is always the same: the same machine is twice as fast on some days as on others. Older reports have none. */
  readonly loopMs?: number
}

const LOOP_TURNS = 100_000_000
const LOOPS = 5

/** What a reader needs to judge a figure; no host names. */
export async function describeMachine(): Promise<Machine> {
  const [first] = cpus()
  return {
    cpuModel: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    system: await systemName(),
    node: process.versions.node,
    ffmpeg: (await firstLine('ffmpeg', ['-version'])).replace(/ Copyright.*$/, ''),
    chromium: await firstLine(CHROMIUM, ['--version', '--no-sandbox']),
    loadBefore: Number((loadavg()[0] ?? 0).toFixed(2)),
    loopMs: Math.round(median(Array.from({ length: LOOPS }, timeLoop))),
  }
}

function timeLoop(): number {
  const startedAt = performance.now()
  let sum = 0
  for (let turn = 0; turn < LOOP_TURNS; turn += 1) sum += turn % 7
  if (sum === 0) throw new Error('the loop was left out')
  return performance.now() - startedAt
}

async function firstLine(command: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(command, [...args])
  return stdout.split('\n')[0]?.trim() ?? ''
}

async function systemName(): Promise<string> {
  const text = await readFile('/etc/os-release', 'utf8')
  return text.match(/^PRETTY_NAME="(.+)"$/m)?.[1] ?? process.platform
}
