import { playbackSchema, programmeIdSchema } from '@ulan/contract/schemas'
import { describe, expect, it } from 'vitest'
import { buildSnapshot } from './build-snapshot.ts'
import { FIXTURE_CATALOGUE, fixtureAsset, fixtureProgramme } from './catalogue-fixture.ts'
import { presentRead } from './present-read.ts'

const snapshot = buildSnapshot(FIXTURE_CATALOGUE, 'v1')
const programme = (id: string) => programmeIdSchema.parse(id)

describe('playback', () => {
  const playback = (id: string) => presentRead(snapshot, { kind: 'playback', id: programme(id) })
  it('names the playlist, the quiz at the end and the next episode', () => {
    expect(playbackSchema.parse(playback('song'))).toMatchObject({
      playlistUrl: '/media/clip-song/1/master.m3u8',
      marks: [{ kind: 'quiz', atSeconds: 61 }],
    })
    expect(playback('ep-one')).toMatchObject({ nextProgrammeId: 'ep-two', marks: [] })
    expect(playback('ep-two')).not.toHaveProperty('nextProgrammeId')
  })
  it('is not there while the clip is being prepared', () => {
    expect(playback('sketch')).toBeUndefined()
    expect(playback('lecture')).toBeUndefined()
  })
  it('carries the subtitles that a client draws itself, by the name of their language', () => {
    const subtitles = [
      { trackId: 'a', language: 'mn-Mong', url: '/media/clip-song/1/cues/cues.vtt' },
      { trackId: 'b', language: 'ja', url: '/media/clip-song/1/cues-2/cues.vtt' },
    ]
    const assets = new Map([...FIXTURE_CATALOGUE.assets, [fixtureAsset('clip-song').id, { ...fixtureAsset('clip-song'), subtitles }]])
    const shown = presentRead(buildSnapshot({ ...FIXTURE_CATALOGUE, assets }, 'v6'), { kind: 'playback', id: programme('song') })
    expect(playbackSchema.parse(shown).subtitles).toEqual([{ locale: 'mn-Mong', name: '蒙古文', url: '/media/clip-song/1/cues/cues.vtt' }])
  })
  it('names the small pictures to seek by, where the clip has them', () => {
    const clip = { ...fixtureAsset('clip-song'), storyboardUrl: '/media/clip-song/1/storyboard/index.vtt' }
    const assets = new Map([...FIXTURE_CATALOGUE.assets, [clip.id, clip]])
    const shown = presentRead(buildSnapshot({ ...FIXTURE_CATALOGUE, assets }, 'v7'), { kind: 'playback', id: programme('song') })
    expect(playbackSchema.parse(shown).storyboardUrl).toBe(clip.storyboardUrl)
    expect(playback('song')).not.toHaveProperty('storyboardUrl')
  })
  it('tells the chapters of the film as far as the film goes', () => {
    const chapter = (kind: string, startSeconds: number, endSeconds: number) => ({ kind, startSeconds, endSeconds })
    const withChapters = (chapters: readonly object[]) => {
      const song = fixtureProgramme({ id: 'song', assetId: 'clip-song', chapters })
      const programmes = new Map([...FIXTURE_CATALOGUE.programmes, [song.id, song]])
      return presentRead(buildSnapshot({ ...FIXTURE_CATALOGUE, programmes }, 'v8'), { kind: 'playback', id: programme('song') })
    }
    const opening = chapter('opening', 0, 12.5)
    const shown = withChapters([opening, chapter('law-explained', 40, 75), chapter('credits', 61, 80)])
    expect(playbackSchema.parse(shown).chapters).toEqual([opening, chapter('law-explained', 40, 61)])
    expect(withChapters([chapter('credits', 70, 80)])).not.toHaveProperty('chapters')
    expect(playback('song')).not.toHaveProperty('chapters')
  })
  it('takes the length from the source when the asset has none yet', () => {
    const clip = fixtureAsset('clip-song')
    const { durationSeconds: _durationSeconds, ...bare } = clip
    const source = { widthPx: 2, heightPx: 2, durationSeconds: 7, frameRate: { numerator: 25, denominator: 1 }, videoCodec: 'h264' }
    const lengths = [{ ...bare, source }, bare].map((asset) => {
      const assets = new Map([...FIXTURE_CATALOGUE.assets, [clip.id, asset]])
      return presentRead(buildSnapshot({ ...FIXTURE_CATALOGUE, assets }, 'v5'), { kind: 'playback', id: programme('song') })
    })
    expect(lengths).toMatchObject([{ durationSeconds: 7 }, { durationSeconds: 0 }])
  })
})
