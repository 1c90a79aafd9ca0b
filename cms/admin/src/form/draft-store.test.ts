import { describe, expect, it } from 'vitest'
import { programmeId, programmeWith } from '../test-records.ts'
import { TextMap } from '../test-store.ts'
import { DraftStore } from './draft-store.ts'
import { startEdit } from './programme-edit.ts'

const ID = programmeId('p-1')

describe('DraftStore', () => {
  it('gives back what was typed, to the letter', () => {
    const store = new TextMap()
    const edit = startEdit(programmeWith({ title: { 'zh-Hans': '标题', 'mn-Mong': 'ᠵᠠᠰᠠᠭ᠎ᠤᠨ' } }))
    new DraftStore(store).write(ID, edit)
    expect(new DraftStore(store).read(ID)).toEqual(edit)
  })
  it.each(['{"half', 'null', '{}', '[]'])('takes %j for no draft', (text) => {
    const store = new TextMap()
    store.setItem('ulan-admin:draft:p-1', text)
    expect(new DraftStore(store).read(ID)).toBeUndefined()
  })
  it('says so when the browser has no room', () => {
    const full = new TextMap()
    full.setItem = () => {
      throw new Error('QuotaExceededError')
    }
    expect(new DraftStore(full).write(ID, startEdit(programmeWith()))).toBe(false)
  })
  it('forgets a saved one', () => {
    const store = new TextMap()
    const drafts = new DraftStore(store)
    drafts.write(ID, startEdit(programmeWith()))
    drafts.remove(ID)
    expect([drafts.read(ID), store.size]).toEqual([undefined, 0])
  })
})
