import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ProblemName } from '@ulan/contract'

const run = promisify(execFile)

/** What a hostile file may point at: somebody else's file on the server's disk, and a server that counts its callers. */
export type Neighbourhood = { readonly secretPath: string; readonly listenerUrl: string }

/** How a file comes about: options of an ffmpeg call, or bytes; then, where wanted, a second pass and a change of its bytes. */
export type Recipe = {
  /** What it is called by whoever sends it. */
  readonly file: string
  readonly make: readonly string[] | ((near: Neighbourhood) => Buffer)
  /** Name that ffmpeg writes to, where what the sender calls it is misleading. */
  readonly madeAs?: string
  readonly remake?: readonly string[]
  /** Before the second pass's input. */
  readonly remakeInput?: readonly string[]
  readonly spoil?: (bytes: Buffer) => Buffer
  /** An encoder that not every ffmpeg has. */
  readonly encoder?: string
}

/** A named problem, and the codes of the fields that it names. */
export type Refused = { readonly problem: ProblemName; readonly fields?: readonly string[] }

export const lavfi = (source: string): readonly string[] => ['-f', 'lavfi', '-i', source]
export const picture = (size: string, rate = '25', seconds = 6): readonly string[] => lavfi(`testsrc2=s=${size}:r=${rate}:d=${seconds}`)
export const tone = (seconds = 6): readonly string[] => lavfi(`sine=440:d=${seconds}`)
export const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast'] as const
export const AAC = ['-c:a', 'aac'] as const
export const SMALL = '320x180'

/** The bytes of a file by its recipe, made in a folder that is empty but for files of this kind. */
export async function makeFile(
  { file, make, madeAs = file, remake, remakeInput = [], spoil }: Recipe,
  folder: string,
  near: Neighbourhood,
): Promise<Buffer> {
  const path = join(folder, madeAs)
  if (typeof make === 'function') await writeFile(path, make(near))
  else await run('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...make, path])
  const again = join(folder, `again-${file}`)
  if (remake !== undefined) await run('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...remakeInput, '-i', path, ...remake, again])
  const bytes = await readFile(remake === undefined ? path : again)
  return spoil === undefined ? bytes : spoil(bytes)
}
