import { describe, expect, it } from 'vitest'
import { assetId, programmeWith, seriesId } from '../test-records.ts'
import {
  afterSave,
  changeEdit,
  checkEdit,
  checkForm,
  completeEdit,
  currentBlockers,
  followServer,
  isDirty,
  mergeEdit,
  type ProgrammeEdit,
  sortErrors,
  startEdit,
  tidyEdit,
} from './programme-edit.ts'
import { formOf } from './programme-form.ts'

const FIRST = programmeWith()
const typed = (change: Partial<ProgrammeEdit['mine']>): ProgrammeEdit => {
  const edit = startEdit(FIRST)
  return { ...edit, mine: { ...edit.mine, ...change } }
}

describe('followServer', () => {
  it('moves the base when only other things changed, and keeps what was typed', () => {
    const edit = typed({ titleChinese: '新标题' })
    const followed = followServer(edit, programmeWith({ rev: 2, assetId: assetId('a-1') }))
    expect(followed).toEqual({ ...edit, baseRev: 2 })
  })
  it('takes new words over into an untouched form', () => {
    const followed = followServer(startEdit(FIRST), programmeWith({ rev: 2, title: { 'zh-Hans': '别人改的' } }))
    expect([followed.mine.titleChinese, isDirty(followed)]).toEqual(['别人改的', false])
  })
  it('stands still when both sides typed, so that saving is refused instead of overwriting', () => {
    const edit = typed({ titleChinese: '我改的' })
    expect(followServer(edit, programmeWith({ rev: 2, title: { 'zh-Hans': '别人改的' } }))).toBe(edit)
  })
})

describe('mergeEdit', () => {
  it('keeps my changes on top and names the fields changed on both sides', () => {
    const edit = typed({ titleChinese: '我改的', kind: 'lecture' })
    const theirs = programmeWith({ rev: 5, title: { 'zh-Hans': '别人改的' }, synopsis: { 'zh-Hans': '别人写的简介' } })
    const merged = mergeEdit(edit, theirs)
    expect(merged.conflicts).toEqual(['titleChinese'])
    expect(merged.edit).toMatchObject({ baseRev: 5, mine: { titleChinese: '我改的', kind: 'lecture', synopsisChinese: '别人写的简介' } })
  })
  it('sees no conflict where both wrote the same', () => {
    const title = { ...FIRST.title, 'zh-Hans': '同样' }
    const merged = mergeEdit(typed({ titleChinese: '同样' }), programmeWith({ rev: 2, title }))
    expect([merged.conflicts, isDirty(merged.edit)]).toEqual([[], false])
  })
})

describe('saving', () => {
  it('keeps what was typed while the save was under way', () => {
    const edit = typed({ titleChinese: '已存', synopsisChinese: '还在写' })
    const after = afterSave(edit, programmeWith({ rev: 2, title: { ...FIRST.title, 'zh-Hans': '已存' } }))
    expect([after.baseRev, isDirty(after), after.mine.synopsisChinese]).toEqual([2, true, '还在写'])
  })
  it('asks for season and episode once a series is chosen', () => {
    expect(checkForm(startEdit(FIRST).mine)).toEqual({})
    expect(Object.keys(checkForm(typed({ seriesId: seriesId('s-1'), season: 1 }).mine))).toEqual(['episode'])
  })
  it('sorts problems to fields, the first of each', () => {
    const long = { path: 'title.zh-Hans', code: 'too-long' }
    const sorted = sortErrors([long, { path: 'title.zh-Hans', code: 'invalid' }, { path: 'rev', code: 'invalid' }])
    expect(sorted).toEqual({ fields: { titleChinese: long }, rest: [{ path: 'rev', code: 'invalid' }] })
  })
})

describe('chapters', () => {
  const chapters = [
    { kind: 'law-explained', start: '1:5', end: '2:00' },
    { kind: 'opening', start: '0:00', end: '0:10' },
  ] as const
  it('are sent in the order of the film, and are no change any more once they are saved', () => {
    const sent = tidyEdit(typed({ chapters }))
    expect(sent.mine.chapters.map(({ start }) => start)).toEqual(['0:00', '1:05'])
    const saved = programmeWith({
      rev: 2,
      chapters: [
        { kind: 'opening', startSeconds: 0, endSeconds: 10 },
        { kind: 'law-explained', startSeconds: 65, endSeconds: 120 },
      ],
    })
    expect(isDirty(afterSave(sent, saved))).toBe(false)
  })
  it('are checked where they were changed here, against the length of the film', () => {
    expect(checkEdit(tidyEdit(typed({ chapters })), 100)).toMatchObject([{ path: 'chapters.1.endSeconds', code: 'chapter-beyond-film' }])
    const wrong = programmeWith({ chapters: [{ kind: 'credits', startSeconds: 100, endSeconds: 200 }] })
    expect(checkEdit(startEdit(wrong), 100)).toEqual([])
  })
})

