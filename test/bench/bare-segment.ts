import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { median } from '../lab/statistics.ts'

const run = promisify(execFile)
const RUNS = 3

/** Seconds bare ffmpeg needs for one 4 s segment at 240 lines from a master: the least anybody must wait for a first picture. */
export async function bareSegmentSeconds(master: Buffer): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'legal-segment-'))
  const file = join(folder, 'master.mp4')
  await writeFile(file, master)
  const seconds: number[] = []
  for (let index = 0; index < RUNS; index += 1) {
    const startedAt = performance.now()
    await run('ffmpeg', [
      ...['-v', 'error', '-nostdin', '-y', '-i', file, '-t', '4', '-vf', 'scale=-2:240'],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-g', '60', '-an', join(folder, 'segment.mp4')],
    ])
    seconds.push((performance.now() - startedAt) / 1000)
  }
  await rm(folder, { recursive: true, force: true })
  return median(seconds)
}
