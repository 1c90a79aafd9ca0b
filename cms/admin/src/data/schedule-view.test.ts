import type { ScheduleEntry } from '@ulan/contract'
import { expect, it } from 'vitest'
import { filterEntries, isOverdue } from './schedule-view.ts'

it.each([
  ['2026-12-04T00:00:00Z', undefined, false],
  ['2026-12-03T23:59:00Z', undefined, false],
  ['2026-12-03T23:58:59Z', undefined, true],
  ['2026-12-03T00:00:00Z', 'review-required', false],
])('what was due at %s (%s) is late at eight: %s', (at, problem, expected) => {
  expect(isOverdue({ at, problem }, new Date('2026-12-04T00:00:00Z'))).toBe(expected)
})

it('what is planned is looked through by what will happen, and by title', () => {
  const entry = (title: string, act: ScheduleEntry['act'], problem?: string) =>
    ({ title: { 'zh-Hans': title, 'mn-Mong': 'ᠬᠠᠤᠯᠢ' }, act, ...(problem && { problem }) }) as ScheduleEntry // what is read of one
  const entries = [entry('宪法讲座', 'publish'), entry('草原之歌', 'take-down'), entry('宪法之歌', 'publish', 'review-required')]
  const titles = (...wish: [Parameters<typeof filterEntries>[1], string]) =>
    filterEntries(entries, ...wish).map(({ title }) => title['zh-Hans'])
  expect(titles('all', '')).toHaveLength(3)
  expect([titles('publish', ''), titles('take-down', ''), titles('missed', '')]).toEqual([['宪法讲座'], ['草原之歌'], ['宪法之歌']])
  expect([titles('all', '之歌'), titles('publish', '之歌'), titles('all', 'ᠬᠠᠤᠯᠢ').length]).toEqual([['草原之歌', '宪法之歌'], [], 3])
})
