import { expect, test } from 'vitest'
import { planAudios, planGain } from './audio-plan.ts'
import { DEFAULT_POLICY } from './ladder-policy.ts'
import { STEREO } from './source-fixtures.ts'

test.each([
  ['speech that is too quiet', { integratedLufs: -27.1, truePeakDbtp: -6.3 }, { gainDb: 4.1, isLimited: false }],
  ['music mastered for a disc', { integratedLufs: -9.2, truePeakDbtp: 0.4 }, { gainDb: -13.8, isLimited: false }],
  ['a hall with one loud clap', { integratedLufs: -31, truePeakDbtp: -3 }, { gainDb: 8, isLimited: true }],
  ['a whisper', { integratedLufs: -60, truePeakDbtp: -30 }, { gainDb: 20, isLimited: false }],
  ['silence', { integratedLufs: -70, truePeakDbtp: Number.NEGATIVE_INFINITY }, { gainDb: 0, isLimited: false }],
])('%s', (_name, loudness, gain) => {
  expect(planGain(loudness)).toEqual(gain)
})

test('each track has a name that outlives a corrected language, and only the first is the default', () => {
  const audios = planAudios([STEREO, { ...STEREO, streamIndex: 4, language: 'mn' }], 10, DEFAULT_POLICY)
  expect(audios.map(({ name, lowName, language, isDefault }) => [name, lowName, language, isDefault])).toEqual([
    ['audio', 'audio-low', 'zh', true],
    ['audio-2', 'audio-2-low', 'mn', false],
  ])
})
