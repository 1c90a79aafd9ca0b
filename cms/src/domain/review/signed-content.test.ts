import type { Asset, Programme, Question, Quiz } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { fixtureAsset, fixtureProgramme } from '../snapshot/catalogue-fixture.ts'
import { signedContent } from './signed-content.ts'

const asset = fixtureAsset('clip-one')
const programme = fixtureProgramme({ id: 'one', title: { 'zh-Hans': '题', 'mn-Mong': 'ᠬᠠᠤᠯᠢ' }, assetId: asset.id })
const question = { id: 'question-one', text: { 'zh-Hans': '问' } } as unknown as Question // the hash looks at no member of it
const quiz: Quiz = { id: 'quiz-one' as Quiz['id'], title: { 'zh-Hans': '问答' }, questionIds: [question.id] }
const of = (changed: Partial<Programme> = {}, film: Asset | 'none' = asset, more: Partial<{ quiz: Quiz; questions: Question[] }> = {}) =>
  signedContent({
    programme: { ...programme, ...changed },
    asset: film === 'none' ? undefined : film,
    quiz,
    questions: [question],
    ...more,
  })

describe('what is signed', () => {
  it.each<[string, string]>([
    ['a letter of a title', of({ title: { ...programme.title, 'zh-Hans': '题。' } })],
    ['a title in another language', of({ title: { 'zh-Hans': '题' } })],
    ['a synopsis', of({ synopsis: { 'zh-Hans': '简介' } })],
    ['for whom it is', of({ audience: 'children' })],
    ['last day of its licence', of({ rights: { lastDay: '2026-12-31' } })],
    ['line of its credits', of({ credits: [{ role: 'writer', names: { 'zh-Hans': '其其格' } }] })],
    ['venue', of({ venue: { 'zh-Hans': '文化广场' } })],
    ['a law', of({ laws: [{ lawId: 'grassland', article: '第一条' }] as Programme['laws'] })],
    ['the film', of({}, { ...asset, sha256: 'another' })],
    ['no film', of({}, 'none')],
    [
      'subtitles',
      of(
        {},
        {
          ...asset,
          tracks: [{ id: 't1', kind: 'cues', language: 'mn-Mong', offsetMs: 0, fileName: 'a.vtt', addedAt: '', state: 'waiting' }],
        },
      ),
    ],
    ['a question', of({}, asset, { questions: [{ ...question, text: { 'zh-Hans': '另问' } } as unknown as Question] })],
    ['the quiz', of({}, asset, { quiz: { ...quiz, title: { 'zh-Hans': '另一套' } } })],
  ])('is another with another %s', (_what, changed) => expect(changed).not.toBe(of()))

  it.each<[string, string]>([
    ['it is saved again', of({ rev: 7, updatedAt: '2027-01-01T00:00:00Z' })],
    [
      'it goes out and is taken down',
      of({ status: 'taken-down', publishedAt: '2026-01-01T00:00:00Z', takenDownAt: '2026-01-02T00:00:00Z' }),
    ],
    ['it is written down by whose leave it is shown', of({ rights: { holder: '剧团', terms: '授权字12号' } })],
    ['its members come in another order', of(Object.fromEntries(Object.entries(programme).reverse()) as Partial<Programme>)],
    ['the film has another rung', of({}, { ...asset, version: 9, playlistUrl: '/media/clip-one/9/master.m3u8', progress: 0.5 })],
    ['a question of another quiz changes', of({}, asset, { questions: [question, { ...question, id: 'other' as Question['id'] }] })],
  ])('stays the same when %s', (_what, same) => expect(same).toBe(of()))
})
