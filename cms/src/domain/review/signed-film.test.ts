import { expect, it } from 'vitest'
import { fixtureAsset } from '../snapshot/catalogue-fixture.ts'
import { filmForPublic, isOtherFilm, isSettled, signFilm } from './signed-film.ts'

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

it('subtitles that somebody adds and takes away again before the next version is made are not shown meanwhile', () => {
  const film = signFilm(asset)
  const between = { ...withCues, tracks: [] }
  expect([isOtherFilm(between, film), filmForPublic(between, film).subtitles]).toEqual([true, []])
})

it.each<[string, Parameters<typeof isSettled>[0], boolean]>([
  ['as it was sent', asset, true],
  ['with subtitles that it plays', withCues, true],
  ['with subtitles that are still to come', { ...withCues, subtitles: [], tracks: [{ ...cues, state: 'waiting' }] }, false],
  ['with subtitles that are to go', { ...withCues, tracks: [] }, false],
  ['that is still being made', fixtureAsset('clip-late', 'encoding'), false],
])('a film %s can be signed: %s', (_how, film, expected) => expect(isSettled(film)).toBe(expected))
