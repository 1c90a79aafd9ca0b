import type { ProblemName } from '@ulan/contract'
import type { RenditionRecord } from '../package/rendition-record.ts'
import type { ToolOutcome } from './tool-runner.ts'

/** How one try at a unit ended. */
export type UnitOutcome =
  | { readonly kind: 'done'; readonly renditions: readonly RenditionRecord[] }
  | { readonly kind: 'failed'; readonly problem: ProblemName; readonly message: string }
  | { readonly kind: 'stopped' }

/** A try that brought nothing. */
export type UnitEnd = Exclude<UnitOutcome, { kind: 'done' }>

export const failed = (problem: ProblemName, message: string): UnitEnd => ({ kind: 'failed', problem, message })

const EXIT_MEANINGS: Readonly<Record<string, string>> = {
  SIGXFSZ: 'the output grew past its limit',
  SIGKILL: 'the CPU time limit was reached',
  '153': 'the output grew past its limit',
  '137': 'the CPU time limit was reached',
  '69': 'the memory limit of the decoder was reached',
}

/** The end of a tool that did not succeed, as the outcome of its unit. */
export function outcomeOfTool(outcome: Exclude<ToolOutcome, { kind: 'done' }>): UnitEnd {
  if (outcome.kind === 'stopped') return { kind: 'stopped' }
  if (outcome.kind === 'timed-out') return failed('encode-failed', 'the time limit was reached')
  const meaning = EXIT_MEANINGS[outcome.signal ?? String(outcome.code)]
  const message = [meaning, outcome.stderr].filter(Boolean).join(': ') || `exit code ${outcome.code ?? outcome.signal}`
  return failed(/No space left on device/.test(outcome.stderr) ? 'storage-full' : 'encode-failed', message)
}
