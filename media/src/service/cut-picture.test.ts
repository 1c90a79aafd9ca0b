import sharp, { type Sharp, type SharpOptions } from 'sharp'
import { describe, expect, it, test } from 'vitest'
import { pictureKindOf } from '../poster/picture-kind.ts'
import type { Posters } from '../poster/poster-writer.ts'
import { cutPicture } from './cut-picture.ts'

const RED = { r: 200, g: 30, b: 30 }
const BLUE = { r: 30, g: 30, b: 200 }

/** Left half red, right half blue. */
const halves = (widthPx: number, heightPx: number): Sharp =>
  sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: RED } }).composite([
    { input: { create: { width: widthPx / 2, height: heightPx, channels: 3, background: BLUE } }, left: widthPx / 2, top: 0 },
  ])

async function cut(picture: Buffer, crop?: Parameters<typeof cutPicture>[1]): Promise<Posters> {
  const made = await cutPicture(picture, crop, 'upload')
  if (made.kind === 'refused') throw new Error(made.problem)
  return made.value
}
async function look({ files }: Posters) {
  const [small, , large] = files
  const sizes = await Promise.all(files.map(async ({ bytes }) => sharp(bytes).metadata()))
  const colourAt = async (left: number): Promise<'red' | 'blue' | 'other'> => {
    const [red = 0, , blue = 0] = await sharp(small?.bytes).extract({ left, top: 130, width: 4, height: 4 }).raw().toBuffer()
    return red > 150 && blue < 80 ? 'red' : blue > 150 && red < 80 ? 'blue' : 'other'
  }
  const words = await sharp(large?.bytes).metadata()
  return { sizes: sizes.map(({ width, height }) => `${width}×${height}`), left: await colourAt(20), right: await colourAt(450), words }
}

describe('a picture', () => {
  it('becomes posters of every size, from what was chosen of it', async () => {
    const photo = await halves(4000, 3000).jpeg().toBuffer()
    expect(await look(await cut(photo))).toMatchObject({ sizes: ['480×270', '960×540', '1920×1080'], left: 'red', right: 'blue' })
    expect(await look(await cut(photo, { left: 0.5, top: 0, width: 0.5, height: 0.375 }))).toMatchObject({ left: 'blue', right: 'blue' })
  })
  it('is turned as its camera was held, and the crop is of what people see', async () => {
    const stored = await halves(3000, 4000).jpeg().toBuffer()
    // Its left is the top of what people see.
    const upright = await sharp(stored).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const seen = (await sharp(upright).metadata()).orientation
    expect(seen).toBe(6)
    const top = { left: 0, top: 0, width: 0.5, height: (0.5 * 4000 * 9) / 16 / 3000 }
    expect(await look(await cut(upright, top))).toMatchObject({ left: 'red', right: 'red' })
  })
  it('keeps nothing of what was written beside its pixels, and its colours are sRGB', async () => {
    const told = await halves(1920, 1080)
      .withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitude: '40/1 50/1 0/1' } })
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    const { words } = await look(await cut(told))
    expect([words.exif, words.icc, words.xmp, words.space]).toEqual([undefined, undefined, undefined, 'srgb'])
  })
  it.each(['png', 'webp', 'avif', 'jpeg'] as const)('may be %s', async (format) => {
    const bytes = await halves(1280, 720).toFormat(format).toBuffer()
    expect(pictureKindOf(bytes)).toBe(format)
    expect(await look(await cut(bytes))).toMatchObject({ left: 'red', right: 'blue' })
  })
  it('may be of four colours or with holes, which are white', async () => {
    const print = await halves(1280, 720).toColourspace('cmyk').jpeg().toBuffer()
    expect((await look(await cut(print))).words).toMatchObject({ channels: 3, space: 'srgb' })
    const empty = await sharp({ create: { width: 1280, height: 720, channels: 4, background: '#0000' } })
      .png()
      .toBuffer()
    const [first] = (await cut(empty)).files
    expect([...(await sharp(first?.bytes).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255])
  })
  it('has one name for one look, and another for another', async () => {
    const photo = await halves(1920, 1080).jpeg().toBuffer()
    const right = { left: 0.4, top: 0.2, width: 0.5, height: 0.5 }
    expect((await cut(photo)).name).toBe((await cut(photo)).name)
    expect((await cut(photo, right)).name).not.toBe((await cut(photo)).name)
  })
})

describe('a picture that cannot be one', () => {
  const refusal = async (picture: Buffer, crop?: Parameters<typeof cutPicture>[1]) => {
    const made = await cutPicture(picture, crop, 'upload')
    return made.kind === 'refused' ? made.problem : 'taken'
  }
  it('is cut off', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const noise = await sharp({
        create: { width: 1920, height: 1080, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 40 } },
      } as SharpOptions)
        .toFormat(format)
        .toBuffer()
      expect(await refusal(noise.subarray(0, noise.length / 2)), format).toBe('damaged-picture')
      expect(await refusal(noise.subarray(0, 40)), format).toBe('damaged-picture')
    }
  })
  it('has a hundred million pixels: its header is enough to know', async () => {
    const bomb = await sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: RED } })
      .png()
      .toBuffer()
    expect(bomb.length).toBeLessThan(2_000_000)
    const before = process.memoryUsage().rss
    expect(await refusal(bomb)).toBe('picture-too-large')
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
  })
  it('is small, or what is left of it is', async () => {
    expect(await refusal(await halves(800, 450).jpeg().toBuffer())).toBe('picture-too-small')
    const corner = { left: 0, top: 0, width: 0.4, height: 0.4 }
    expect(await refusal(await halves(1920, 1080).jpeg().toBuffer(), corner)).toBe('picture-too-small')
  })
  it('moves', async () => {
    const frame = (background: typeof RED) =>
      sharp({ create: { width: 1280, height: 720, channels: 3, background } })
        .png()
        .toBuffer()
    const moving = await sharp([await frame(RED), await frame(BLUE)], { join: { animated: true } })
      .webp()
      .toBuffer()
    expect(await refusal(moving)).toBe('animated-picture')
  })
  it('has a crop that is not 16:9', async () => {
    expect(await refusal(await halves(1920, 1080).jpeg().toBuffer(), { left: 0, top: 0, width: 0.5, height: 1 })).toBe('invalid-request')
  })
})

test.each([
  ['a drawing that runs a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['words', '这不是图片'],
  ['nothing', ''],
  ['a GIF', 'GIF89a'],
  ['a film', '\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41'],
  ['sound in the same kind of box as WebP', 'RIFF\0\0\0\0WAVEfmt '],
])('%s is no picture by its first bytes', (_, text) => {
  expect(pictureKindOf(Buffer.from(text))).toBeUndefined()
})
