import { expect, it } from 'vitest'
import { contentOf } from '../programme/kept-programme.ts'
import { signFilm } from '../review/signed-film.ts'
import { buildSnapshot } from './build-snapshot.ts'
import { FIXTURE_CATALOGUE, fixtureAsset, fixtureProgramme } from './catalogue-fixture.ts'
import { keepsVersion, namesVersion } from './named-versions.ts'

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

it('a programme keeps the version that was signed for it, when it goes out and after it was taken down', () => {
  const asset = fixtureAsset('clip-song')
  const programme = fixtureProgramme({ id: 'one', status: 'taken-down', assetId: asset.id })
  const signed = { content: contentOf(programme), film: signFilm(asset) }
  const by = { id: '1'.repeat(24) as never, email: 'a@example.org', name: '乌云', role: 'publisher' as const } // as the store makes them
  const kept = [
    { ...programme, lastVersion: { ...signed, number: 1, rev: 1, publishedAt: programme.createdAt } },
    { ...programme, schedule: { publish: { ...signed, at: '2099-12-04T00:00:00.000Z', by } } },
  ]
  for (const one of kept) expect([1, 2].map((version) => keepsVersion(one, asset.id, version))).toEqual([true, false])
  expect(keepsVersion(programme, asset.id, 1)).toBe(false)
})
