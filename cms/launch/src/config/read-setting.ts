import { findProgram, isProgram } from '../../find-program.mjs'
import type { Env } from './env.ts'

/** What the server and a worker of its own process read alike. */

export type Store = { readonly kind: 'embedded' } | { readonly kind: 'mongodb'; readonly uri: string }
/** One thing wrong with one variable: what, and what to do. */
export type ConfigProblem = { readonly variable: keyof Env; readonly sentence: string }
export type Complain = (variable: keyof Env, sentence: string) => void

/** Those on PATH when none is named, always files that can be run. */
export type Programs = { readonly ffmpegPath: string; readonly ffprobePath: string }
export type LogLevel = (typeof LOG_LEVELS)[number]

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

export function integer(text: string | undefined, otherwise: number, least: number, most: number, complain: () => void): number {
  if (text === undefined) return otherwise
  const value = Number(text)
  // Digits alone: `Number` also takes a blank, 1e3 and 0x1f, which nobody means as a port.
  if (/^[0-9]+$/.test(text) && value >= least && value <= most) return value
  complain()
  return otherwise
}

export function readStore(env: Env, complain: Complain): Store {
  if (env.MONGODB_URI === undefined) return { kind: 'embedded' }
  if (!/^mongodb(\+srv)?:\/\//.test(env.MONGODB_URI)) complain('MONGODB_URI', 'must start with mongodb:// or mongodb+srv://')
  return { kind: 'mongodb', uri: env.MONGODB_URI }
}

export function readPrograms(env: Env, complain: Complain): Programs {
  return {
    ffmpegPath: readProgram(env, 'FFMPEG_PATH', 'ffmpeg', complain),
    ffprobePath: readProgram(env, 'FFPROBE_PATH', 'ffprobe', complain),
  }
}

function readProgram(env: Env, variable: 'FFMPEG_PATH' | 'FFPROBE_PATH', name: string, complain: Complain): string {
  const wanted = env[variable]
  if (wanted !== undefined) {
    if (!isProgram(wanted)) complain(variable, `names ${wanted}, which is not a file that can be run`)
    return wanted
  }
  const found = findProgram(name, env.PATH ?? '')
  if (found === undefined) complain(variable, `is unset and ${name} is not on PATH: install ffmpeg, or name its file here`)
  return found ?? name
}

export function readLogLevel(env: Env, complain: Complain): LogLevel {
  const level = LOG_LEVELS.find((each) => each === (env.LOG_LEVEL ?? 'info'))
  if (level === undefined) complain('LOG_LEVEL', `must be one of ${LOG_LEVELS.join(', ')}`)
  return level ?? 'info'
}
