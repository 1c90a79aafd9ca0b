import type { AssetId } from '@ulan/contract'
import { assetIdSchema } from '@ulan/contract/schemas'
import type { Mood } from '../clip/tune.ts'
import type { Scene } from './scene.ts'
import { birchRoad } from './scenes/birch-road.ts'
import { campfire } from './scenes/campfire.ts'
import { caughtCard } from './scenes/caught-card.ts'
import { desertBride } from './scenes/desert-bride.ts'
import { doorOfLight } from './scenes/door-of-light.ts'
import { duskHerd } from './scenes/dusk-herd.ts'
import { hearthStory } from './scenes/hearth-story.ts'
import { milkTea } from './scenes/milk-tea.ts'
import { moonFiddle } from './scenes/moon-fiddle.ts'
import { openAirShow } from './scenes/open-air-show.ts'
import { redSilk } from './scenes/red-silk.ts'
import { riverBend } from './scenes/river-bend.ts'
import { roadDeparture } from './scenes/road-departure.ts'
import { snowTrain } from './scenes/snow-train.ts'
import { wildCar } from './scenes/wild-car.ts'
import { guiltyPuppy, strangerCall, villageShop } from './scenes/xiao-si-indoors.ts'
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
  artwork('clip-red-silk', redSilk, '红绸献宪法', 'ᠠᠨᠳᠠᠢ᠄ ᠦᠨᠳᠦᠰᠦᠨ ᠬᠠᠤᠯᠢ', { shade: '#06222c', mood: 'riding', seconds: 18 }),
  artwork('clip-one-iou', hearthStory, '一张借条', 'ᠦᠯᠢᠭᠡᠷ᠄ ᠢᠷᠭᠡᠨ᠎ᠦ ᠬᠠᠤᠯᠢ', { shade: '#1a0806', mood: 'calm', seconds: 20 }),
  artwork('clip-river-bend-song', riverBend, '河湾与羊群', 'ᠬᠥᠭᠡᠮᠡᠢ', { shade: '#123a2c', mood: 'calm', seconds: 20 }),
  artwork('clip-not-for-rent', caughtCard, '这张卡不借', '', { shade: '#1a0612', mood: 'playful', seconds: 16 }),
  artwork('clip-wages-come-home', snowTrain, '工钱回家', '', { shade: '#071a38', mood: 'riding', seconds: 18 }),
  artwork('clip-mothers-milk-tea', milkTea, '额吉的奶茶', '', { shade: '#1f0d08', mood: 'calm', seconds: 20 }),
  artwork('clip-door-of-light', doorOfLight, '一扇亮着的门', 'ᠬᠠᠤᠯᠢ ᠵᠦᠢ᠎ᠶᠢᠨ ᠲᠤᠰᠠᠯᠠᠮᠵᠢ', { shade: '#060b20', mood: 'calm', seconds: 18 }),
  artwork('clip-brides-pasture', desertBride, '嫁不走的草场', '', { shade: '#6b3a22', mood: 'riding', seconds: 18 }),
  artwork('clip-road-departure', roadDeparture, '出发', 'ᠬᠠᠤᠯᠢ ᠵᠠᠰᠠᠭ᠎ᠤᠨ ᠤᠯᠠᠭᠠᠨ ᠮᠥᠴᠢᠷ', { shade: '#141838', mood: 'riding', seconds: 16 }),
  artwork('clip-road-campfire', campfire, '篝火', 'ᠬᠠᠤᠯᠢ ᠵᠠᠰᠠᠭ᠎ᠤᠨ ᠤᠯᠠᠭᠠᠨ ᠮᠥᠴᠢᠷ', { shade: '#080a1c', mood: 'calm', seconds: 18 }),
  artwork('clip-road-homeward', birchRoad, '归途', 'ᠬᠠᠤᠯᠢ ᠵᠠᠰᠠᠭ᠎ᠤᠨ ᠤᠯᠠᠭᠠᠨ ᠮᠥᠴᠢᠷ', { shade: '#4a2a10', mood: 'riding', seconds: 16 }),
  artwork('clip-xiao-si-tracks', wildCar, '别轧我的草', 'ᠪᠡᠯᠴᠢᠭᠡᠷ᠎ᠦᠨ ᠬᠠᠤᠯᠢ', { shade: '#0b4a3a', mood: 'playful', seconds: 14 }),
  artwork('clip-xiao-si-stranger-call', strangerCall, '陌生来电', 'ᠬᠡᠦᠬᠡᠯᠳᠡᠢ᠎ᠶᠢᠨ ᠺᠢᠨᠣ', { shade: '#1a0f4a', mood: 'playful', seconds: 14 }),
  artwork('clip-xiao-si-puppy', guiltyPuppy, '小狗闯祸了', 'ᠬᠡᠦᠬᠡᠯᠳᠡᠢ᠎ᠶᠢᠨ ᠺᠢᠨᠣ', { shade: '#6b3208', mood: 'playful', seconds: 14 }),
  artwork('clip-xiao-si-shop', villageShop, '不卖给小孩', 'ᠬᠡᠦᠬᠡᠯᠳᠡᠢ᠎ᠶᠢᠨ ᠺᠢᠨᠣ', { shade: '#06363c', mood: 'playful', seconds: 14 }),
  artwork('poster-ulan-muqir', openAirShow, '法治乌兰牧骑', 'ᠬᠠᠤᠯᠢ ᠵᠠᠰᠠᠭ᠎ᠤᠨ ᠤᠯᠠᠭᠠᠨ ᠮᠥᠴᠢᠷ', {
    shade: '#0b1c30',
    mood: 'riding',
    seconds: 16,
  }),
  artwork('poster-xiao-si', xiaoSiMeadow, '小司来了', 'ᠬᠡᠦᠬᠡᠯᠳᠡᠢ᠎ᠶᠢᠨ ᠺᠢᠨᠣ', { shade: '#0b3d6b', mood: 'playful', seconds: 16 }),
]
