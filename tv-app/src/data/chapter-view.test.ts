import type { Chapter } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import type { Say } from '../text/strings.ts'
import { chapterActions, chapterTarget } from './chapter-view.ts'

const OPENING: Chapter = { kind: 'opening', startSeconds: 0, endSeconds: 30 }
const LAW: Chapter = { kind: 'law-explained', startSeconds: 100, endSeconds: 160 }
const CREDITS: Chapter = { kind: 'credits', startSeconds: 180, endSeconds: 200 }
const say: Say = (key) => ({ text: key, locale: 'zh-Hans' })
const refs = (chapters: readonly Chapter[], seconds: number, areControlsShown: boolean) =>
  chapterActions(chapters, { seconds, areControlsShown }, say).map(({ ref }) => ref)

describe('the buttons of chapters', () => {
  it('over the film alone is the way past the opening, at its beginning', () => {
    expect([0, 7.9, 8, 31, 120].map((seconds) => refs([OPENING, LAW], seconds, false))).toEqual([
      ['SkipOpening'],
      ['SkipOpening'],
      [],
      [],
      [],
    ])
  })
  it('with the controls lead to the law too, from everywhere', () => {
    expect([20, 31, 120, 190].map((seconds) => refs([OPENING, LAW, CREDITS], seconds, true))).toEqual([
      ['SkipOpening', 'LawExplained'],
      ['LawExplained'],
      ['LawExplained'],
      ['LawExplained'],
    ])
  })
  it('are none where nothing is marked but the credits', () => {
    expect([refs([], 0, true), refs([CREDITS], 190, true)]).toEqual([[], []])
  })
  it('say what they do', () => {
    const [skip, law] = chapterActions([OPENING, LAW], { seconds: 1, areControlsShown: true }, say)
    expect([skip?.label.text, law?.label.text]).toEqual(['player:skipOpening', 'player:lawExplained'])
  })
})

describe('where they lead', () => {
  it.each([
    ['SkipOpening', 3, 30],
    ['SkipOpening', 20, 30],
    ['SkipOpening', 31, undefined],
    ['LawExplained', 3, 100],
    ['LawExplained', 190, 100],
    ['Replay', 3, undefined],
  ])('%s at %d s', (ref, seconds, target) => expect(chapterTarget([OPENING, LAW], ref, seconds)).toBe(target))
})
