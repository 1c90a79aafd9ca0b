import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { waitUntil } from './wait-until.ts'

export const REPOSITORY = join(import.meta.dirname, '../..')
const ENTRY = join(REPOSITORY, 'cms/launch/src/main.ts')
const KEPT_OUTPUT_CHARACTERS = 200_000

export type ExitState = { readonly code: number | null; readonly signal: NodeJS.Signals | null }
export type ServerProcess = {
  readonly processId: number
  /** Everything printed so far, standard output and error in order of arrival; only the last 200,000 characters are kept. */
  output(): string
  /** What follows `word` in a line of its own, as `ready http://…`. */
  printed(word: string): string | undefined
  waitForExit(timeoutMs?: number): Promise<ExitState>
  /** Signals the server and everything it started: they share a process group that nobody else is in. */
  signal(signal: NodeJS.Signals): void
}

const running = new Set<ChildProcess>()
// A test runner that is stopped half-way must not leave servers behind.
process.once('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL')
})

/** The server's entry alone; the clients must have been built. */
const SERVER_COMMAND: readonly string[] = [process.execPath, ENTRY]

/** Starts the product in a process group of its own. `environment` is added to ours. */
export function spawnServer(environment: Readonly<Record<string, string>>, command = SERVER_COMMAND): ServerProcess {
  const [program = '', ...args] = command
  const child = spawn(program, args, {
    cwd: REPOSITORY,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', ...environment },
  })
  const processId = child.pid
  if (processId === undefined) throw new Error(`could not start ${command.join(' ')}`)
  running.add(child)
  let output = ''
  let exit: ExitState | undefined
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString('utf8')).slice(-KEPT_OUTPUT_CHARACTERS)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  child.once('close', (code, signal) => {
    exit = { code, signal }
    running.delete(child)
  })
  return {
    processId,
    output: () => output,
    printed: (word) => output.match(new RegExp(`^${word} (.+)$`, 'm'))?.[1]?.trim(),
    waitForExit: async (timeoutMs = 30_000) => {
      const state = await waitUntil(
        'the server to end',
        () => exit,
        (value) => value !== undefined,
        timeoutMs,
        20,
      )
      if (state === undefined) throw new Error('unreachable: the wait accepts only an exit state')
      return state
    },
    signal: (signal) => signalGroup(child, signal),
  }
}

/** Waits for the `ready` line; throws with the output when the server ends or stays silent instead. */
export const waitForReady = (server: ServerProcess, timeoutMs = 90_000): Promise<string> => waitForLine(server, 'ready', timeoutMs)

/** What follows `word` in the line that says so; throws with the output when the process ends or stays silent instead. */
export async function waitForLine(server: ServerProcess, word: string, timeoutMs: number): Promise<string> {
  const ended = server.waitForExit(timeoutMs + 1_000).then((state) => {
    throw new Error(`it ended (${JSON.stringify(state)}) before it said "${word} …":\n${server.output()}`)
  })
  const said = waitUntil(
    `the line "${word} …"`,
    () => server.printed(word),
    (line) => line !== undefined,
    timeoutMs,
    20,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${server.output()}`)
  })
  ended.catch(() => undefined) // it also rejects, later, when the wait for the end runs out: by then nobody is interested
  const rest = await Promise.race([said, ended])
  if (rest === undefined) throw new Error('unreachable: the wait accepts only a line')
  return rest
}

/** A TCP port that was free a moment ago on the loopback address. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    // ESRCH: the whole group has ended already, which is what a signal to it was for.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
