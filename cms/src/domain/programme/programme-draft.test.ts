import type { StaffId } from '@ulan/contract'
import { programmeCreateSchema, programmeIdSchema, programmePatchSchema, programmeSchema } from '@ulan/contract/schemas'
import { describe, expect, it } from 'vitest'
import { draftProgramme, patchProgramme } from './programme-draft.ts'

const BORN = '2026-01-01T00:00:00.000Z'
const LATER = '2026-01-02T00:00:00.000Z'
const create = programmeCreateSchema.parse({ kind: 'performance', title: { 'zh-Hans': '题' }, genreId: 'song', quizId: 'quiz-one' })
const birth = { id: programmeIdSchema.parse('p-one'), now: BORN, isSample: false }
const draft = draftProgramme(create, birth)

describe('a draft', () => {
  it('starts at revision 1 and fits the contract', () => {
    expect(programmeSchema.parse(draft)).toEqual(draft)
    expect(draft).toMatchObject({ rev: 1, status: 'draft', laws: [], createdAt: BORN })
  })
  it('keeps the laws it was given', () => {
    const laws = programmeCreateSchema.parse({ ...create, laws: [{ lawId: 'civil', article: '第一条' }] })
    expect(draftProgramme(laws, { id: draft.id, now: BORN, isSample: true }).laws).toHaveLength(1)
  })
})

describe('a patch', () => {
  it('changes what it names, clears what is null, leaves the rest', () => {
    const patch = programmePatchSchema.parse({ rev: 1, title: { 'zh-Hans': '新题' }, genreId: null })
    const next = patchProgramme(draft, patch, { now: LATER })
    expect(programmeSchema.parse(next)).toEqual(next)
    expect(next).toMatchObject({ rev: 2, title: { 'zh-Hans': '新题' }, quizId: 'quiz-one', createdAt: BORN, updatedAt: LATER })
    expect(next).not.toHaveProperty('genreId')
  })
  it('keeps the chapters of the first film, and lets those of a film that is replaced go', () => {
    const chapters = [{ kind: 'opening', startSeconds: 0, endSeconds: 5 }]
    const film = (assetId: string | null, more: object = {}) => programmePatchSchema.parse({ rev: 1, assetId, ...more })
    const marked = patchProgramme(draft, programmePatchSchema.parse({ rev: 1, chapters }), { now: LATER })
    const filmed = patchProgramme(marked, film('clip-one'), { now: LATER })
    expect(filmed.chapters).toEqual(chapters)
    expect(patchProgramme(filmed, film('clip-one'), { now: LATER }).chapters).toEqual(chapters)
    expect(patchProgramme(filmed, film('clip-two'), { now: LATER })).not.toHaveProperty('chapters')
    expect(patchProgramme(filmed, film(null), { now: LATER })).not.toHaveProperty('chapters')
    const others = [{ kind: 'credits', startSeconds: 50, endSeconds: 60 }]
    expect(patchProgramme(filmed, film('clip-two', { chapters: others }), { now: LATER }).chapters).toEqual(others)
  })
  it('keeps who wrote in it, each once', () => {
    const [one, two] = ['1'.repeat(24), '2'.repeat(24)] as [StaffId, StaffId] // as the store makes them
    const patch = programmePatchSchema.parse({ rev: 1, quizId: null })
    const begun = draftProgramme(programmeCreateSchema.parse({ kind: 'lecture', title: {} }), { ...birth, writer: one })
    const written = [one, two, one].reduce((programme, writer) => patchProgramme(programme, patch, { now: LATER, writer }), begun)
    expect(written.writers).toEqual([one, two])
    expect(patchProgramme(draft, patch, { now: LATER })).not.toHaveProperty('writers')
  })
  it('does not touch the programme it was given', () => {
    patchProgramme(draft, programmePatchSchema.parse({ rev: 1, quizId: null, synopsis: undefined }), { now: LATER })
    expect(draft.quizId).toBe('quiz-one')
  })
})
