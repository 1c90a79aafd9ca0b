import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type VoiceInput, voiceArguments, voiceSeconds } from '../plan/voice-arguments.ts'
import { runTool } from './tool-runner.ts'
import { outcomeOfTool, type UnitEnd } from './unit-outcome.ts'
import type { RunNeeds } from './video-runner.ts'

export type VoiceOutcome = { readonly kind: 'voice'; readonly audio: Buffer; readonly seconds: number } | UnitEnd

const LIMITS = { cpuSeconds: 120, wallSeconds: 120, fileBytes: 2 ** 24 }

/** Makes the sound of a file into a recording that every device plays. */
export async function runVoice(needs: RunNeeds, input: VoiceInput, path: string): Promise<VoiceOutcome> {
  let audio = Buffer.alloc(0)
  const outcome = await runTool(needs.sandbox, {
    command: needs.ffmpegPath,
    arguments: (urls) => voiceArguments(input, urls.input),
    inputPath: path,
    outputPaths: [],
    limits: LIMITS,
    signal: needs.signal,
    onOutput: async (stdout: Readable) => {
      audio = await buffer(stdout)
    },
  })
  return outcome.kind === 'done' ? { kind: 'voice', audio, seconds: voiceSeconds(audio.length) } : outcomeOfTool(outcome)
}