describe('completeEdit', () => {
  it('puts the server’s words where a draft of an older newsroom had no field, and keeps all that was typed', () => {
    const { titleCyrillic: _none, ...old } = typed({ titleChinese: '没存的' }).mine
    const { titleCyrillic: _none2, ...oldBase } = formOf(FIRST)
    const kept = JSON.parse(JSON.stringify({ baseRev: 1, base: oldBase, mine: old })) as ProgrammeEdit // as the store gives it
    const edit = completeEdit(kept, FIRST)
    expect(edit.mine).toMatchObject({ titleChinese: '没存的', titleCyrillic: 'Бэлчээрийн хууль' })
    expect([edit.base, isDirty(edit)]).toEqual([formOf(FIRST), true])
  })
})

describe('what is typed', () => {
  it('is kept change by change, each upon the one before it', () => {
    const twice = changeEdit(changeEdit(startEdit(FIRST), { titleChinese: '新' }), { synopsisChinese: '简介' })
    expect([twice.mine.titleChinese, twice.mine.synopsisChinese, twice.baseRev]).toEqual(['新', '简介', FIRST.rev])
  })
  it('is sent without lines of credits that nobody filled in', () => {
    const empty = { role: 'writer' as const, chinese: '', mongolian: '', cyrillic: '' }
    expect(isDirty(tidyEdit(changeEdit(startEdit(FIRST), { credits: [empty] })))).toBe(false)
  })
  it('is a licence that does not end before it begins', () => {
    const turned = changeEdit(startEdit(FIRST), { rightsFirstDay: '2026-12-05', rightsLastDay: '2026-12-04' })
    expect(checkForm(turned.mine)).toEqual({ rightsLastDay: { path: 'rights.lastDay', code: 'licence-ends-before-start' } })
  })
})

const NOW = Date.parse('2026-12-04T00:00:00Z')

describe('currentBlockers', () => {
  it('asks for each title that is required until it is in its field', () => {
    const stored = programmeWith({ title: { 'zh-Hans': '题' }, blockers: ['title-mong-missing'] })
    const form = formOf(stored)
    const all = ['zh-Hans', 'mn-Mong', 'mn-Cyrl'] as const
    expect(currentBlockers(stored, form, all, NOW)).toEqual(['title-mong-missing', 'title-cyrl-missing'])
    expect(currentBlockers(stored, { ...form, titleMongolian: 'ᠬᠠᠤᠯᠢ' }, all, NOW)).toEqual(['title-cyrl-missing'])
    expect(currentBlockers(stored, form, ['zh-Hans'], NOW)).toEqual([])
  })
  it('asks for Chinese beside Cyrillic', () => {
    const stored = programmeWith({ title: {} })
    expect(currentBlockers(stored, { ...formOf(stored), titleCyrillic: 'Хууль' }, ['zh-Hans'], NOW)).toEqual([
      'title-zh-missing',
      'mongolian-without-chinese',
    ])
  })
  it('asks for a Chinese story beside a Cyrillic one', () => {
    const stored = programmeWith({ title: { 'zh-Hans': '题' } })
    expect(currentBlockers(stored, { ...formOf(stored), synopsisCyrillic: 'Товч' }, ['zh-Hans'], NOW)).toEqual([
      'mongolian-without-chinese',
    ])
  })
  it('asks for a new licence once the last day in its field is over', () => {
    const stored = programmeWith({ blockers: ['licence-over'], rights: { lastDay: '2026-12-03' } })
    const form = formOf(stored)
    expect(currentBlockers(stored, form, ['zh-Hans'], NOW)).toEqual(['licence-over'])
    expect(currentBlockers(stored, { ...form, rightsLastDay: '2026-12-04' }, ['zh-Hans'], NOW)).toEqual([])
  })
  it('asks for Chinese names beside Mongolian ones', () => {
    const credits = [{ role: 'host' as const, chinese: '', mongolian: 'ᠪᠢᠴᠢᠭ', cyrillic: '' }]
    expect(currentBlockers(programmeWith(), { ...formOf(programmeWith()), credits }, ['zh-Hans'], NOW)).toEqual([
      'mongolian-without-chinese',
    ])
  })
  it('follows the words in the fields, not those saved', () => {
    const stored = programmeWith({ title: {}, blockers: ['title-zh-missing', 'asset-missing'] })
    const form = formOf(stored)
    expect(currentBlockers(stored, form, ['zh-Hans'], NOW)).toEqual(['title-zh-missing', 'asset-missing'])
    expect(currentBlockers(stored, { ...form, titleChinese: '有了' }, ['zh-Hans'], NOW)).toEqual(['asset-missing'])
    expect(currentBlockers(stored, { ...form, titleChinese: '有了', synopsisMongolian: 'ᠬᠠᠤᠯᠢ' }, ['zh-Hans'], NOW)).toEqual([
      'mongolian-without-chinese',
      'asset-missing',
    ])
  })
})
