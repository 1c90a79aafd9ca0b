import type { Chapter } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { chapterAt, chapterSpans, isInCredits, nextLawExplained, offeredOpening, placeToResume } from './chapters.ts'

const OPENING: Chapter = { kind: 'opening', startSeconds: 2, endSeconds: 32 }
const FIRST_LAW: Chapter = { kind: 'law-explained', startSeconds: 100, endSeconds: 160 }
const SECOND_LAW: Chapter = { kind: 'law-explained', startSeconds: 300, endSeconds: 340 }
const CREDITS: Chapter = { kind: 'credits', startSeconds: 380, endSeconds: 400 }
const CHAPTERS = [OPENING, FIRST_LAW, SECOND_LAW, CREDITS]

describe('chapterAt', () => {
  it.each([
    [0, undefined],
    [1.99, undefined],
    [2, OPENING],
    [31.99, OPENING],
    [32, undefined],
    [100, FIRST_LAW],
    [399.9, CREDITS],
    [400, undefined],
    [Number.NaN, undefined],
  ])('at %d s', (seconds, chapter) => expect(chapterAt(CHAPTERS, seconds)).toBe(chapter))
  it('goes from one to the next at the very moment', () => {
    const next: Chapter = { kind: 'law-explained', startSeconds: 32, endSeconds: 40 }
    expect(chapterAt([OPENING, next], 32)).toBe(next)
  })
})

describe('offeredOpening', () => {
  it.each([
    [1, undefined],
    [2, OPENING],
    [9.9, OPENING],
    [10, undefined],
    [31, undefined],
    [32, undefined],
    [120, undefined],
  ])('over the film alone, at %d s', (seconds, chapter) => expect(offeredOpening(CHAPTERS, seconds, false)).toBe(chapter))
  it.each([
    [1, undefined],
    [10, OPENING],
    [31.9, OPENING],
    [32, undefined],
    [120, undefined],
    [390, undefined],
  ])('with the controls, at %d s', (seconds, chapter) => expect(offeredOpening(CHAPTERS, seconds, true)).toBe(chapter))
})

describe('isInCredits', () => {
  it.each([
    [379.9, false],
    [380, true],
    [399.9, true],
    [400, false],
    [10, false],
  ])('at %d s: %s', (seconds, isIn) => expect(isInCredits(CHAPTERS, seconds)).toBe(isIn))
})

describe('placeToResume', () => {
  it('is where a film was left, but not in its credits', () => {
    expect([0, 379, 380, 399, 401].map((seconds) => placeToResume(CHAPTERS, seconds))).toEqual([0, 379, 0, 0, 401])
  })
})

describe('nextLawExplained', () => {
  it.each([
    [0, FIRST_LAW],
    [98.9, FIRST_LAW],
    // That near it has begun: a press again leads on.
    [99.5, SECOND_LAW],
    [100, SECOND_LAW],
    [150, SECOND_LAW],
    [300, FIRST_LAW],
    [399, FIRST_LAW],
  ])('from %d s', (seconds, chapter) => expect(nextLawExplained(CHAPTERS, seconds)).toBe(chapter))
  it('leads to the beginning of the only one from anywhere, and nowhere without one', () => {
    expect([0, 120, 399].map((seconds) => nextLawExplained([OPENING, FIRST_LAW], seconds))).toEqual([FIRST_LAW, FIRST_LAW, FIRST_LAW])
    expect(nextLawExplained([OPENING, CREDITS], 0)).toBeUndefined()
    expect(nextLawExplained([], 0)).toBeUndefined()
  })
})

describe('chapterSpans', () => {
  it('are fractions of the film, within it', () => {
    expect(chapterSpans([OPENING, CREDITS], 400)).toEqual([
      { kind: 'opening', from: 0.005, to: 0.08 },
      { kind: 'credits', from: 0.95, to: 1 },
    ])
    expect(chapterSpans([CREDITS], 390)).toEqual([{ kind: 'credits', from: 380 / 390, to: 1 }])
  })
  it.each([0, -1, Number.NaN])('are none while the length is %d', (seconds) => expect(chapterSpans(CHAPTERS, seconds)).toEqual([]))
})
