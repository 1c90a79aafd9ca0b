import type { Translation, TranslationId } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { TextMap } from '../test-store.ts'
import { TranslationDrafts } from './translation-drafts.ts'
import { followServer, isDirty, isOvertaken, keepMine, maySave, presentText, reviewHindrance, startEdit } from './translation-edit.ts'

const ID = 'mn-Mong.tv-app.tv.back' as TranslationId // shaped like one
const BACK: Translation = {
  ...{ id: ID, locale: 'mn-Mong', file: 'tv-app/tv', key: 'back', chinese: '返回' },
  ...{ shipped: '', shippedStatus: 'missing', state: 'missing', rev: 0 },
}
const PROPOSED: Translation = {
  ...BACK,
  ...{ state: 'unreviewed', rev: 3 },
  proposal: { text: 'ᠪᠤᠴᠠᠬᠤ', chinese: '返回', state: 'proposed', proposedBy: 'sarna@example.org' },
}
const typed = (translation: Translation, mine: string) => ({ ...startEdit(translation), mine })

describe('typing a translation', () => {
  it('begins with what staff propose, else with what the release has', () => {
    expect([presentText(PROPOSED), presentText({ ...BACK, shipped: 'ᠭᠠᠷᠬᠤ' })]).toEqual(['ᠪᠤᠴᠠᠬᠤ', 'ᠭᠠᠷᠬᠤ'])
  })
  it('follows a colleague as long as nothing is typed', () => {
    expect(followServer(startEdit(BACK), PROPOSED)).toEqual(startEdit(PROPOSED))
  })
  it('is kept when a colleague saves meanwhile, and then says so', () => {
    const edit = followServer(typed(BACK, 'ᠭᠠᠷᠬᠤ'), PROPOSED)
    expect([edit.mine, isOvertaken(edit, PROPOSED), maySave(edit, PROPOSED)]).toEqual(['ᠭᠠᠷᠬᠤ', true, false])
    const mine = keepMine(edit, PROPOSED)
    expect([mine.mine, isOvertaken(mine, PROPOSED), maySave(mine, PROPOSED)]).toEqual(['ᠭᠠᠷᠬᠤ', false, true])
  })
  it('is overtaken by another Chinese text too', () => {
    expect(isOvertaken(typed(BACK, 'ᠭᠠᠷᠬᠤ'), { ...BACK, chinese: '返回上一页' })).toBe(true)
  })
  it('is saved when there is something new, or the old is right for the new Chinese', () => {
    expect(maySave(typed(BACK, 'ᠭᠠᠷᠬᠤ'), BACK)).toBe(true)
    expect(maySave(startEdit(PROPOSED), PROPOSED)).toBe(false)
    expect(maySave(typed(PROPOSED, ' '), PROPOSED)).toBe(false)
    const stale: Translation = { ...PROPOSED, chinese: '返回上一页', state: 'stale' }
    expect(maySave(startEdit(stale), stale)).toBe(true)
  })
})

describe('passing a translation', () => {
  const reader = { email: 'bator@example.org', isAdministrator: false }
  const writer = { email: 'sarna@example.org', isAdministrator: false }
  it.each<[string | undefined, Translation, typeof reader]>([
    [undefined, PROPOSED, reader],
    ['own', PROPOSED, writer],
    [undefined, PROPOSED, { ...writer, isAdministrator: true }],
    [undefined, { ...BACK, shipped: 'ᠭᠠᠷᠬᠤ', state: 'unreviewed' }, writer],
    ['nothing', BACK, reader],
    ['stale', { ...PROPOSED, state: 'stale' }, reader],
    ['reviewed', { ...PROPOSED, state: 'reviewed' }, reader],
  ])('is hindered by %s', (hindrance, translation, member) => {
    expect(reviewHindrance(startEdit(translation), translation, member)).toBe(hindrance)
  })
  it('waits for what is typed to be saved', () => expect(reviewHindrance(typed(PROPOSED, 'ᠭᠠᠷᠬᠤ'), PROPOSED, reader)).toBe('unsaved'))
})

describe('unsaved translations', () => {
  it('outlive the window, to the letter', () => {
    const store = new TextMap()
    const edit = typed(BACK, 'ᠬᠠᠤᠯᠢ\u202fᠶᠢᠨ')
    new TranslationDrafts(store).write(ID, edit)
    expect([new TranslationDrafts(store).read(ID), isDirty(edit)]).toEqual([edit, true])
  })
  it.each(['{"half', 'null', '{}', '[]'])('are not %j', (text) => {
    const store = new TextMap()
    store.setItem(`ulan-admin:translation:${ID}`, text)
    expect(new TranslationDrafts(store).has(ID)).toBe(false)
  })
  it('are forgotten when they are saved', () => {
    const store = new TextMap()
    const drafts = new TranslationDrafts(store)
    drafts.write(ID, typed(BACK, 'ᠭᠠᠷᠬᠤ'))
    drafts.remove(ID)
    expect([drafts.read(ID), store.size]).toEqual([undefined, 0])
  })
})
