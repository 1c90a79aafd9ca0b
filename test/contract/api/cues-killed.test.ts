import { setTimeout as pause } from 'node:timers/promises'
import type { AssetId } from '@ulan/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { renderClip } from '../../e2e/fixtures/clip.ts'
import { type ApiClient, sha256 } from '../../lab/api-client.ts'
import { createLab, type Lab, waitForAsset } from '../../lab/lab.ts'

const WRITTEN = 'WEBVTT\n\n00:00.500 --> 00:01.500\n学法\n'

let lab: Lab
let staff: ApiClient
let id: AssetId
beforeAll(async () => {
  lab = await createLab()
  staff = await lab.signIn()
  const clip = await renderClip({ seconds: 2, widthPx: 320, heightPx: 180 })
  id = (await staff.uploadAsset(clip.bytes, clip.fileName)).id
  await waitForAsset(staff, id)
}, 120_000)
afterAll(() => lab.stop())

const tracks = async () => (await staff.must('readAsset', { params: { id } })).tracks
const textOf = async (trackId: string) => (await staff.must('readCues', { params: { id, trackId } })).text

// Before it is read, while it is written, while the film is told, and after all.
it.each([0, 4, 8, 12, 20, 40])('subtitles saved %s ms before a power cut are the old ones or the new ones, whole', async (milliseconds) => {
  const bytes = Buffer.from(WRITTEN)
  const { uploadId } = await staff.upload(bytes, '字幕.vtt')
  const body = { kind: 'cues', language: 'zh-Hans', uploadId, sha256: sha256(bytes), offsetMs: 0 } as const
  await staff.must('addTrack', { params: { id }, body })
  const { sha256: seen } = await staff.must('readCues', { params: { id, trackId: uploadId } })
  const text = WRITTEN.replace('学法', `用法${milliseconds}`)
  const save = () => staff.must('writeCues', { params: { id, trackId: uploadId }, body: { text, sha256: seen } })
  const saved = save().then(
    () => true,
    () => false,
  )
  await pause(milliseconds)
  await lab.kill9()
  const wasAcknowledged = await saved
  await lab.restart()
  const left = await tracks()
  expect(left).toHaveLength(1)
  const found = await textOf(left[0]?.id ?? '')
  expect(wasAcknowledged ? [text] : [WRITTEN, text]).toContain(found)
  // Whoever heard nothing sends it again.
  const { trackId } = await save()
  expect((await tracks()).map((track) => track.id)).toEqual([trackId])
  expect(await textOf(trackId)).toBe(text)
  await staff.must('removeTrack', { params: { id, trackId } })
})
