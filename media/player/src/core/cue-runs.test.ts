import { expect, test } from 'vitest'
import { splitCueRuns } from './cue-runs.ts'

test('words of Mongolian stay together with their suffixes, and apart from Chinese and figures', () => {
  expect(splitCueRuns('ᠪᠡᠯᠴᠢᠭᠡᠷ᠎ᠦᠨ ᠬᠠᠤᠯᠢ 草原法 12')).toEqual([
    { text: 'ᠪᠡᠯᠴᠢᠭᠡᠷ᠎ᠦᠨ ᠬᠠᠤᠯᠢ', isMongolian: true },
    { text: ' 草原法 12', isMongolian: false },
  ])
  expect(splitCueRuns('第2集：ᠬᠠᠤᠯᠢ\u202Fᠶᠢᠨ').map(({ isMongolian }) => isMongolian)).toEqual([false, true])
})

test.each(['', ' ', '草原', 'ᠬᠠᠤᠯᠢ', ' ᠬᠠᠤᠯᠢ \n ᠬᠠᠤᠯᠢ。', '\u180E\u202F'])('nothing of “%s” is lost', (text) => {
  expect(
    splitCueRuns(text)
      .map((run) => run.text)
      .join(''),
  ).toBe(text)
})
