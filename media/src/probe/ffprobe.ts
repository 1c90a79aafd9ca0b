import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type * as z from 'zod'
import { runTool, type ToolOutcome } from '../run/tool-runner.ts'
import type { Sandbox } from '../run/tool-sandbox.ts'

export type ProbeNeeds = { readonly ffprobePath: string; readonly sandbox: Sandbox; readonly signal: AbortSignal }

const LIMITS = { cpuSeconds: 60, wallSeconds: 60, fileBytes: 1_000_000 }
const ANALYSE = ['-probesize', '20000000', '-analyzeduration', '20000000', '-max_alloc', '536870912']
/** A report of some kilobytes is usual; a file can have any number of streams and tags. */
const MOST_JSON_CHARACTERS = 8_000_000

export type Looking = ProbeNeeds & {
  /** What may be opened, see `input-safety.ts`. */
  readonly safety: readonly string[]
  /** Told when a look was cut short: what it did not find says nothing of the file. */
  onCutShort(): void
}
type Failed = { readonly kind: 'failed'; readonly stderr: string }
type Read<T> = { readonly kind: 'read'; readonly value: T } | Failed

/** Of the commands in front of the tool: it cannot be run, or is not there. */
const NOT_RUN = [126, 127]

/** Throws when it was not the file that kept a tool from reading it. */
async function blameMachine(outcome: ToolOutcome, path: string): Promise<void> {
  if (outcome.kind !== 'failed') return
  if (NOT_RUN.includes(outcome.code ?? 0)) throw new Error(`the probe cannot be run: ${outcome.stderr}`)
  if (!outcome.stderr.includes('Input/output error')) return
  // ffprobe says so of a broken disk and of many a cut-off file alike; only reading tells them apart.
  await finished(createReadStream(path).resume())
}

/** One look at a file that nobody trusts yet; why it failed, or undefined. */
async function look(
  needs: Looking,
  path: string,
  args: readonly string[],
  onOutput: (stdout: Readable) => Promise<void>,
): Promise<Failed | undefined> {
  const outcome = await runTool(needs.sandbox, {
    command: needs.ffprobePath,
    arguments: ({ input }) => ['-v', 'error', ...needs.safety, ...ANALYSE, ...args, '-i', input],
    inputPath: path,
    outputPaths: [],
    limits: LIMITS,
    signal: needs.signal,
    onOutput,
  })
  if (outcome.kind === 'done') return undefined
  await blameMachine(outcome, path)
  // Out of time, or ended by a limit: it said nothing.
  if (outcome.kind !== 'failed' || outcome.signal !== undefined) needs.onCutShort()
  return { kind: 'failed', stderr: outcome.kind === 'failed' ? outcome.stderr : outcome.kind }
}

/** What ffprobe says about a file that nobody trusts yet, in the shape of `schema`. */
export async function readJson<T extends z.ZodType>(
  needs: Looking,
  path: string,
  args: readonly string[],
  schema: T,
): Promise<Read<z.infer<T>>> {
  let json = ''
  let isTooMuch = false
  const onOutput = async (stdout: Readable): Promise<void> => {
    for await (const text of stdout.setEncoding('utf8')) {
      json += text
      isTooMuch = json.length > MOST_JSON_CHARACTERS
      // Leaving the loop closes the pipe, which ends the tool.
      if (isTooMuch) return
    }
  }
  // Ended by us, it has said enough of the file.
  const onCutShort = (): void => (isTooMuch ? undefined : needs.onCutShort())
  const failed = await look({ ...needs, onCutShort }, path, [...args, '-of', 'json'], onOutput)
  if (isTooMuch) return { kind: 'failed', stderr: `more than ${MOST_JSON_CHARACTERS} characters about it` }
  if (failed !== undefined) return failed
  const parsed = schema.safeParse(JSON.parse(json))
  return parsed.success ? { kind: 'read', value: parsed.data } : { kind: 'failed', stderr: parsed.error.message }
}

/** Hands on what ffprobe says line by line, however much that is; why it failed, or undefined. */
export async function readLines(
  needs: Looking,
  path: string,
  args: readonly string[],
  onLine: (line: string) => void,
): Promise<Failed | undefined> {
  return await look(needs, path, [...args, '-of', 'csv=p=0'], async (stdout) => {
    for await (const line of createInterface({ input: stdout })) onLine(line)
  })
}
