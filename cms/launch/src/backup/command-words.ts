import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type LaunchConfig, readConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'

/** Exit codes of both commands; what runs them by the clock can tell them apart. `failed`: nothing was made. */
export const BACKUP_EXIT = { whole: 0, failed: 1, missing: 2 } as const

export type Command<Flag extends string> = { readonly file: string; readonly flags: ReadonlySet<Flag>; readonly config: LaunchConfig }

/** The one file and the flags of a command line, of which at most one may be given, and the config; ends with what is wrong. */
export function readCommand<Flag extends string>(usage: string, known: readonly Flag[]): Command<Flag> {
  const words = readWords(process.argv.slice(3), known)
  if (words === undefined) fail(usage.trimEnd())
  const env = readEnv()
  const read = readConfig(env, false)
  if (!read.ok) fail(read.problems.map(({ variable, sentence }) => `${variable} ${sentence}`).join('\n'))
  return { file: resolve(env.INIT_CWD ?? '.', words.file), flags: words.flags, config: read.config }
}

/** Undefined for anything but one file and at most one of the flags. */
export function readWords<Flag extends string>(
  args: string[],
  known: readonly Flag[],
): { readonly file: string; readonly flags: ReadonlySet<Flag> } | undefined {
  const { positionals, tokens } = parseArgs({ args, strict: false, tokens: true, options: {} })
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.rawName] : []))
  const flags = new Set(known.filter((flag) => given.includes(`--${flag}`)))
  const [file = '', ...more] = positionals
  return file === '' || more.length > 0 || given.length !== flags.size || flags.size > 1 ? undefined : { file, flags }
}

/** Version of this product. */
export async function readRelease(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../../../../package.json'), 'utf8')
  return String((JSON.parse(text) as { version: unknown }).version) // ours, beside this very file
}

export function fail(text: string): never {
  process.stderr.write(`${text}\n`)
  process.exit(BACKUP_EXIT.failed)
}
