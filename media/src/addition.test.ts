import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asset } from '@ulan/contract'
import { assetSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, ask, type MediaLab, makeFolder, openLab, renderClip, run, sendFile, sha256OfFile, untilSettled } from './test-lab.ts'

let lab: MediaLab
let folder: string
let id: string
let asset: Asset

/** Asks as an editor, with any method. */
async function call<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
  const headers = { 'x-staff': 'editor', 'content-type': 'application/json' }
  const response = await fetch(lab.url + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
  return { status: response.status, type: response.headers.get('content-type'), body: (await response.json()) as T } // the test says what it expects
}
async function add(path: string, track: object): Promise<Answer<Asset>> {
  const uploadId = await sendFile(lab.url, path)
  return await call('POST', `/api/v1/assets/${id}/tracks`, { uploadId, sha256: await sha256OfFile(path), ...track })
}
const text = async (path: string | undefined): Promise<string> => await (await fetch(lab.url + path)).text()
const filesOf = async (version: number | undefined): Promise<readonly string[]> =>
  (await readdir(join(lab.folder, 'media/assets', id, String(version)))).toSorted()

beforeAll(async () => {
  folder = await makeFolder()
  lab = await openLab({ workers: 2 })
  const clip = await renderClip(join(folder, 'clip.mp4'), 12, '640x360')
  id = await sendFile(lab.url, clip)
  await ask(`${lab.url}/api/v1/assets`, { uploadId: id })
  asset = await untilSettled(lab.url, id)
  lab.publicAssets.add(id)
}, 120_000)
afterAll(() => lab.close())

test('a sound that was recorded beside the film is added without making anything again', { timeout: 120_000 }, async () => {
  const before = asset
  const sound = join(folder, '蒙古语.m4a')
  await run('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', 'sine=880:d=30', '-c:a', 'aac', sound])
  const added = await add(sound, { kind: 'audio', language: 'mn', offsetMs: 1500 })
  expect(added.status).toBe(201)
  // The public goes on with what it has.
  expect(added.body).toMatchObject({ status: 'encoding', version: before.version, playlistUrl: before.playlistUrl })
  expect((await fetch(lab.url + added.body.previewUrl)).status).toBe(200)
  asset = await untilSettled(lab.url, id)
  expect(assetSchema.parse(asset)).toMatchObject({
    status: 'ready',
    attempt: 2,
    tracks: [{ kind: 'audio', language: 'mn', offsetMs: 1500 }],
  })
  expect(asset.audios.map(({ name, language, isDefault }) => `${name} ${language} ${isDefault}`)).toEqual([
    'audio zh true',
    'audio-2 mn false',
  ])
  expect(await filesOf(asset.version)).toEqual(['audio-2', 'audio-2-low', 'manifest.json', 'master.m3u8'])
  const master = await text(asset.playlistUrl)
  expect(master).toContain(`\n../${before.version}/240p/index.m3u8\n`)
  expect(master).toContain('LANGUAGE="mn",DEFAULT=NO,AUTOSELECT=YES,CHANNELS="2",URI="audio-2/index.m3u8"')
  await run('ffmpeg', ['-v', 'error', '-xerror', '-i', lab.url + asset.playlistUrl, '-map', '0', '-f', 'null', '-'])
  const base = `${lab.url}${asset.playlistUrl?.replace('master.m3u8', '')}`
  const heard = await run('ffmpeg', [
    '-hide_banner',
    '-i',
    `${base}audio-2/index.m3u8`,
    '-af',
    'silencedetect=n=-40dB:d=0.5',
    '-f',
    'null',
    '-',
  ])
  // Everything begins two frames late, the sound of a track as well.
  expect(Number(/silence_end: ([\d.]+)/.exec(heard.stderr)?.[1])).toBeCloseTo(1.5 + 0.08 - 0.08, 1)
  const length = await run('ffprobe', ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', `${base}audio-2/index.m3u8`])
  expect(Number(length.stdout)).toBeLessThan(12.2)
})

test('subtitles come with the next version, settings byte for byte, and the one before stays what it was', {
  timeout: 120_000,
}, async () => {
  const before = asset
  const old = await text(before.playlistUrl)
  const cues = join(folder, 'ᠮᠣᠩᠭᠣᠯ.vtt')
  await writeFile(cues, 'WEBVTT\n\n00:01.000 --> 00:03.000 vertical:lr line:5% position:10% align:start\nᠬᠠᠤᠯᠢ\n')
  const srt = join(folder, '字幕.srt')
  await writeFile(srt, '1\n00:00:01,000 --> 00:00:03,000\n学法用法\n')
  expect((await add(cues, { kind: 'cues', language: 'mn-Mong' })).status).toBe(201)
  expect((await add(srt, { kind: 'cues', language: 'zh-Hans', offsetMs: 500 })).status).toBe(201)
  asset = await untilSettled(lab.url, id)
  while (asset.subtitles.length < 2) asset = await untilSettled(lab.url, id)
  const master = await text(asset.playlistUrl)
  expect(master).toContain('TYPE=SUBTITLES,GROUP-ID="subtitles",NAME="蒙古文",LANGUAGE="mn-Mong"')
  const [mongolian, chinese] = asset.subtitles
  expect(await text(mongolian?.url)).toBe(
    'WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:7200\n\n00:00:01.000 --> 00:00:03.000 vertical:lr line:5% position:10% align:start\nᠬᠠᠤᠯᠢ\n',
  )
  expect(await text(chinese?.url)).toContain('00:00:01.500 --> 00:00:03.500\n学法用法')
  expect(await text(before.playlistUrl)).toBe(old)
})

