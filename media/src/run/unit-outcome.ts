import type { ProblemName } from '@ulan/contract'
import type { RenditionRecord } from '../package/rendition-record.ts'
import type { Trial } from '../plan/measure-plan.ts'
import type { ToolOutcome } from './tool-runner.ts'

/** How one try at a unit ended. */
export type UnitOutcome =
  | { readonly kind: 'done'; readonly renditions: readonly RenditionRecord[]; readonly trials?: readonly Trial[] }
  | { readonly kind: 'failed'; readonly problem: ProblemName; readonly message: string }
  | { readonly kind: 'stopped' }

/** A try that brought nothing. */
export type UnitEnd = Exclude<UnitOutcome, { kind: 'done' }>

export const failed = (problem: ProblemName, message: string): UnitEnd => ({ kind: 'failed', problem, message })

type Meaning = { readonly problem: ProblemName; readonly says: string }
const costly = (says: string): Meaning => ({ problem: 'encode-too-costly', says })

const SIZE = costly('the output grew past its limit')
const KILLED = costly('the CPU time limit was reached, or the machine ran out of memory')
const MEMORY = costly('the memory limit was reached')
/** By signal, or by the exit code that a shell makes of it (128 + its number). */
const BY_END: Readonly<Record<string, Meaning>> = {
  SIGXFSZ: SIZE,
  '153': SIZE,
  SIGKILL: KILLED,
  '137': KILLED,
  SIGXCPU: KILLED,
  '152': KILLED,
  SIGSEGV: { problem: 'encode-failed', says: 'the encoder crashed' },
  '139': { problem: 'encode-failed', says: 'the encoder crashed' },
  // ffmpeg's own, once more than two thirds of what it reads cannot be decoded.
  '69': { problem: 'truncated-video', says: 'most of the file could not be decoded' },
}
/** What decoders, ffmpeg and the loader of libraries say when they get no memory: they end with 1, 69 or 127. */
const NO_MEMORY =
  /Cannot allocate memory|get_buffer\(\) failed|failed to map segment|malloc of size \d+ failed|Error allocating|std::bad_alloc/
const NO_SPACE = /No space left on device|Disk quota exceeded/

function meaningOf({ code, signal, stderr }: Extract<ToolOutcome, { kind: 'failed' }>): Meaning | undefined {
  if (NO_SPACE.test(stderr)) return { problem: 'storage-full', says: 'the disk is full' }
  return NO_MEMORY.test(stderr) ? MEMORY : BY_END[signal ?? String(code)]
}

/** The end of a tool that did not succeed, as the outcome of its unit. */
export function outcomeOfTool(outcome: Exclude<ToolOutcome, { kind: 'done' }>): UnitEnd {
  if (outcome.kind === 'stopped') return { kind: 'stopped' }
  if (outcome.kind === 'timed-out') return failed('encode-too-costly', 'the time limit was reached')
  const meaning = meaningOf(outcome)
  const message = [meaning?.says, outcome.stderr].filter(Boolean).join(': ') || `exit code ${outcome.code ?? outcome.signal}`
  return failed(meaning?.problem ?? 'encode-failed', message)
}
