import { describe, expect, it } from 'vitest'
import type { Chapter } from './chapter.ts'
import { chapterProblems } from './chapter-problems.ts'

const chapter = (startSeconds: number, endSeconds: number, kind: Chapter['kind'] = 'law-explained'): Chapter => ({
  kind,
  startSeconds,
  endSeconds,
})
const OPENING = chapter(0, 12.5, 'opening')

describe('chapters of a film', () => {
  it.each([
    ['none', []],
    ['one', [OPENING]],
    ['one after another, with and without a gap', [OPENING, chapter(12.5, 40), chapter(50, 61)]],
  ])('may be %s', (_, chapters) => expect(chapterProblems(chapters, 61)).toEqual([]))

  it('end after they start', () => {
    const codes = [chapter(5, 5), chapter(9, 8)].map((one) => chapterProblems([one], undefined))
    expect(codes).toEqual([
      [{ path: 'chapters.0.endSeconds', code: 'chapter-end-before-start' }],
      [{ path: 'chapters.0.endSeconds', code: 'chapter-end-before-start' }],
    ])
  })
  it('stand in the order of the film', () => {
    expect(chapterProblems([chapter(20, 30), OPENING], undefined)).toEqual([
      { path: 'chapters.1.startSeconds', code: 'chapter-out-of-order' },
    ])
  })
  it('lie over no other, and the words say from when on there is room', () => {
    expect(chapterProblems([chapter(0, 64.5), chapter(64.4, 80)], undefined)).toEqual([
      { path: 'chapters.1.startSeconds', code: 'chapter-overlap', params: { clock: '1:05' } },
    ])
  })
  it('end with the film where its length is known', () => {
    expect(chapterProblems([OPENING, chapter(50, 61.1)], 61)).toEqual([
      { path: 'chapters.1.endSeconds', code: 'chapter-beyond-film', params: { clock: '1:01' } },
    ])
    expect(chapterProblems([chapter(50, 4000)], undefined)).toEqual([])
  })
  it('tell each fault at its own field', () => {
    const problems = chapterProblems([chapter(10, 5), chapter(8, 70)], 61)
    expect(problems.map(({ path, code }) => [path, code])).toEqual([
      ['chapters.0.endSeconds', 'chapter-end-before-start'],
      ['chapters.1.startSeconds', 'chapter-out-of-order'],
      ['chapters.1.endSeconds', 'chapter-beyond-film'],
    ])
  })
})
