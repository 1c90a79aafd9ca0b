import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Locale } from '@ulan/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, sha256 } from '../../lab/api-client.ts'
import { createLab, type Lab } from '../../lab/lab.ts'

const run = promisify(execFile)
/** 草原 in traditional script. */
const TEXT = 'ᠪᠡᠯᠴᠢᠭᠡᠷ'

describe('recordings of texts', () => {
  let lab: Lab
  let staff: ApiClient
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'legal-voice-'))
    lab = await createLab({ env: { TRANSCODE_WORKERS: '0' } })
    staff = await lab.signIn()
  })
  afterAll(async () => {
    await lab?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  /** What a phone or a studio hands in: a tone as a voice, after a second in which nobody speaks. */
  async function sound(file: string, seconds: number, ...more: readonly string[]): Promise<Buffer> {
    const path = join(folder, file)
    const source = `aevalsrc='if(lt(t,1),0,0.3*sin(2*PI*330*t))':s=48000:d=${seconds + 1}`
    await run('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', source, ...more, path])
    return await readFile(path)
  }
  async function send(bytes: Buffer, file: string, text = TEXT, locale: Locale = 'mn-Mong') {
    const { uploadId } = await staff.upload(bytes, file)
    return await staff.call('createRecording', { body: { uploadId, sha256: sha256(bytes), locale, text } })
  }
  async function taken(bytes: Buffer, file: string, text = TEXT, locale: Locale = 'mn-Mong') {
    const sent = await send(bytes, file, text, locale)
    if (!sent.ok) throw new Error(`refused: ${JSON.stringify(sent.problem)}`)
    return sent.answer
  }
  const heard = (locale: Locale = 'mn-Mong') => lab.visitor().must('readRecordings', { query: { locale } })

  it.each([
    ['studio.wav', []],
    ['phone.m4a', ['-c:a', 'aac']],
    ['browser.webm', ['-c:a', 'libopus']],
    ['old.mp3', ['-c:a', 'libmp3lame']],
    ['录音.ogg', ['-c:a', 'libopus', '-f', 'ogg']],
  ])('%s becomes a recording that anybody can fetch, without the silence ahead', async (file, encoding) => {
    const recording = await taken(await sound(file, 2, ...encoding), file)
    expect(recording).toMatchObject({ locale: 'mn-Mong', text: TEXT, fileName: file })
    expect((await heard()).items).toEqual([{ text: TEXT, seconds: recording.seconds, url: recording.url }])
    const answer = await fetch(new URL(recording.url, lab.origin))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'audio/mpeg'])
    expect(answer.headers.get('cache-control')).toContain('immutable')
    const path = join(folder, 'fetched.mp3')
    await writeFile(path, Buffer.from(await answer.arrayBuffer()))
    const { stdout } = await run('ffprobe', [
      '-v',
      'error',
      '-show_entries',
      'stream=codec_name,channels:format=duration',
      '-of',
      'json',
      path,
    ])
    const probed = JSON.parse(stdout)
    expect(probed.streams).toEqual([{ codec_name: 'mp3', channels: 1 }])
    // Of the second ahead a tenth is left.
    for (const seconds of [recording.seconds, Number(probed.format.duration)]) {
      expect(seconds).toBeGreaterThan(1.9)
      expect(seconds).toBeLessThan(2.5)
    }
    await run('ffmpeg', ['-v', 'error', '-xerror', '-i', path, '-f', 'null', '-'])
  })

  it('comes in parts to players that ask for parts', async () => {
    const { url } = await taken(await sound('parts.wav', 1), 'parts.wav')
    const whole = Buffer.from(await (await fetch(new URL(url, lab.origin))).arrayBuffer())
    const part = await fetch(new URL(url, lab.origin), { headers: { range: 'bytes=10-19' } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${whole.length}`])
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(10, 20))
    const past = await fetch(new URL(url, lab.origin), { headers: { range: 'bytes=99999999-' } })
    expect([past.status, past.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`])
    const head = await fetch(new URL(url, lab.origin), { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(whole.length)])
    expect((await fetch(new URL(url, lab.origin), { method: 'POST', headers: { 'X-CSRF': '1' } })).status).toBe(405)
    expect((await fetch(new URL(`/media/recordings/${'0'.repeat(32)}.mp3`, lab.origin))).status).toBe(404)
  })

  it('a newer one of the same text takes its place, other texts and languages keep theirs, and deleting ends it', async () => {
    const other = await taken(await sound('other.wav', 1), 'other.wav', 'ᠬᠠᠤᠯᠢ')
    const chinese = await taken(await sound('chinese.wav', 1), 'chinese.wav', TEXT, 'zh-Hans')
    const newer = await taken(await sound('newer.wav', 3), 'newer.wav')
    const { items } = await staff.must('listRecordings', { query: { locale: 'mn-Mong' } })
    expect(items.map(({ id }) => id).sort()).toEqual([other.id, newer.id].sort())
    await staff.must('deleteRecording', { params: { id: newer.id } })
    expect((await heard()).items.map(({ text }) => text)).toEqual(['ᠬᠠᠤᠯᠢ'])
    expect((await heard('zh-Hans')).items.map(({ url }) => url)).toEqual([chinese.url])
    expect((await staff.call('deleteRecording', { params: { id: newer.id } })).status).toBe(404)
  })

  it('claiming the same upload again answers the same recording, for another text it is refused', async () => {
    const bytes = await sound('twice.wav', 1)
    const { uploadId } = await staff.upload(bytes, 'twice.wav')
    const body = { uploadId, locale: 'mn-Mong', text: TEXT } as const
    const first = await staff.must('createRecording', { body })
    expect(await staff.must('createRecording', { body })).toEqual(first)
    expect(await staff.call('createRecording', { body: { ...body, text: 'ᠬᠠᠤᠯᠢ' } })).toMatchObject({ ok: false, status: 409 })
  })

  it.each([
    ['a text file', 'notes.txt', async () => Buffer.from('这不是录音'), 'not-a-sound'],
    ['nothing but silence', 'silent.wav', () => sound('silent.wav', 1, '-af', 'volume=0'), 'no-sound'],
    ['an empty file', 'empty.wav', async () => Buffer.alloc(0), 'empty-file'],
  ])('%s is refused by name, and what was there stays', async (_, file, make, problem) => {
    const before = await heard()
    const refused = await send(await make(), file)
    if (refused.ok) throw new Error('it was taken')
    expect(refused.problem.type).toBe(`/problems/${problem}`)
    expect(await heard()).toEqual(before)
  })

  it('five minutes are the most, and it says so', async () => {
    const path = join(folder, 'long.wav')
    await run('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', 'sine=330:r=8000:d=302', path])
    const refused = await send(await readFile(path), 'long.wav')
    if (refused.ok) throw new Error('it was taken')
    expect(refused.problem.errors).toEqual([{ path: 'uploadId', code: 'recording-too-long', params: { max: 300 } }])
  })

  it('asks for a language, and for staff where something is changed', async () => {
    const visitor = lab.visitor()
    expect((await visitor.raw('GET', '/api/v1/recordings')).status).toBe(400)
    expect((await visitor.raw('GET', '/api/v1/recordings?locale=xx')).status).toBe(400)
    expect((await visitor.call('deleteRecording', { params: { id: '0'.repeat(32) } })).status).toBe(401)
  })
})
