import { expect, it } from 'vitest'
import { buildSnapshot } from './build-snapshot.ts'
import { FIXTURE_CATALOGUE, fixtureAsset } from './catalogue-fixture.ts'
import { namesVersion } from './named-versions.ts'

it('a snapshot names the version that it plays, and older ones in which subtitles or small pictures lie', () => {
  const asset = {
    ...fixtureAsset('clip-song'),
    version: 30,
    playlistUrl: '/media/clip-song/30/master.m3u8',
    storyboardUrl: '/media/clip-song/10/storyboard/index.vtt',
    subtitles: [{ trackId: 't', language: 'zh-Hans', url: '/media/clip-song/20/cues/cues.vtt' }],
  }
  const snapshot = buildSnapshot({ ...FIXTURE_CATALOGUE, assets: new Map([[asset.id, asset]]) }, 'id')
  const named = [1, 3, 10, 20, 30, 300].filter((version) => namesVersion(snapshot, asset.id, version))
  expect(named).toEqual([10, 20, 30])
  expect(namesVersion(snapshot, fixtureAsset('nobody').id, 30)).toBe(false)
})
