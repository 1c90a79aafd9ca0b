import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { finished } from 'node:stream/promises'
import type * as z from 'zod'
import { runTool, type ToolOutcome } from '../run/tool-runner.ts'
import type { Sandbox } from '../run/tool-sandbox.ts'

export type ProbeNeeds = { readonly ffprobePath: string; readonly sandbox: Sandbox; readonly signal: AbortSignal }

const LIMITS = { cpuSeconds: 60, wallSeconds: 60, fileBytes: 1_000_000 }
const ANALYSE = ['-probesize', '20000000', '-analyzeduration', '20000000', '-max_alloc', '536870912']

export type Looking = ProbeNeeds & {
  /** What may be opened, see `input-safety.ts`. */
  readonly safety: readonly string[]
  /** Told when a look was cut short: what it did not find says nothing of the file. */
  onCutShort(): void
}
type Read<T> = { readonly kind: 'read'; readonly value: T } | { readonly kind: 'failed'; readonly stderr: string }

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

/** What ffprobe says about a file that nobody trusts yet, in the shape of `schema`. */
export async function readJson<T extends z.ZodType>(
  needs: Looking,
  path: string,
  args: readonly string[],
  schema: T,
): Promise<Read<z.infer<T>>> {
  let json = ''
  const outcome = await runTool(needs.sandbox, {
    command: needs.ffprobePath,
    arguments: ({ input }) => ['-v', 'error', ...needs.safety, ...ANALYSE, ...args, '-of', 'json', '-i', input],
    inputPath: path,
    outputPaths: [],
    limits: LIMITS,
    signal: needs.signal,
    onOutput: async (stdout: Readable) => {
      json = await text(stdout)
    },
  })
  await blameMachine(outcome, path)
  // Out of time, or ended by a limit: it said nothing.
  if (outcome.kind !== 'done' && (outcome.kind !== 'failed' || outcome.signal !== undefined)) needs.onCutShort()
  if (outcome.kind !== 'done') return { kind: 'failed', stderr: outcome.kind === 'failed' ? outcome.stderr : outcome.kind }
  const parsed = schema.safeParse(JSON.parse(json))
  return parsed.success ? { kind: 'read', value: parsed.data } : { kind: 'failed', stderr: parsed.error.message }
}
