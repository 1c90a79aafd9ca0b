import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeFolder, renderClip } from '../test-lab.ts'
import { runTool, type ToolOutcome } from './tool-runner.ts'
import { findSandbox, type Sandbox, type ToolLimits } from './tool-sandbox.ts'
import { outcomeOfTool } from './unit-outcome.ts'

const AMPLE: ToolLimits = { cpuSeconds: 100, wallSeconds: 100, fileBytes: 100_000_000 }
const sandbox = await findSandbox(process.getuid?.() === 0, 'ffmpeg')
const withMemory = (bytes: number): Sandbox => ({
  ...sandbox,
  prefix: (limits) => sandbox.prefix(limits).map((word) => (word.startsWith('--as=') ? `--as=${bytes}` : word)),
})
let folder: string
let clip: string
let damaged: string

beforeAll(async () => {
  folder = await makeFolder()
  clip = await renderClip(join(folder, 'clip.mp4'), 2, '1280x720')
  const bytes = await readFile(clip)
  damaged = join(folder, 'damaged.mp4')
  // Everything between the first picture's parameters and the index.
  const spoiled = Buffer.from(bytes)
  spoiled.fill(0x55, bytes.indexOf('mdat') + 1000, bytes.indexOf('moov') - 4)
  await writeFile(damaged, spoiled)
})

type Case = {
  readonly input?: string
  readonly before?: readonly string[]
  readonly encode?: readonly string[]
  readonly limits?: Partial<ToolLimits>
  readonly in?: Sandbox
  readonly output?: string
}
async function end({
  input = clip,
  before = [],
  encode = ['-f', 'null'],
  limits = {},
  in: where = sandbox,
  output,
}: Case): Promise<ToolOutcome> {
  return await runTool(where, {
    command: 'ffmpeg',
    arguments: ({ input: url, outputs }) => [
      '-nostdin',
      '-v',
      'error',
      '-y',
      ...before,
      '-i',
      url,
      '-map',
      '0:v',
      ...encode,
      outputs[0] ?? '',
    ],
    inputPath: input,
    outputPaths: [output ?? join(folder, 'out')],
    limits: { ...AMPLE, ...limits },
    signal: new AbortController().signal,
  })
}

describe('a limit that a real ffmpeg runs into is told by name', () => {
  const MPEG4 = ['-c:v', 'mpeg4', '-f', 'matroska']
  const SLOW = ['-c:v', 'libx264', '-preset', 'placebo', '-f', 'matroska']
  test.each<[string, Case, string, RegExp]>([
    ['the size of a file', { encode: MPEG4, limits: { fileBytes: 10_000 } }, 'encode-too-costly', /^the output grew past its limit/],
    [
      'CPU time',
      { before: ['-stream_loop', '100'], encode: SLOW, limits: { cpuSeconds: 1 } },
      'encode-too-costly',
      /^the CPU time limit was reached/,
    ],
    ['time', { before: ['-stream_loop', '100', '-re'], limits: { wallSeconds: 1 } }, 'encode-too-costly', /^the time limit was reached/],
    ['memory of the process', { in: withMemory(500_000_000), encode: SLOW }, 'encode-too-costly', /^the memory limit was reached/],
    ['memory before it has even begun', { in: withMemory(100_000_000) }, 'encode-too-costly', /^the memory limit was reached/],
    ['memory of a decoder', { before: ['-max_alloc', '700000'] }, 'encode-too-costly', /^the memory limit was reached/],
    [
      'pictures that are noise',
      {
        get input() {
          return damaged
        },
      },
      'truncated-video',
      /^most of the file could not be decoded/,
    ],
    [
      // So little that it finds out at the very end, of which its exit code says nothing.
      'a full disk',
      { encode: [...MPEG4, '-frames:v', '1'], in: { ...sandbox, outputOwner: undefined }, output: '/dev/full' },
      'storage-full',
      /^the disk is full/,
    ],
    ['an encoder that is not there', { encode: ['-c:v', 'nosuch', '-f', 'null'] }, 'encode-failed', /nosuch/],
  ])('%s', async (_name, what, problem, message) => {
    const outcome = await end(what)
    if (outcome.kind === 'done') throw new Error('it went well')
    expect(outcomeOfTool(outcome)).toMatchObject({ kind: 'failed', problem, message: expect.stringMatching(message) })
  })

  test('and without one it goes well', async () => {
    expect(await end({ encode: MPEG4 })).toMatchObject({ kind: 'done' })
  })
})

test.each<[Exclude<ToolOutcome, { kind: 'done' }>, object]>([
  [{ kind: 'stopped' }, { kind: 'stopped' }],
  [{ kind: 'failed', code: 1, signal: undefined, stderr: 'No space left on device' }, { problem: 'storage-full' }],
  [{ kind: 'failed', code: 0, signal: undefined, stderr: 'Error closing file x: Disk quota exceeded' }, { problem: 'storage-full' }],
  [
    { kind: 'failed', code: 139, signal: undefined, stderr: '' },
    { problem: 'encode-failed', message: 'the encoder crashed' },
  ],
  [
    { kind: 'failed', code: 3, signal: undefined, stderr: '' },
    { problem: 'encode-failed', message: 'exit code 3' },
  ],
  [
    { kind: 'failed', code: undefined, signal: 'SIGHUP', stderr: '' },
    { problem: 'encode-failed', message: 'exit code SIGHUP' },
  ],
])('%j', (outcome, expected) => expect(outcomeOfTool(outcome)).toMatchObject(expected))
