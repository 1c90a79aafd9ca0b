import type { AssetId } from '@ulan/contract'
import { assetIdSchema } from '@ulan/contract/schemas'
import type { Mood } from '../clip/tune.ts'
import type { Scene } from './scene.ts'
import { duskHerd } from './scenes/dusk-herd.ts'
import { moonFiddle } from './scenes/moon-fiddle.ts'
import { xiaoSiMeadow } from './scenes/xiao-si-meadow.ts'

/** The look and sound of one asset: its scene, the words on it, and the kind of tune of its clip. */
export type Artwork = {
  readonly assetId: AssetId
  readonly scene: () => Scene
  /** Chinese first and at least as large; both stand in columns at the right. */
  readonly title: string
  /** Traditional script; empty where no word has a source. */
  readonly mongolian: string
  /** Darkens the ground behind the words. */
  readonly shade: string
  readonly mood: Mood
  /** Length of the clip, whole seconds. */
  readonly seconds: number
}

type Look = { readonly shade: string; readonly mood: Mood; readonly seconds: number }

const artwork = (id: string, scene: () => Scene, title: string, mongolian: string, look: Look): Artwork => ({
  assetId: assetIdSchema.parse(id),
  scene,
  title,
  mongolian,
  ...look,
})

export const ARTWORK: readonly Artwork[] = [
  artwork('clip-moonlit-fiddle', moonFiddle, '琴声里的调解', 'ᠮᠣᠷᠢᠨ ᠬᠤᠭᠤᠷ', { shade: '#040b1d', mood: 'calm', seconds: 20 }),
  artwork('clip-grassland-law-song', duskHerd, '草原法之歌', 'ᠬᠣᠯᠪᠣᠭ᠎ᠠ᠄ ᠪᠡᠯᠴᠢᠭᠡᠷ᠎ᠦᠨ ᠬᠠᠤᠯᠢ', {
    shade: '#1f0b22',
    mood: 'riding',
    seconds: 20,
  }),
  artwork('poster-xiao-si', xiaoSiMeadow, '小司来了', 'ᠬᠡᠦᠬᠡᠯᠳᠡᠢ᠎ᠶᠢᠨ ᠺᠢᠨᠣ', { shade: '#0b3d6b', mood: 'playful', seconds: 16 }),
]
