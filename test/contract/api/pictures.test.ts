import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AssetId, PictureCrop, PictureId } from '@ulan/contract'
import { postersOfPicture } from '@ulan/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderClip } from '../../e2e/fixtures/clip.ts'
import { type ApiClient, sha256 } from '../../lab/api-client.ts'
import { createLab, type Lab, waitForAsset } from '../../lab/lab.ts'

const FILM = { seconds: 6, widthPx: 1280, heightPx: 720 } as const

let lab: Lab
let staff: ApiClient
let film: AssetId
beforeAll(async () => {
  lab = await createLab()
  staff = await lab.signIn()
  const { bytes, fileName } = await renderClip(FILM)
  film = (await staff.uploadAsset(bytes, fileName)).id
  await waitForAsset(staff, film)
}, 180_000)
afterAll(() => lab?.stop())

const plain = (widthPx: number, heightPx: number, background = '#2a6') =>
  sharp({ create: { width: widthPx, height: heightPx, channels: 3, background } })
const photo = (background?: string): Promise<Buffer> => plain(1600, 1200, background).jpeg().toBuffer()

async function ofFile(bytes: Buffer, crop?: PictureCrop) {
  const { uploadId } = await staff.upload(bytes, '海报.jpg')
  return await staff.call('createPicture', {
    body: { source: { kind: 'upload', uploadId, sha256: sha256(bytes) }, ...(crop && { crop }) },
  })
}
const ofFrame = (atSeconds: number, assetId: AssetId = film, crop?: PictureCrop) =>
  staff.call('createPicture', { body: { source: { kind: 'frame', assetId, atSeconds }, ...(crop && { crop }) } })
async function taken(made: Promise<Awaited<ReturnType<typeof ofFrame>>>): Promise<PictureId> {
  const result = await made
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.answer.id
}
const fetchAs = (client: ApiClient, id: PictureId, size: 'small' | 'medium' | 'large' = 'large') =>
  client.raw('GET', postersOfPicture(id)[size])

const staffHeaders = () => ({
  cookie: staff
    .cookies()
    .map(({ name, value }) => `${name}=${value}`)
    .join('; '),
})

describe('a picture of a file', () => {
  it('is kept in every size under its own address, for staff until a programme shows it', async () => {
    const id = await taken(ofFile(await photo()))
    for (const [size, widthPx] of [
      ['small', 480],
      ['medium', 960],
      ['large', 1920],
    ] as const) {
      const answer = await fetch(new URL(postersOfPicture(id)[size], lab.origin), { headers: staffHeaders() })
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
        200,
        'image/jpeg',
        'private, no-store',
      ])
      const { width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
      expect([width, height]).toEqual([widthPx, (widthPx * 9) / 16])
    }
    expect((await fetchAs(lab.visitor(), id)).status).toBe(404)
  })
  it('asked for twice is one, also after its upload is gone; another crop is another', async () => {
    const bytes = await plain(1600, 900)
      .composite([{ input: await plain(800, 900, '#a26').png().toBuffer(), left: 0, top: 0 }])
      .png()
      .toBuffer()
    const { uploadId } = await staff.upload(bytes, '海报.png')
    const body = { source: { kind: 'upload', uploadId }, crop: { left: 0, top: 0, width: 0.75, height: 0.75 } } as const
    const first = await staff.must('createPicture', { body })
    expect(await staff.must('createPicture', { body })).toEqual(first)
    // The same bytes once more are the same picture, whoever sends them.
    expect(await taken(ofFile(bytes, body.crop))).toBe(first.id)
    expect(await taken(ofFile(bytes, { ...body.crop, left: 0.25 }))).not.toBe(first.id)
  })

  it.each<[string, () => Promise<Buffer> | Buffer, string, string]>([
    [
      'a drawing with a script',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1920" height="1080"><script>alert(1)</script></svg>'),
      'not-a-picture',
      '请选择 JPEG、PNG、WebP 或 AVIF',
    ],
    ['a text', () => Buffer.from('这不是图片'), 'not-a-picture', '请选择 JPEG、PNG、WebP 或 AVIF'],
    ['an empty file', () => Buffer.alloc(0), 'empty-file', ''],
    ['a picture that is cut off', async () => (await photo()).subarray(0, 4_000), 'damaged-picture', '请重新导出'],
    ['a hundred million pixels in some kilobytes', () => plain(10_000, 10_000).png().toBuffer(), 'picture-too-large', '请缩小'],
    ['a small picture', () => plain(959, 539).png().toBuffer(), 'picture-too-small', '960×540'],
    [
      'a picture that moves',
      async () => {
        const frames = await Promise.all(['#a26', '#26a'].map((colour) => plain(1280, 720, colour).png().toBuffer()))
        return await sharp(frames, { join: { animated: true } })
          .webp()
          .toBuffer()
      },
      'animated-picture',
      '请选择静态图片',
    ],
    ['more bytes than a camera writes', async () => Buffer.concat([await photo(), Buffer.alloc(31 * 1024 * 1024)]), 'upload-too-large', ''],
  ])('%s is refused by name', async (_, make, problem, says) => {
    const refused = await ofFile(await make())
    if (refused.ok) throw new Error('it was taken')
    expect(refused.problem.type).toBe(`/problems/${problem}`)
    expect(refused.problem.title + (refused.problem.detail ?? '')).toContain(says)
  })

  it('a crop that leaves too little, reaches out or is not 16:9 is refused', async () => {
    for (const [crop, type] of [
      [{ left: 0, top: 0, width: 0.5, height: 0.375 }, 'picture-too-small'],
      [{ left: 0.5, top: 0, width: 0.8, height: 0.6 }, 'invalid-request'],
      [{ left: 0, top: 0, width: 1, height: 1 }, 'invalid-request'],
      [{ left: 0, top: 0, width: 2, height: 1 }, 'invalid-request'],
    ] as const) {
      const refused = await ofFile(await photo(), crop)
      expect(refused.ok ? 'taken' : refused.problem.type).toBe(`/problems/${type}`)
    }
  })

  it('an upload that is unknown, unfinished or of other bytes is refused', async () => {
    const of = (uploadId: string, sum?: string) =>
      staff.call('createPicture', { body: { source: { kind: 'upload', uploadId, ...(sum && { sha256: sum }) } } })
    expect(await of('0'.repeat(32))).toMatchObject({ ok: false, status: 404 })
    const { uploadId } = await staff.upload(await photo(), '海报.jpg')
    expect(await of(uploadId, '0'.repeat(64))).toMatchObject({ ok: false, problem: { type: '/problems/upload-hash-mismatch' } })
  })
})

