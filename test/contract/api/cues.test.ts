import type { Asset, AssetId, CueSheet, Problem } from '@ulan/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderClip } from '../../e2e/fixtures/clip.ts'
import { sha256 } from '../../lab/api-client.ts'
import { waitForAsset } from '../../lab/lab.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { createProductLab, NOBODY, type ProductLab, problemOf } from './product-lab.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const SECONDS = 4
const WRITTEN = `WEBVTT - 小司来了\r
\r
NOTE 译者：请核对\r
\r
STYLE\r
::cue { color: #ffe08a }\r
\r
开场\r
00:00.500   -->  00:01.500 vertical:lr  line:5%\r
<v 村长>ᠬᠠᠤᠯᠢ</v>\r
\r
00:02.000 --> 00:03.000\r
学法\r
`

let product: ProductLab
let staff: ProductLab['staff']
let id: AssetId
beforeAll(async () => {
  product = await createProductLab()
  staff = product.staff
  const clip = await renderClip({ seconds: SECONDS, widthPx: 320, heightPx: 180 })
  id = (await staff.uploadAsset(clip.bytes, clip.fileName)).id
  await waitForAsset(staff, id)
}, 120_000)
afterAll(() => product.lab.stop())

const asset = (): Promise<Asset> => staff.must('readAsset', { params: { id } })
const pathOf = (trackId: string, ofAsset: string = id): string => `/api/v1/assets/${ofAsset}/tracks/${trackId}/cues`
const put = (trackId: string, body: object, ofAsset: string = id) =>
  staff.raw('PUT', pathOf(trackId, ofAsset), { headers: JSON_TYPE, body: JSON.stringify(body) })
const read = (trackId: string): Promise<CueSheet> => staff.must('readCues', { params: { id, trackId } })
const write = (trackId: string, seen: CueSheet, text: string): Promise<CueSheet> =>
  staff.must('writeCues', { params: { id, trackId }, body: { text, sha256: seen.sha256 } })

async function add(text: string, fileName: string, offsetMs = 0): Promise<string> {
  const bytes = Buffer.from(text)
  const { uploadId } = await staff.upload(bytes, fileName)
  const body = { kind: 'cues', language: 'zh-Hans', uploadId, sha256: sha256(bytes), offsetMs } as const
  await staff.must('addTrack', { params: { id }, body })
  return uploadId
}
const trackOf = async (trackId: string) => (await asset()).tracks.find((track) => track.id === trackId)

describe('subtitles to be edited', () => {
  it('are the file as it was uploaded, byte for byte', async () => {
    const sheet = await read(await add(WRITTEN, '字幕.vtt'))
    expect(sheet.text).toBe(WRITTEN)
    expect(sheet.sha256).toBe(sha256(Buffer.from(WRITTEN)))
  })
  it('are WebVTT whatever was uploaded', async () => {
    const sheet = await read(await add('1\n00:00:01,000 --> 00:00:02,000\n学法\n', '字幕.srt'))
    expect(sheet.text).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n学法\n')
  })
  it.each([
    ['a track of nobody', () => pathOf(NOBODY)],
    ['an asset of nobody', () => pathOf(NOBODY, 'nobody')],
    ['an impossible track', () => pathOf('..%2Fx')],
  ])('of %s are not there', async (_name, path) => {
    expect(problemOf(await staff.raw('GET', path())).type).toBe('/problems/not-found')
    const written = await staff.raw('PUT', path(), { headers: JSON_TYPE, body: JSON.stringify({ text: '', sha256: '0'.repeat(64) }) })
    expect(problemOf(written).type).toBe('/problems/not-found')
  })
})

