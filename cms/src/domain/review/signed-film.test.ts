import { expect, it } from 'vitest'
import { fixtureAsset } from '../snapshot/catalogue-fixture.ts'
import { filmForPublic, isOtherFilm, signFilm } from './signed-film.ts'

const asset = { ...fixtureAsset('clip-one'), sha256: 'a' }
const cues = {
  id: 't1',
  kind: 'cues' as const,
  language: 'mn-Mong',
  offsetMs: 0,
  fileName: 'a.vtt',
  addedAt: '',
  state: 'published' as const,
}
const withCues = {
  ...asset,
  version: 2,
  playlistUrl: '/media/clip-one/2/master.m3u8',
  tracks: [cues],
  subtitles: [{ trackId: 't1', language: 'mn-Mong', url: '/media/clip-one/2/cues/cues.vtt' }],
}

it('a film that was signed gets further rungs and other posters, and nothing that somebody added', () => {
  const film = signFilm(asset)
  const higher = { ...asset, version: 2, playlistUrl: '/media/clip-one/2/master.m3u8' }
  expect([isOtherFilm(higher, film), filmForPublic(higher, film)]).toEqual([false, higher])
  const posters = { small: '/s', medium: '/m', large: '/l' }
  expect(isOtherFilm(withCues, film)).toBe(true)
  expect(filmForPublic({ ...withCues, posters }, film)).toMatchObject({
    version: 1,
    playlistUrl: asset.playlistUrl,
    subtitles: [],
    posters,
  })
})

it('subtitles that were signed stay when somebody takes them away', () => {
  expect(filmForPublic(asset, signFilm(withCues))).toMatchObject({ version: 2, subtitles: withCues.subtitles })
})

it('what nobody signed is shown as it is', () => expect(filmForPublic(withCues, undefined)).toBe(withCues))

it('one that is still being made is kept without what it lacks', () => {
  expect(Object.values(signFilm(fixtureAsset('clip-late', 'encoding')))).not.toContain(undefined)
})
