import { describe, expect, it } from 'vitest'
import { type CreditRow, creditRowsOf, creditsOf, moveUp, nextCredit, tidyCredits } from './credit-rows.ts'

const row = (role: CreditRow['role'], chinese = '', mongolian = '', cyrillic = ''): CreditRow => ({ role, chinese, mongolian, cyrillic })

describe('lines of the credits', () => {
  it('come back as they were, without texts that are empty', () => {
    const credits = [
      { role: 'writer' as const, names: { 'zh-Hans': '其其格、巴图' } },
      { role: 'director' as const, names: { 'zh-Hans': '乌日娜', 'mn-Mong': 'ᠪᠢᠴᠢᠭ', 'mn-Cyrl': 'Уран' } },
    ]
    expect(creditsOf(creditRowsOf(credits))).toEqual(credits)
    expect(creditRowsOf(undefined)).toEqual([])
  })
  it('that nobody filled in are left out, the others untouched', () => {
    const rows = [row('writer', '其其格'), row('director', '  '), row('host', '', '', 'Уран')]
    expect(tidyCredits(rows).map(({ role }) => role)).toEqual(['writer', 'host'])
    const full = rows.slice(0, 1)
    expect(tidyCredits(full)).toBe(full)
  })
  it('begin with the writer, and go on with the role that follows', () => {
    expect(nextCredit([]).role).toBe('writer')
    expect(nextCredit([row('writer', '其其格')]).role).toBe('director')
    expect(nextCredit([row('legal-adviser', '其其格')]).role).toBe('legal-adviser')
  })
  it('can be put further up, the first one not', () => {
    const rows = [row('writer', '一'), row('director', '二'), row('host', '三')]
    expect(moveUp(rows, 2).map(({ chinese }) => chinese)).toEqual(['一', '三', '二'])
    expect(moveUp(rows, 0)).toBe(rows)
  })
})
