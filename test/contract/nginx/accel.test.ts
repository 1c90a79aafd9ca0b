import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findProgram } from '../../../cms/launch/find-program.mjs'
import { createLab, type Lab, waitForAsset } from '../../lab/lab.ts'
import { freePort, REPOSITORY } from '../../lab/server-process.ts'
import { waitUntil } from '../../lab/wait-until.ts'

const nginx = findProgram('nginx')
const isThere = nginx !== undefined
if (!isThere) console.log('not run: segments through nginx, for want of nginx (apt-get install nginx)')

/** The server block of the README, word for word but for what differs on every machine: port, names, certificate, folder. */
async function serverBlock(port: number, lab: Lab): Promise<string> {
  const readme = await readFile(join(REPOSITORY, 'README.md'), 'utf8')
  const block = /```nginx\n([\s\S]*?)```/.exec(readme)?.[1]
  if (block === undefined) throw new Error('the README has no nginx block')
  return block
    .replace(/^.*(server_name|ssl_certificate).*\n/gm, '')
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace('http://127.0.0.1:8080', lab.origin)
    .replace('/srv/legal/data/', `${lab.dataDir}/`)
}

async function startNginx(folder: string, server: string): Promise<{ stop(): Promise<void> }> {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`)
  const configuration = `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events {}
http { access_log off; ${paths.join(' ')}
${server}
}`
  await writeFile(join(folder, 'nginx.conf'), configuration)
  const child = spawn(nginx ?? 'nginx', ['-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' })
  return {
    stop: async () => {
      const ended = once(child, 'close')
      if (child.kill('SIGTERM')) await ended
    },
  }
}

async function renderClip(path: string): Promise<Buffer> {
  const source = ['-f', 'lavfi', '-i', 'testsrc2=s=426x240:r=25:d=5', '-c:v', 'libx264', '-preset', 'ultrafast']
  await promisify(execFile)('ffmpeg', ['-v', 'error', '-y', ...source, path])
  return await readFile(path)
}

describe.skipIf(!isThere)("behind nginx, by the README's own server block", () => {
  const closers: (() => Promise<unknown>)[] = []
  let lab: Lab
  let origin: string
  let version: string
  let unpublished: readonly unknown[]
  const statusesOf = (places: readonly string[]): Promise<readonly unknown[]> =>
    Promise.all(
      places.map(async (place) => {
        const { status, headers } = await fetch(`${origin}${place}/240p/0.m4s`)
        return [status, headers.get('cache-control')]
      }),
    )

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'legal-nginx-'))
    closers.push(() => rm(folder, { recursive: true, force: true }))
    lab = await createLab({ env: { MEDIA_ACCEL: 'nginx', TRUST_PROXY: '1' } })
    closers.push(() => lab.stop())
    const port = await freePort()
    origin = `http://127.0.0.1:${port}`
    const nginx = await startNginx(folder, await serverBlock(port, lab))
    closers.push(() => nginx.stop())
    const answers = (): Promise<boolean> =>
      fetch(`${origin}/healthz`).then(
        (response) => response.ok,
        () => false,
      )
    await waitUntil('nginx to answer', answers, (isUp) => isUp, 20_000)
    const staff = await lab.signIn()
    const asset = await staff.uploadAsset(await renderClip(join(folder, 'clip.mp4')), 'clip.mp4')
    const ready = await waitForAsset(staff, asset.id)
    version = (ready.playlistUrl ?? '').replace(/\/master\.m3u8$/, '')
    const preview = (ready.previewUrl ?? '').replace(/\/master\.m3u8$/, '')
    unpublished = await statusesOf([version, preview, preview.replace(/\/preview\/\w/, '/preview/0')])
    const body = { kind: 'performance', title: { 'zh-Hans': '草原普法' }, assetId: asset.id } as const
    const programme = await staff.must('createProgramme', { body })
    await staff.must('publishProgramme', { params: { id: programme.id }, body: { rev: programme.rev } })
  }, 240_000)
  afterAll(async () => {
    for (const close of closers.toReversed()) await close()
  })

  test('a published segment comes from nginx: the bytes on disk, cacheable for ever, with ranges', async () => {
    const response = await fetch(`${origin}${version}/240p/0.m4s`)
    const onDisk = await readFile(join(lab.dataDir, version.replace('/media/', 'media/assets/'), '240p/0.m4s'))
    expect(response.status).toBe(200)
    expect(Buffer.from(await response.arrayBuffer()).equals(onDisk)).toBe(true)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-type')).toBe('video/iso.segment')
    expect(response.headers.get('x-accel-redirect')).toBeNull()
    const part = await fetch(`${origin}${version}/240p/0.m4s`, { headers: { range: 'bytes=4-7' } })
    expect([part.status, await part.text()]).toEqual([206, onDisk.toString('latin1', 4, 8)])
  })

  test('before it was published, a segment came to whoever had the signed address, and nobody else', () => {
    expect(unpublished).toEqual([
      [404, 'no-store'],
      [200, 'private, no-store'],
      [404, 'no-store'],
    ])
  })

  test('what is not there is a 404 that no cache keeps', async () => {
    const response = await fetch(`${origin}${version}/999p/0.m4s`)
    expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store'])
  })

  test('nobody reaches the files around the product', async () => {
    const response = await fetch(`${origin}${version.replace('/media/', '/_media/')}/240p/0.m4s`)
    expect(response.status).toBe(404)
  })
})
