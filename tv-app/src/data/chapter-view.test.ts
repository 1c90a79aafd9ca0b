import type { Chapter, ProgrammeDetail } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import type { Say } from '../text/strings.ts'
import { chapterActions, chapterTarget } from './chapter-view.ts'

const OPENING: Chapter = { kind: 'opening', startSeconds: 0, endSeconds: 30 }
const LAW: Chapter = { kind: 'law-explained', startSeconds: 100, endSeconds: 160 }
const CREDITS: Chapter = { kind: 'credits', startSeconds: 180, endSeconds: 200 }
const say: Say = (key) => ({ text: key, locale: 'zh-Hans' })
const refs = (chapters: readonly Chapter[], seconds: number, areControlsShown: boolean) =>
  chapterActions({ chapters }, { seconds, areControlsShown }, say).map(({ ref }) => ref)

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
    const [skip, law] = chapterActions({ chapters: [OPENING, LAW] }, { seconds: 1, areControlsShown: true }, say)
    expect([skip?.label.text, law?.label.text]).toEqual(['player:skipOpening', 'player:lawExplained'])
  })
})

describe('the credits', () => {
  /** Ids carry a brand that only the contract's validators give. */
  const programme = (more: object): ProgrammeDetail => ({ id: 'one', ...more }) as unknown as ProgrammeDetail
  const next = { card: { kind: 'programme', id: 'two', isPlayable: true } }
  const onward = (more: object, seconds: number, areControlsShown = false) =>
    chapterActions({ chapters: [LAW, CREDITS], programme: programme(more) }, { seconds, areControlsShown }, say)

  it('lead on to the quiz and the next episode, with the controls and without, and no earlier', () => {
    const both = { quiz: {}, nextEpisode: next }
    expect([179, 180, 199].map((seconds) => onward(both, seconds).map(({ ref }) => ref))).toEqual([
      [],
      ['Quiz', 'NextEpisode'],
      ['Quiz', 'NextEpisode'],
    ])
    expect(onward(both, 190, true).map(({ ref }) => ref)).toEqual(['Quiz', 'NextEpisode'])
  })
  it('lead to the start of the next episode', () => {
    expect(onward({ nextEpisode: next }, 190)).toMatchObject([
      { isPrimary: true, target: { kind: 'open', route: { page: 'play', id: 'two', fromStart: true } } },
    ])
  })
  it('lead nowhere where nothing comes after them: the way to the law stays', () => {
    expect(onward({}, 190)).toEqual([])
    expect(onward({ nextEpisode: { card: { ...next.card, isPlayable: false } } }, 190, true).map(({ ref }) => ref)).toEqual([
      'LawExplained',
    ])
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
