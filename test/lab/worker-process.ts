import { readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { REPOSITORY, type ServerProcess, spawnServer, waitForLine } from './server-process.ts'

const ENTRY = join(REPOSITORY, 'cms/launch/src/worker-main.ts')

/** What `npm run worker` starts, in a process group of its own. */
export const spawnWorker = (environment: Readonly<Record<string, string>>): ServerProcess =>
  spawnServer(environment, [process.execPath, ENTRY])

/** Waits until it works; what it says of itself. */
export const waitForWorking = (worker: ServerProcess): Promise<string> => waitForLine(worker, 'working', 60_000)

/** Units that a worker with LOG_LEVEL=debug says it has done, by their ids. */
export function unitsDone(worker: ServerProcess): readonly string[] {
  const lines = worker
    .output()
    .split('\n')
    .filter((line) => line.includes('"unit over"') && line.includes('"ending":"done"'))
  return lines.map((line) => /"unit":"([^"]+)"/.exec(line)?.[1] ?? '')
}

/** Process numbers of the encoders that a process has started and that live. */
export async function encodersOf(processId: number): Promise<readonly number[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(numbers.map(async (number) => ((await isEncoderOf(number, processId)) ? [number] : [])))
  return found.flat()
}

async function isEncoderOf(number: number, parentId: number): Promise<boolean> {
  try {
    const { parent, name } = await readStat(number)
    return parent === parentId && name === 'ffmpeg'
  } catch {
    // It ended while it was looked at.
    return false
  }
}

export type ProcessStat = { readonly name: string; readonly parent: number; readonly niceness: number }

/** What the kernel says of a process; throws when it is gone. */
export async function readStat(processId: number): Promise<ProcessStat> {
  const text = await readFile(`/proc/${processId}/stat`, 'utf8')
  const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(text) ?? []
  const fields = rest.split(' ')
  return { name, parent: Number(fields[1]), niceness: Number(fields[16]) }
}

/** Soft limits of a process by their names in `/proc`. */
export async function readLimits(processId: number): Promise<ReadonlyMap<string, string>> {
  const lines = (await readFile(`/proc/${processId}/limits`, 'utf8')).split('\n').slice(1)
  return new Map(lines.map((line) => [line.slice(0, 26).trim(), line.slice(26, 47).trim()]))
}

/** Paths that a process has open. */
export async function openPaths(processId: number): Promise<readonly string[]> {
  const folder = `/proc/${processId}/fd`
  const paths = await Promise.all((await readdir(folder)).map((name) => readlink(join(folder, name)).catch(() => '')))
  return paths.filter((path) => path !== '')
}