test('a language that the file had wrong is a word in the playlist, and what was added can be taken out', {
  timeout: 120_000,
}, async () => {
  expect((await call('PATCH', `/api/v1/assets/${id}/sounds/audio`, { language: 'mn' })).status).toBe(200)
  asset = await untilSettled(lab.url, id)
  expect(asset.audios.map(({ language }) => language)).toEqual(['mn', 'mn'])
  expect(await text(asset.playlistUrl)).toContain('NAME="蒙古语 2"')
  const sound = asset.tracks.find(({ kind }) => kind === 'audio')
  expect((await call('DELETE', `/api/v1/assets/${id}/tracks/${sound?.id}`)).status).toBe(200)
  asset = await untilSettled(lab.url, id)
  expect(asset.audios.map(({ name }) => name)).toEqual(['audio'])
  expect(await filesOf(asset.version)).toEqual(['manifest.json', 'master.m3u8'])
  await run('ffmpeg', ['-v', 'error', '-xerror', '-i', lab.url + asset.playlistUrl, '-map', '0:v', '-map', '0:a', '-f', 'null', '-'])
})

test('a ladder that is added makes its own rungs only, and players are offered it beside the others', { timeout: 120_000 }, async () => {
  const before = asset
  expect(before.ladders).toEqual([{ kind: 'av1', state: 'absent' }])
  expect((await call('POST', `/api/v1/assets/${id}/ladders/hdr`)).status).toBe(409)
  const asked = await call<Asset>('POST', `/api/v1/assets/${id}/ladders/av1`)
  expect(asked).toMatchObject({ status: 200, body: { version: before.version, playlistUrl: before.playlistUrl } })
  expect((await call('POST', `/api/v1/assets/${id}/ladders/av1`)).status).toBe(200)
  asset = await untilSettled(lab.url, id)
  expect(assetSchema.parse(asset)).toMatchObject({ status: 'ready', ladders: [{ kind: 'av1', state: 'published' }] })
  expect(asset.rungs.map(({ name }) => name)).toEqual(['240p', '360p', '240p-av1', 'audio'])
  expect(await filesOf(asset.version)).toEqual(['240p-av1', 'manifest.json', 'master.m3u8'])
  const master = await text(asset.playlistUrl)
  expect(master).toMatch(/CODECS="av01[^\n]*\n240p-av1\/index.m3u8/)
  expect(master).toMatch(/CODECS="avc1[^\n]*\n\.\.\/\d+\/360p\/index.m3u8/)
  const rung = `${lab.url}${asset.playlistUrl?.replace('master.m3u8', '240p-av1/index.m3u8')}`
  await run('ffmpeg', ['-v', 'error', '-xerror', '-i', rung, '-f', 'null', '-'])
  const frames = ['-v', 'error', '-count_packets', '-show_entries', 'stream=nb_read_packets', '-of', 'csv=p=0', rung]
  expect(Number((await run('ffprobe', frames)).stdout.trim().split('\n')[0])).toBe(300)
  // What is there is not taken away by doing without it.
  expect((await call<Asset>('DELETE', `/api/v1/assets/${id}/ladders/av1`)).body.ladders).toEqual([{ kind: 'av1', state: 'published' }])
})

test('a file that is no sound, a cue file that cannot be read and a language of the wrong kind are told at once, and nothing changes', async () => {
  const noise = join(folder, 'noise.wav')
  await writeFile(noise, '法律'.repeat(500))
  expect((await add(noise, { kind: 'audio', language: 'mn' })).body).toMatchObject({ type: '/problems/not-a-sound' })
  const bad = join(folder, 'bad.srt')
  await writeFile(bad, '1\n00:00:05,000 --> 00:00:03,000\n倒过来了\n')
  expect((await add(bad, { kind: 'cues', language: 'zh-Hans' })).body).toMatchObject({
    type: '/problems/invalid-cue-file',
    errors: [{ path: 'line 2' }],
  })
  expect((await add(bad, { kind: 'cues', language: 'zh' })).body).toMatchObject({ errors: [{ path: 'language' }] })
  expect((await ask<Asset>(`${lab.url}/api/v1/assets/${id}`)).body).toEqual({ ...asset, previewUrl: expect.any(String) })
})
