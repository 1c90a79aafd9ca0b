import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadTypefaces, type Typefaces } from '../text/typefaces.ts'
import { ARTWORK } from './artwork-table.ts'
import { drawPoster } from './draw-poster.ts'
import { mergeStills } from './scene.ts'

describe('posters', () => {
  let faces: Typefaces
  beforeAll(async () => {
    faces = await loadTypefaces()
  })

  it.each(ARTWORK.map((artwork) => [artwork.assetId, artwork] as const))(
    '%s is drawn the same every time, with sound references',
    (_id, artwork) => {
      const poster = drawPoster(artwork, faces)
      expect(drawPoster(artwork, faces)).toBe(poster)
      expect(poster).not.toMatch(/NaN|undefined|Infinity/)
      const defined = new Set([...poster.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]))
      const used = new Set([...poster.matchAll(/url\(#([^)]+)\)/g)].map((match) => match[1]))
      expect([...used].filter((id) => !defined.has(id))).toEqual([])
      expect(poster).not.toContain('<text')
    },
  )

  it('differ from each other', () => {
    expect(new Set(ARTWORK.map((artwork) => drawPoster({ ...artwork, title: '法', mongolian: '' }, faces))).size).toBe(ARTWORK.length)
  })

  it('are pictures of 1920×1080 px without a hole', async () => {
    const [first] = ARTWORK
    if (first === undefined) throw new Error('no artwork')
    const picture = sharp(Buffer.from(drawPoster(first, faces)))
    const { width, height } = await picture.metadata()
    expect([width, height]).toEqual([1920, 1080])
    expect((await picture.resize(480, 270).stats()).isOpaque).toBe(true)
  })
})

describe('scenes', () => {
  it.each(ARTWORK.map((artwork) => [artwork.assetId, artwork] as const))(
    '%s begins with an opaque ground and keeps all its drawings when merged',
    (_id, artwork) => {
      const scene = artwork.scene()
      expect(scene[0]).toMatchObject({ kind: 'still', glide: 0, top: 0 })
      const merged = mergeStills(scene)
      expect(merged.length).toBeLessThanOrEqual(scene.length)
      const drawn = (layers: typeof scene): string =>
        layers.map((layer) => (layer.kind === 'still' ? layer.svg : layer.frames.join(''))).join('')
      expect(drawn(merged)).toBe(drawn(scene))
    },
  )
})