describe('edited subtitles', () => {
  it('stand in the place of those they were made from, under another id, and viewers get them with the next version', async () => {
    const trackId = await add(WRITTEN, '字幕.srt', 250)
    const before = await asset()
    const place = before.tracks.findIndex((track) => track.id === trackId)
    const edited = await write(trackId, await read(trackId), WRITTEN.replace('学法', '用法'))
    expect(edited.trackId).not.toBe(trackId)
    expect(edited.text).toBe(WRITTEN.replace('学法', '用法'))
    const after = await asset()
    expect(after.tracks).toHaveLength(before.tracks.length)
    expect(after.tracks[place]).toMatchObject({
      ...{ id: edited.trackId, editedFrom: trackId, fileName: '字幕.vtt', language: 'zh-Hans', offsetMs: 250 },
    })
    const isMade = ({ status, subtitles }: Asset): boolean => status === 'ready' && subtitles.some((one) => one.trackId === edited.trackId)
    const made = await waitUntil('the version with the edited subtitles', asset, isMade, 60_000)
    const url = made.subtitles.find((one) => one.trackId === edited.trackId)?.url ?? ''
    expect((await staff.raw('GET', url)).text).toContain('00:00:02.250 --> 00:00:03.250\n用法')
    // Once more: the chain goes back to the first file.
    const again = await write(edited.trackId, edited, WRITTEN)
    expect(await trackOf(again.trackId)).toMatchObject({ editedFrom: trackId })
    expect([edited.trackId, trackId]).not.toContain(again.trackId)
  })

  it('are the same when the same is sent again, at once or later', async () => {
    const trackId = await add(WRITTEN, '重复.vtt')
    const seen = await read(trackId)
    const text = WRITTEN.replace('学法', '守法')
    const all = await Promise.all([1, 2, 3].map(() => write(trackId, seen, text)))
    const later = await write(trackId, seen, text)
    expect(new Set([...all, later].map((sheet) => sheet.trackId)).size).toBe(1)
    expect((await asset()).tracks.filter(({ fileName }) => fileName === '重复.vtt')).toHaveLength(1)
  })

  it('that nobody changed are the track that they were', async () => {
    const trackId = await add(WRITTEN, '未改.vtt')
    expect((await write(trackId, await read(trackId), WRITTEN)).trackId).toBe(trackId)
  })

  it('of two colleagues at once are those of one, and the other is told', async () => {
    const trackId = await add(WRITTEN, '两人.vtt')
    const { sha256: seen } = await read(trackId)
    const replies = await Promise.all(['甲', '乙'].map((word) => put(trackId, { text: WRITTEN.replace('学法', word), sha256: seen })))
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const left = (await asset()).tracks.filter(({ fileName }) => fileName === '两人.vtt')
    expect(left).toHaveLength(1)
    const winner = replies.find(({ status }) => status === 200)
    expect((await read(left[0]?.id ?? '')).text).toBe((JSON.parse(winner?.text ?? '') as CueSheet).text)
  })

  it('made from something else than is there are a conflict, and nothing is changed', async () => {
    const trackId = await add(WRITTEN, '旧稿.vtt')
    const stale = { text: WRITTEN.replace('学法', '用法'), sha256: '0'.repeat(64) }
    expect(problemOf(await put(trackId, stale)).type).toBe('/problems/conflict')
    expect((await read(trackId)).text).toBe(WRITTEN)
    await staff.must('removeTrack', { params: { id, trackId } })
    expect(problemOf(await put(trackId, stale)).type).toBe('/problems/conflict')
    expect(problemOf(await staff.raw('GET', pathOf(trackId))).type).toBe('/problems/not-found')
  })

  it.each([
    ['an end before its beginning', ['00:02.000 --> 00:03.000', '00:02.000 --> 00:01.000'], 12, 'cue-end-before-start'],
    ['a time that is none', ['00:02.000 --> 00:03.000', '00:99.000 --> 00:01.000'], 12, 'cue-time-malformed'],
    ['a cue after the film', ['00:02.000 --> 00:03.000', '00:42.000 --> 00:43.000'], 12, 'cue-outside-title'],
    ['letters of one font alone', ['学法', '学\uf8ff'], 12, 'cue-private-use'],
  ] as const)('with %s are refused by line', async (_name, [good, bad], line, code) => {
    const trackId = await add(WRITTEN, '错误.vtt')
    const { sha256: seen } = await read(trackId)
    const answer = problemOf(await put(trackId, { text: WRITTEN.replace(good, bad), sha256: seen }))
    expect([answer.status, answer.type]).toEqual([422, '/problems/invalid-cue-file'])
    expect(answer.errors).toMatchObject([{ path: `line ${line}`, code, params: { line } }])
    await staff.must('removeTrack', { params: { id, trackId } })
  })

  it('without a cue, or of another format, are refused', async () => {
    const trackId = await add(WRITTEN, '空.vtt')
    const { sha256: seen } = await read(trackId)
    const codeOf = async (text: string): Promise<string | undefined> =>
      (JSON.parse((await put(trackId, { text, sha256: seen })).text) as Problem).errors?.[0]?.code // of the whole: without a path
    expect(await codeOf('WEBVTT\n')).toBe('cue-file-empty')
    expect(await codeOf('1\n00:00:01,000 --> 00:00:02,000\n学法\n')).toBe('cue-format-unknown')
    await staff.must('removeTrack', { params: { id, trackId } })
  })

  it('may be larger than other bodies', async () => {
    const trackId = await add(WRITTEN, '长.vtt')
    const long = `${WRITTEN}\r\nNOTE ${'法'.repeat(700_000)}\r\n`
    expect((await write(trackId, await read(trackId), long)).text).toBe(long)
    const tooLong = problemOf(await put(trackId, { text: '法'.repeat(2_100_000), sha256: '0'.repeat(64) }))
    expect(tooLong.type).toBe('/problems/body-too-large')
  })
})
