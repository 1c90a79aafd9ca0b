import { expect, test } from 'vitest'
import { planAddition, type Track, type Wishes } from './addition-plan.ts'
import { AV1_POLICY, DEFAULT_POLICY, HDR_POLICY } from './ladder-policy.ts'
import { COARSER_BY_CRF } from './measure-plan.ts'
import type { SourceDescription } from './source-description.ts'
import { sourceOf } from './source-fixtures.ts'
import { planTranscode, settlePlan, type TranscodePlan } from './transcode-plan.ts'

function published(source: SourceDescription, policy = DEFAULT_POLICY): TranscodePlan {
  const outcome = planTranscode(source, policy)
  if (outcome.kind !== 'planned') throw new Error(outcome.reason)
  return outcome.plan
}
const NOTHING: Wishes = { tracks: [], languages: {}, ladders: [] }
const sound = (id: string, more: object = {}): Track => ({
  ...{ kind: 'audio', id, language: 'mn', offsetMs: 0, demuxer: 'mov', streamIndex: 0, channels: 2, firstSeconds: 0 },
  ...more,
})
const cues = (id: string, offsetMs = 0): Track => ({ kind: 'cues', id, language: 'mn-Mong', offsetMs })
/** The plan in which a version that was planned so is published, and what is added to it. */
const added = (plan: TranscodePlan, wishes: Partial<Wishes>, version = 7): TranscodePlan => {
  const next = planAddition(plan, version, { ...NOTHING, ...wishes })
  if (next === undefined) throw new Error('nothing to add')
  return next
}
const unitsOf = ({ units }: TranscodePlan) =>
  units.map((unit) => (unit.kind === 'video' ? `${unit.firstSegment}+${unit.segmentCount} ${unit.rungNames.join(' ')}` : unit.name))
const namesOf = ({ rungs }: TranscodePlan) => rungs.map(({ name }) => name)

const film = published(sourceOf({}, 20))
const uhd = sourceOf({ widthPx: 3840, heightPx: 2160, codec: 'hevc', transfer: 'pq' }, 20)

test('nothing is planned when the version has all that is wished for', () => {
  expect(planAddition(film, 7, NOTHING)).toBeUndefined()
  const all = { ...DEFAULT_POLICY, av1: AV1_POLICY }
  expect(planAddition(published(sourceOf({}, 20), all), 7, { ...NOTHING, ladders: ['av1', 'hdr'] })).toBeUndefined()
})

test('an added sound is the only thing that is made, under a name that nobody has', () => {
  const next = added(film, { tracks: [sound('a')] })
  expect([unitsOf(next), next.base]).toEqual([['audio-2'], 7])
  expect(next.audios.map(({ name, isDefault }) => `${name} ${isDefault}`)).toEqual(['audio true', 'audio-2 false'])
  // Again with another language: a word in a playlist.
  const again = added(next, { tracks: [sound('a', { language: 'bo' })] }, 8)
  expect([unitsOf(again), again.audios[1]?.language, again.base]).toEqual([[], 'bo', 8])
  // At another place in time it is another sound.
  expect(unitsOf(added(next, { tracks: [sound('a', { offsetMs: 40 })] }, 8))).toEqual(['audio-3'])
})

test('a silent film plays the first sound that it was given', () => {
  const next = added(published(sourceOf({}, 20, [])), { tracks: [sound('a'), sound('b')] })
  expect(next.audios.map(({ name, isDefault }) => `${name} ${isDefault}`)).toEqual(['audio true', 'audio-2 false'])
})

test('subtitles keep their names while they stay what they are', () => {
  const first = added(film, { tracks: [cues('a'), cues('b')] })
  expect(first.cues?.map(({ name, trackId }) => `${name} ${trackId}`)).toEqual(['cues a', 'cues-2 b'])
  const second = added(first, { tracks: [cues('b'), cues('a', 500)] }, 8)
  expect(second.cues?.map(({ name, trackId }) => `${name} ${trackId}`)).toEqual(['cues-2 b', 'cues-3 a'])
  expect(unitsOf(second)).toEqual([])
})

test('a ladder is added rung by rung, and no rung that is there is made again', () => {
  const next = added(film, { ladders: ['av1'] })
  expect(namesOf(next)).toEqual([...namesOf(film), '240p-av1', '540p-av1', '1080p-av1'])
  expect(unitsOf(next)).toEqual(['0+5 240p-av1 540p-av1', '0+5 1080p-av1'])
  expect(next.policy.av1).toEqual(AV1_POLICY)
  expect(next.reasons.at(-1)).toEqual({ code: 'av1-wanted' })
  // What is added to it later leaves it alone, whether it is still wished for or not.
  const later = added(next, { tracks: [sound('a')] }, 8)
  expect([namesOf(later), unitsOf(later)]).toEqual([namesOf(next), ['audio-2']])
})

test('the colours of a film that was only tone-mapped can be had later; a film without them has none to give', () => {
  const next = added(published(uhd), { ladders: ['hdr'] })
  expect(unitsOf(next)).toEqual(['0+5 540p-hdr', '0+5 1080p-hdr', '0+5 2160p-hdr'])
  expect(next.policy.hdr).toEqual(HDR_POLICY)
  const codes = next.reasons.map(({ code }) => code)
  expect([codes.includes('hdr-kept'), codes.includes('hdr-tone-mapped')]).toEqual([true, false])
  expect(planAddition(film, 7, { ...NOTHING, ladders: ['hdr'] })).toBeUndefined()
})

test('an added ladder follows what measuring found for the film', () => {
  const plan = published(sourceOf({}, 180))
  const { crf } = DEFAULT_POLICY.h264
  const points = { '240p': [90, 12], '360p': [170, 15.5], '540p': [330, 18.4], '720p': [520, 19.9], '1080p': [900, 21] } as const
  const measured = [
    ...Object.entries(points).map(([name, [kbps, ssimDb]]) => ({ name, crf, bitrateBps: kbps * 1000, ssimDb })),
    { name: '1080p', crf: crf + COARSER_BY_CRF, bitrateBps: 600_000, ssimDb: 19.6 },
  ]
  const next = added(settlePlan(plan, measured), { ladders: ['av1'] })
  expect(next.rungs.filter(({ codec }) => codec === 'av1').map((rung) => rung.crf - AV1_POLICY.crf)).toEqual([5, 5, 5])
})
