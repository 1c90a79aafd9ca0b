import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
let encoders: Promise<string> | undefined

/** Whether the ffmpeg that makes test files can make those of an encoder. */
export async function hasEncoder(name: string): Promise<boolean> {
  encoders ??= run('ffmpeg', ['-hide_banner', '-encoders']).then(({ stdout }) => stdout)
  return (await encoders).includes(` ${name} `)
}
