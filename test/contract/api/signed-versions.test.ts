import { readSignedFilms } from '@ulan/cms'
import type { Playback, ProgrammeVersion, StaffProgramme } from '@ulan/contract'
import { assetIdSchema, playbackSchema, programmeDetailSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pathOf, problemOf, programmeOf, ReviewOffice, reviewOf } from './review-office.ts'

const AT = '2026-11-28T00:00:00.000Z'
const HOUR_MS = 3_600_000

let office: ReviewOffice
/** How far the server's clock is put forward, ms. */
let aheadMs = 0
beforeAll(async () => {
  office = await ReviewOffice.open({ clock: () => new Date(Date.now() + aheadMs) })
})
afterAll(() => office.lab.close())

const titleForPublic = async (id: string): Promise<string> =>
  programmeDetailSchema.parse((await office.lab.call(`/api/v1/programmes/${id}`)).json()).title.text
const playbackOf = async (id: string): Promise<Playback> =>
  playbackSchema.parse((await office.lab.call(`/api/v1/programmes/${id}/playback`)).json())

describe('with three reviews, a version', () => {
  it('leaves what is public alone until what was changed is signed too', async () => {
    const { programme, review } = await office.submitted()
    await office.signAll(review)
    const first = programmeOf(await office.publish(programme))
    const changed = programmeOf(await office.patch(first, { title: { 'zh-Hans': '悄悄改了' } }))
    expect(changed).toMatchObject({ status: 'published', versionNumber: 1, isChanged: true })
    expect(problemOf(await office.publish(changed))).toBe('review-required')
    expect(await titleForPublic(programme.id)).toBe(programme.title['zh-Hans'])
    const second = reviewOf(await office.submit(changed))
    expect(second).toMatchObject({ number: 2, state: 'open', signatures: [] })
    await office.signAll(second)
    expect(programmeOf(await office.publish(changed))).toMatchObject({ versionNumber: 2, isChanged: false })
    expect(await titleForPublic(programme.id)).toBe('悄悄改了')
    const { items } = (await office.as('inspector', `/programmes/${programme.id}/versions`)).json() as { items: ProgrammeVersion[] } // held against its description by the lab
    expect(items.map(({ number, reviewNumber, publishedBy }) => [number, reviewNumber, publishedBy?.id])).toEqual([
      [2, 2, office.staff.get('publisher')?.id],
      [1, 1, office.staff.get('publisher')?.id],
    ])
  })
  it('shows the public no subtitles that nobody signed, nor takes away those that were', async () => {
    const cues = { id: 't-1', kind: 'cues', language: 'mn-Mong', offsetMs: 0, fileName: 'a.vtt', addedAt: AT, state: 'published' }
    const { programme, review } = await office.submitted()
    await office.signAll(review)
    const first = programmeOf(await office.publish(programme))
    const { id, assetId = '' } = first
    const before = await playbackOf(id)
    const url = `/media/${assetId}/2/cues/cues.vtt`
    const next = {
      version: 2,
      playlistUrl: `/media/${assetId}/2/master.m3u8`,
      tracks: [cues],
      subtitles: [{ trackId: 't-1', language: 'mn-Mong', url }],
    }
    office.lab.library.put(assetId, 'ready', next)
    expect(programmeOf(await office.as('editor', `/staff/programmes/${id}`))).toMatchObject({ isChanged: true })
    expect(problemOf(await office.publish(first))).toBe('review-required')
    expect(await playbackOf(id)).toEqual(before)
    const inBackups = async () => {
      const session = await office.lab.connection.startSession()
      return (await readSignedFilms(office.lab.connection, session).finally(() => session.endSession())).get(assetId)
    }
    expect(await inBackups()).toEqual([1])
    const named = (...versions: readonly number[]) =>
      Promise.all(versions.map((version) => office.lab.cms.uses.namesVersion(assetIdSchema.parse(assetId), version)))
    expect(await named(1, 2, 3)).toEqual([true, true, false])
    await office.signAll(reviewOf(await office.submit(first)))
    expect(programmeOf(await office.publish(first))).toMatchObject({ versionNumber: 2, isChanged: false })
    expect(await playbackOf(id)).toMatchObject({ playlistUrl: next.playlistUrl, subtitles: [{ locale: 'mn-Mong', url }] })
    expect(await named(1, 2)).toEqual([false, true])
    expect(await inBackups()).toEqual([2])
    office.lab.library.put(assetId, 'ready', { ...next, version: 3, playlistUrl: `/media/${assetId}/3/master.m3u8` })
    await expect.poll(() => playbackOf(id)).toMatchObject({ playlistUrl: `/media/${assetId}/3/master.m3u8` })
  })
  it('shows with signatures what went out without them, as a version of its own', async () => {
    await office.setPolicy({ policy: 'off', isUrgentAllowed: true })
    const programme = await office.draft()
    const unsigned = programmeOf(await office.publish(programme))
    await office.setPolicy({ policy: 'three', isUrgentAllowed: true })
    expect(programmeOf(await office.publish(unsigned))).toMatchObject({ rev: unsigned.rev, versionNumber: 1 })
    await office.signAll(reviewOf(await office.submit(unsigned)))
    expect(programmeOf(await office.publish(unsigned))).toMatchObject({ versionNumber: 2, isChanged: false })
  })
  it('goes out at its time as all have signed it, and not when somebody gave it back meanwhile', async () => {
    const plan = async ({ id, rev }: StaffProgramme) =>
      programmeOf(
        await office.as('publisher', `/programmes/${id}/schedule`, {
          body: { rev, publishAt: new Date(Date.now() + HOUR_MS).toISOString() },
        }),
      )
    const unsigned = await office.draft()
    const body = { rev: unsigned.rev, publishAt: '2099-12-04T00:00:00Z' }
    expect(problemOf(await office.as('publisher', `/programmes/${unsigned.id}/schedule`, { body }))).toBe('review-required')
    const [kept, back] = [await office.submitted(), await office.submitted()]
    for (const { review } of [kept, back]) await office.signAll(review)
    const planned = await plan(kept.programme)
    await office.patch(planned, { title: { 'zh-Hans': '之后又改' } })
    await plan(back.programme)
    await office.as('reviewer-3', `${pathOf(back.review)}/return`, { body: { reason: '再核对一遍' } })
    aheadMs += HOUR_MS
    const statusOf = async (id: string) => programmeOf(await office.as('inspector', `/staff/programmes/${id}`))
    await expect.poll(() => statusOf(back.programme.id)).toMatchObject({ schedule: { missed: { problem: 'review-required' } } })
    await expect.poll(() => statusOf(kept.programme.id)).toMatchObject({ status: 'published', versionNumber: 1, isChanged: true })
    expect(await titleForPublic(kept.programme.id)).toBe(kept.programme.title['zh-Hans'])
    expect((await office.lab.call(`/api/v1/programmes/${back.programme.id}`)).status).toBe(404)
  })
})