describe('a picture of a film', () => {
  it('is of the moment that was asked for, and of what was cropped of it', async () => {
    const [first, again, later] = [await taken(ofFrame(1)), await taken(ofFrame(1)), await taken(ofFrame(5))]
    expect(again).toBe(first)
    expect(later).not.toBe(first)
    const cropped = await taken(ofFrame(1, film, { left: 0, top: 0, width: 0.75, height: 0.75 }))
    expect(new Set([first, later, cropped]).size).toBe(3)
    expect((await fetchAs(staff, first)).status).toBe(200)
  })
  it('is the one that stands at that moment, where the rate varies', async () => {
    // As of a screen that is filmed: nothing new between 1 and 3 s, nor between 3 and 5 s.
    const { bytes, fileName } = await renderClip({ ...FILM, pictures: 'lt(n,25)+eq(n,75)+gte(n,125)' })
    const slides = (await staff.uploadAsset(bytes, fileName)).id
    await waitForAsset(staff, slides)
    const [second, standing] = [await taken(ofFrame(0.96, slides)), await taken(ofFrame(2, slides))]
    expect(standing).toBe(second)
    expect(await taken(ofFrame(4.5, slides))).toBe(await taken(ofFrame(3.5, slides)))
    expect(await taken(ofFrame(3.5, slides))).not.toBe(second)
  }, 120_000)
  it('may be of its very end', async () => {
    expect(await taken(ofFrame(FILM.seconds))).toMatch(/^p/)
  })
  it('beyond its end is refused with how long it is; of no film, too', async () => {
    expect(await ofFrame(7)).toMatchObject({
      ok: false,
      problem: { errors: [{ path: 'source.atSeconds', code: 'moment-beyond-film', params: { clock: '0:06' } }] },
    })
    expect(await ofFrame(-1)).toMatchObject({ ok: false, status: 400 })
    expect(await ofFrame(1, 'nobody' as AssetId)).toMatchObject({
      ok: false,
      problem: { errors: [{ path: 'source.assetId', code: 'unknown-reference' }] },
    })
  })
})

