import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ApiClient } from '../lab/api-client.ts'
import type { Lab } from '../lab/lab.ts'
import type { Neighbourhood } from './file-recipe.ts'

const run = promisify(execFile)

/** Somebody else's film on the server under test, and a server on this machine that counts whoever calls it. */
export type Neighbour = Neighbourhood & { callers(): number; stop(): Promise<void> }

/** A transport stream, which a list can name as one of its parts. */
async function renderSecret(folder: string): Promise<Buffer> {
  const path = join(folder, 'secret.ts')
  await run('ffmpeg', ['-v', 'error', '-nostdin', '-y', '-f', 'lavfi', '-i', 'testsrc2=s=320x180:d=2', '-c:v', 'libx264', path])
  return await readFile(path)
}

export async function openNeighbour({ dataDir }: Lab, staff: ApiClient, folder: string): Promise<Neighbour> {
  const { id } = await staff.uploadAsset(await renderSecret(folder), '别人的片子.ts')
  const secretPath = join(dataDir, 'media/masters', id, 'master')
  if (!existsSync(secretPath)) throw new Error(`no secret at ${secretPath}`)
  let callers = 0
  const server = createServer((_request, response) => {
    callers += 1
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on TCP
  return {
    secretPath,
    listenerUrl: `http://127.0.0.1:${port}`,
    callers: () => callers,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Pictures that a trusting program gets out of a list. */
export async function trustingCount(listPath: string): Promise<number> {
  const trust = ['-protocol_whitelist', 'file,http,tcp', '-safe', '0', '-f', 'concat']
  const { stdout } = await run('ffprobe', [
    ...['-v', 'error', ...trust, '-count_packets', '-select_streams', 'v:0'],
    ...['-show_entries', 'stream=nb_read_packets', '-of', 'csv=p=0', listPath],
  ])
  return Number.parseInt(stdout, 10)
}
