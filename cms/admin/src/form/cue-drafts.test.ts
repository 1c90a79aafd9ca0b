import type { AssetId } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { TextMap } from '../test-store.ts'
import { CueDrafts } from './cue-drafts.ts'

const FILM = 'film' as AssetId
const DRAFT = { trackId: 't-1', sha256: 'abc', text: 'WEBVTT\n' }

describe('unsaved subtitles', () => {
  it('are kept by film and line, until they are saved', () => {
    const drafts = new CueDrafts(new TextMap())
    expect(drafts.write(FILM, 't-1', DRAFT)).toBe(true)
    expect([drafts.read(FILM, 't-1'), drafts.read(FILM, 't-2')]).toEqual([DRAFT, undefined])
    drafts.remove(FILM, 't-1')
    expect(drafts.read(FILM, 't-1')).toBeUndefined()
  })
  it('are found when the film is another one', () => {
    const store = new TextMap()
    store.setItem('ulan-admin:draft:t-1', '{}')
    const drafts = new CueDrafts(store)
    drafts.write(FILM, 't-11', { ...DRAFT, text: 'other' })
    expect(drafts.readOfLine('t-1')).toBeUndefined()
    drafts.write(FILM, 't-1', DRAFT)
    expect(drafts.readOfLine('t-1')).toEqual(DRAFT)
  })
  it('that are damaged are none', () => {
    const store = new TextMap()
    store.setItem('ulan-admin:cues:film:t-1', '{"trackId"')
    expect(new CueDrafts(store).read(FILM, 't-1')).toBeUndefined()
    expect(store.getItem('ulan-admin:cues:film:t-1')).toBeNull()
  })
  it('for which a browser has no room are said to be unkept', () => {
    const full = new TextMap()
    full.setItem = () => {
      throw new Error('QuotaExceededError')
    }
    expect(new CueDrafts(full).write(FILM, 't-1', DRAFT)).toBe(false)
  })
})
