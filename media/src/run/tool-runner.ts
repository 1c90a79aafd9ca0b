import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, type FileHandle, open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { Sandbox, ToolLimits } from './tool-sandbox.ts'

export type ToolOutcome =
  | { readonly kind: 'done'; readonly stderr: string }
  | { readonly kind: 'failed'; readonly code: number | undefined; readonly signal: string | undefined; readonly stderr: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'stopped' }

export type ToolRun = {
  readonly command: string
  /** Input and outputs are passed as open files, so that the tool needs no right to any folder. */
  arguments(urls: { readonly input: string; readonly more: readonly string[]; readonly outputs: readonly string[] }): readonly string[]
  readonly inputPath: string
  /** Further inputs, made by a tool before. */
  readonly morePaths?: readonly string[]
  readonly outputPaths: readonly string[]
  readonly limits: ToolLimits
  readonly signal: AbortSignal
  /** Gets stdout as it comes; a rejection stops the tool. */
  readonly onOutput?: (stdout: Readable) => Promise<void>
}

const STDERR_KEPT_BYTES = 4_000
/** What ffmpeg says of an output whose end it could not write, as on a full disk; its exit code is 0 all the same. */
const OUTPUT_CUT = /^(\[[^\]]*\] )?Error (closing file|writing trailer)/m
const FIRST_FILE_DESCRIPTOR = 3
const fileUrl = (descriptor: number): string => `file:/proc/self/fd/${descriptor}`

async function openOutputs(paths: readonly string[], owner: number | undefined): Promise<FileHandle[]> {
  const handles: FileHandle[] = []
  for (const path of paths) {
    const handle = await open(path, 'w', 0o600)
    handles.push(handle)
    if (owner !== undefined) await handle.chown(owner, owner)
  }
  return handles
}

function keepTail(stream: Readable | null): () => string {
  let tail = ''
  stream?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-STDERR_KEPT_BYTES)
  })
  return () => tail.trim()
}

const exitOf = (child: ChildProcess): Promise<{ readonly code: number | null; readonly signal: string | null }> =>
  new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal }))
  })

async function runChild(run: ToolRun, child: ChildProcess): Promise<ToolOutcome> {
  let stopReason: 'timed-out' | 'stopped' | undefined
  const stop = (reason: 'timed-out' | 'stopped'): void => {
    stopReason ??= reason
    child.kill('SIGKILL')
  }
  const onAbort = (): void => stop('stopped')
  const timer = setTimeout(() => stop('timed-out'), run.limits.wallSeconds * 1000)
  run.signal.addEventListener('abort', onAbort, { once: true })
  if (run.signal.aborted) onAbort()
  const stderr = keepTail(child.stderr)
  const exit = exitOf(child)
  // A failed start is told while the output is still waited for; it is awaited, and thrown, below.
  exit.catch(() => undefined)
  try {
    if (run.onOutput !== undefined && child.stdout !== null) await run.onOutput(child.stdout)
    const { code, signal } = await exit
    if (stopReason !== undefined) return { kind: stopReason }
    const said = stderr()
    if (code === 0 && !OUTPUT_CUT.test(said)) return { kind: 'done', stderr: said }
    return { kind: 'failed', code: code ?? undefined, signal: signal ?? undefined, stderr: said }
  } catch (error) {
    child.kill('SIGKILL')
    await exit.catch(() => undefined) // the first error is the one to tell
    throw error
  } finally {
    clearTimeout(timer)
    run.signal.removeEventListener('abort', onAbort)
  }
}

/** Runs ffmpeg or ffprobe inside the sandbox: argv only, empty environment, open files instead of paths, bounded in every way. */
export async function runTool(sandbox: Sandbox, run: ToolRun): Promise<ToolOutcome> {
  const { morePaths = [] } = run
  if (sandbox.outputOwner !== undefined) await chmod(run.inputPath, 0o644)
  const handles: FileHandle[] = []
  try {
    for (const path of [run.inputPath, ...morePaths]) handles.push(await open(path, 'r'))
    handles.push(...(await openOutputs(run.outputPaths, sandbox.outputOwner)))
    const urls = handles.map((_, index) => fileUrl(FIRST_FILE_DESCRIPTOR + index))
    const firstOutput = 1 + morePaths.length
    const args = run.arguments({ input: urls[0] ?? '', more: urls.slice(1, firstOutput), outputs: urls.slice(firstOutput) })
    const [head, ...rest] = [...sandbox.prefix(run.limits), run.command, ...args]
    if (head === undefined) throw new Error('no command')
    const child = spawn(head, rest, {
      cwd: '/',
      env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
      stdio: ['ignore', run.onOutput === undefined ? 'ignore' : 'pipe', 'pipe', ...handles.map((handle) => handle.fd)],
    })
    return await runChild(run, child)
  } finally {
    await Promise.all(handles.map((handle) => handle.close()))
  }
}