describe('a picture of a film whose master went', () => {
  const WHOLE = { left: 0, top: 0, width: 1, height: 1 }
  const pixels = async (id: PictureId): Promise<Buffer> => {
    const { small } = postersOfPicture(id)
    const answer = await fetch(new URL(small, lab.origin), { headers: staffHeaders() })
    return await sharp(Buffer.from(await answer.arrayBuffer()))
      .greyscale()
      .raw()
      .toBuffer()
  }
  const difference = (one: Buffer, other: Buffer): number =>
    one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length

  it('is of the best that viewers get, and of the same moment to the frame', async () => {
    const ofMaster = await Promise.all([3, 3.04].map(async (at) => await pixels(await taken(ofFrame(at)))))
    await rm(join(lab.dataDir, 'media/masters', film), { recursive: true })
    const ofRung = await Promise.all([3, 3.04].map(async (at) => await pixels(await taken(ofFrame(at, film, WHOLE)))))
    for (const [index, mine] of ofRung.entries()) {
      const [same, other] = [ofMaster[index], ofMaster[1 - index]]
      if (same === undefined || other === undefined) throw new Error('no picture')
      expect(difference(mine, same)).toBeLessThan(difference(mine, other))
    }
  })
})

describe('a programme with a poster of its own', () => {
  const TITLE = { 'zh-Hans': '有海报的节目' }
  const card = async (id: string) => (await lab.visitor().must('readProgramme', { params: { id } })).posters
  const patch = async (id: string, rev: number, pictureId: PictureId | null) =>
    await staff.must('updateProgramme', { params: { id }, body: { rev, pictureId } })
  const publish = (id: string, rev: number) => staff.must('publishProgramme', { params: { id }, body: { rev } })

  it("shows it once that is published, the film's own again when it is cleared, and old versions keep theirs", async () => {
    const [one, other] = [await taken(ofFile(await photo('#611'))), await taken(ofFrame(3))]
    const draft = await staff.must('createProgramme', { body: { kind: 'performance', title: TITLE, assetId: film, pictureId: one } })
    expect(draft).toMatchObject({ pictureId: one, posters: postersOfPicture(one) })
    const { id } = draft
    await publish(id, draft.rev)
    expect(await card(id)).toEqual(postersOfPicture(one))
    const seen = await lab.visitor().raw('GET', postersOfPicture(one).medium)
    expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
    const changed = await patch(id, 2, other)
    expect(changed).toMatchObject({ isChanged: true, posters: postersOfPicture(other) })
    expect([await card(id), (await fetchAs(lab.visitor(), other)).status]).toEqual([postersOfPicture(one), 404])
    await publish(id, changed.rev)
    expect([await card(id), (await fetchAs(lab.visitor(), one)).status]).toEqual([postersOfPicture(other), 404])
    const { playback, home } = {
      playback: await lab.visitor().must('readPlayback', { params: { id } }),
      home: await lab.visitor().must('readHome', { query: { device: 'tv' } }),
    }
    expect(playback.posters).toEqual(postersOfPicture(other))
    expect(JSON.stringify(home)).toContain(postersOfPicture(other).small)
    const cleared = await patch(id, changed.rev + 1, null)
    expect(cleared).not.toHaveProperty('pictureId')
    await publish(id, cleared.rev)
    expect((await card(id))?.small).toContain(`/media/${film}/`)
    const { items } = await staff.must('listVersions', { params: { id } })
    expect(items.map(({ content }) => content.pictureId)).toEqual([undefined, other, one])
  })

  it('needs no film for it, and takes none that there is not', async () => {
    const id = await taken(ofFile(await photo('#161')))
    expect(await staff.must('createProgramme', { body: { kind: 'lecture', title: TITLE, pictureId: id } })).toMatchObject({
      posters: postersOfPicture(id),
    })
    const refused = await staff.call('createProgramme', {
      body: { kind: 'lecture', title: TITLE, pictureId: 'p0000000000000000' as PictureId },
    })
    expect(refused).toMatchObject({ ok: false, problem: { errors: [{ path: 'pictureId', code: 'unknown-reference' }] } })
  })

  it('a kill leaves what was made whole', async () => {
    const id = await taken(ofFile(await photo('#116')))
    await lab.kill9()
    await lab.restart()
    expect((await fetchAs(staff, id)).status).toBe(200)
    expect(await staff.call('createProgramme', { body: { kind: 'lecture', title: TITLE, pictureId: id } })).toMatchObject({ ok: true })
  })
})
