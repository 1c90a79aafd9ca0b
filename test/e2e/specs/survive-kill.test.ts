import type { Asset, AssetId, StaffProgramme } from '@ulan/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../../lab/api-client.ts'
import { createLab, type Lab, waitForAsset } from '../../lab/lab.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { renderClip } from '../fixtures/clip.ts'
import { readMultivariantPlaylist } from '../fixtures/playlist.ts'
import { tellInOrder } from '../fixtures/story.ts'

const TITLE = { 'zh-Hans': '草原上的法庭', 'mn-Mong': 'ᠬᠠᠤᠯᠢ' }

describe('a power cut in the middle of an encode', () => {
  tellInOrder()
  let lab: Lab
  let staff: ApiClient
  let draft: StaffProgramme
  let assetId: AssetId
  let doneBefore: number

  beforeAll(async () => {
    lab = await createLab()
    staff = await lab.signIn()
    const clip = await renderClip({ seconds: 40, widthPx: 854, heightPx: 480 })
    const asset = await staff.uploadAsset(clip.bytes, clip.fileName)
    assetId = asset.id
    draft = await staff.must('createProgramme', { body: { kind: 'performance', title: TITLE, assetId } })
    const half = await waitUntil(
      'some segments, not all',
      () => readAsset(staff, assetId),
      (value) => isHalfDone(value),
      120_000,
      50,
    )
    doneBefore = segmentsDone(half)
    await lab.kill9()
    await lab.restart()
  })
  afterAll(() => lab.stop())

  it('finds the draft, its Mongolian title, the session and the finished segments again', async () => {
    const again = await staff.must('readStaffProgramme', { params: { id: draft.id } })
    expect(again.title).toEqual(TITLE)
    expect(again.rev).toBe(draft.rev)
    const session = await staff.must('readSession')
    expect(session.email).toBe(lab.email)
    const asset = await readAsset(staff, assetId)
    expect(segmentsDone(asset)).toBeGreaterThanOrEqual(doneBefore)
  })

  it('finishes the encode, publishes it, and a second cut loses nothing', async () => {
    const ready = await waitForAsset(staff, assetId, 240_000)
    const current = await staff.must('readStaffProgramme', { params: { id: draft.id } })
    await staff.must('publishProgramme', { params: { id: draft.id }, body: { rev: current.rev } })
    await lab.kill9()
    await lab.restart()
    const playback = await lab.visitor().must('readPlayback', { params: { id: draft.id } })
    expect(playback.playlistUrl).toBe(ready.playlistUrl)
    const playlist = await readMultivariantPlaylist(lab.visitor(), playback.playlistUrl)
    // The trial encodes found that 360p would cost nearly as much as 480p.
    expect(playlist.variants.map((variant) => variant.heightPx)).toEqual([240, 480])
    for (const variant of playlist.variants) {
      expect(variant.durationSeconds).toBeGreaterThan(39)
      expect(variant.durationSeconds).toBeLessThan(41)
    }
  })
})

const readAsset = (staff: ApiClient, id: AssetId): Promise<Asset> => staff.must('readAsset', { params: { id } })

const segmentsDone = (asset: Asset): number => asset.rungs.reduce((sum, rung) => sum + rung.segmentsDone, 0)

function isHalfDone(asset: Asset): boolean {
  if (asset.status === 'failed' || asset.status === 'ready') throw new Error(`the encode is over already: ${asset.status}`)
  return segmentsDone(asset) > 0 && asset.progress < 0.8
}
