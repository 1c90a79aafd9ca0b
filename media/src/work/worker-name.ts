import { createHash } from 'node:crypto'
import { readFile, readlink } from 'node:fs/promises'
import { hostname } from 'node:os'

/** What tells a process from all others, on this machine and elsewhere. */
export type ProcessName = {
  readonly host: string
  readonly processId: number
  /** Where that number means something: two containers may share a host's name, and each has a process 1. */
  readonly space: string
  /** Tells it from an earlier process of the same number. */
  readonly mark: string
}

const MARK_BYTES = 4
const SPACE_CHARACTERS = 8

/** Names this process; where the system does not say whose process numbers it sees, nobody is judged by them. */
export async function nameProcess(random: (bytes: number) => Buffer): Promise<ProcessName> {
  const mark = random(MARK_BYTES).toString('hex')
  return { host: hostname(), processId: process.pid, space: (await readSpace()) ?? mark, mark }
}

async function readSpace(): Promise<string | undefined> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    const numbers = await readlink('/proc/self/ns/pid')
    return createHash('sha256').update(`${boot}${numbers}`).digest('hex').slice(0, SPACE_CHARACTERS)
  } catch {
    // No Linux, or a closed /proc: then only a lease that is over frees what a dead process holds.
    return undefined
  }
}

/** `host:process:space.mark`; its workers add a number. */
export const wordsOf = ({ host, processId, space, mark }: ProcessName): string => `${host}:${processId}:${space}.${mark}`

/** True for a worker whose process is surely gone: one of this very space of process numbers, so of this machine. */
export function isDeadWorker(own: ProcessName, worker: string): boolean {
  const [host, number, tag = ''] = worker.split(':')
  const [space, mark] = tag.split('.')
  if (host !== own.host || space !== own.space) return false
  const processId = Number(number)
  if (processId === own.processId) return mark !== own.mark
  return Number.isSafeInteger(processId) && processId > 0 && isGone(processId)
}

function isGone(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
