import type { Role, ShippedText, TranslationProposal } from '@ulan/contract'
import { convertUnicodeToMenksoft } from 'mongol-code'
import { describe, expect, it } from 'vitest'
import { findTextProblems, inStandardCode, mayReview, proposed, reviewed, textToReview } from './changed-proposal.ts'
import { exportTranslations } from './export-translations.ts'
import { presentTranslation, translationIdOf } from './present-translation.ts'

const BACK: ShippedText = { locale: 'mn-Mong', file: 'tv-app/tv', key: 'nav.back', chinese: '返回', text: '', status: 'missing' }
const SHIPPED: ShippedText = { ...BACK, key: 'lost', chinese: '断网', text: 'ᠲᠠᠰᠤᠷᠠᠭᠰᠠᠨ', status: 'derived' }
const PROPOSAL: TranslationProposal = {
  text: 'ᠪᠤᠴᠠᠬᠤ',
  chinese: '返回',
  state: 'proposed',
  proposedBy: 'sarna@example.org',
  proposedAt: '2026-03-01T08:00:00.000Z',
}
const REVIEWED: TranslationProposal = { ...PROPOSAL, state: 'reviewed', reviewedBy: 'bator@example.org', reviewedAt: PROPOSAL.proposedAt }
const signed = { by: 'bator@example.org', at: '2026-03-02T08:00:00.000Z' }
const withProposal = (proposal: TranslationProposal, shipped = BACK) => presentTranslation(shipped, { rev: 3, proposal })

describe('the state of a text', () => {
  it.each<[string, ShippedText, TranslationProposal | undefined]>([
    ['missing', BACK, undefined],
    ['unreviewed', SHIPPED, undefined],
    ['reviewed', { ...SHIPPED, status: 'reviewed' }, undefined],
    ['unreviewed', BACK, PROPOSAL],
    ['reviewed', BACK, REVIEWED],
    ['stale', { ...BACK, chinese: '返回上一页' }, PROPOSAL],
    ['stale', { ...BACK, chinese: '返回上一页' }, REVIEWED],
  ])('is %s', (state, shipped, proposal) => {
    expect(presentTranslation(shipped, proposal && { rev: 1, proposal }).state).toBe(state)
  })
  it('is that of the release after a proposal was taken back, at the revision of that', () => {
    expect(presentTranslation(BACK, { rev: 2 })).toMatchObject({ state: 'missing', rev: 2 })
  })
  it('is found by language, file and key', () => expect(translationIdOf(BACK)).toBe('mn-Mong.tv-app.tv.nav.back'))
})

describe('a proposal', () => {
  it('names who wrote it, when, and for which Chinese', () => {
    expect(proposed(presentTranslation(BACK, undefined), 'ᠪᠤᠴᠠᠬᠤ', signed)).toEqual({
      ...{ text: 'ᠪᠤᠴᠠᠬᠤ', chinese: '返回', state: 'proposed' },
      ...{ proposedBy: signed.by, proposedAt: signed.at },
    })
  })
  it('is none when it says what stands there: the proposal of before, reviewed or not, or what the release has', () => {
    expect(proposed(withProposal(PROPOSAL), PROPOSAL.text, signed)).toBeUndefined()
    expect(proposed(withProposal(REVIEWED), PROPOSAL.text, signed)).toBeUndefined()
    expect(proposed(presentTranslation(SHIPPED, undefined), SHIPPED.text, signed)).toBeUndefined()
  })
  it('of the same words stands for the new Chinese, and waits for its review again', () => {
    const stale = withProposal(REVIEWED, { ...BACK, chinese: '返回上一页' })
    expect(proposed(stale, REVIEWED.text, signed)).toMatchObject({ chinese: '返回上一页', state: 'proposed', proposedBy: signed.by })
  })
  it.each<[string, string, string, readonly string[]]>([
    ['empty', '返回', '', ['required']],
    ['without the holes of the Chinese', '{{n}} 集', 'ᠠᠩᠭᠢ', ['holes-missing']],
    ['with letters of one font alone', '返回', 'ᠪ\ue000', ['private-use']],
    ['with both', '{{n}} 集', '\ue000', ['private-use', 'holes-missing']],
  ])('is refused when it is %s', (_, chinese, text, codes) => {
    expect(findTextProblems(chinese, text).map(({ path, code }) => [path, code])).toEqual(codes.map((code) => ['text', code]))
  })
  it('in Menksoft code becomes Unicode in the traditional script, and nowhere else', () => {
    const menksoft = convertUnicodeToMenksoft('ᠪᠢᠴᠢᠭ')
    expect(inStandardCode(presentTranslation(BACK, undefined), menksoft)).toBe('ᠪᠢᠴᠢᠭ')
    expect(inStandardCode(presentTranslation({ ...BACK, locale: 'mn-Cyrl' }, undefined), menksoft)).toBe(menksoft)
  })
})

describe('a review', () => {
  const may = (email: string, role: Role, proposal = PROPOSAL) => mayReview(withProposal(proposal), { email, role })
  it('is for a second person', () => {
    expect([may('sarna@example.org', 'translator'), may('bator@example.org', 'translator')]).toEqual([false, true])
  })
  it('is for administrators in any case', () => expect(may('sarna@example.org', 'administrator')).toBe(true))
  it('of a text of the release is for anybody', () => {
    expect(mayReview(presentTranslation(SHIPPED, undefined), { email: 'sarna@example.org', role: 'proofreader' })).toBe(true)
  })
  it('signs what stands there, and keeps who wrote it', () => {
    expect(reviewed(withProposal(PROPOSAL), signed)).toEqual({ ...REVIEWED, reviewedAt: signed.at })
    expect(reviewed(presentTranslation(SHIPPED, undefined), signed)).toEqual({
      ...{ text: SHIPPED.text, chinese: SHIPPED.chinese, state: 'reviewed' },
      ...{ reviewedBy: signed.by, reviewedAt: signed.at },
    })
  })
  it('happens once', () => expect(reviewed(withProposal(REVIEWED), signed)).toBeUndefined())
  it('is of the proposal where there is one, else of the release', () => {
    expect(textToReview(withProposal(PROPOSAL, SHIPPED))).toBe(PROPOSAL.text)
    expect(textToReview(presentTranslation(SHIPPED, undefined))).toBe(SHIPPED.text)
  })
})

describe('an export', () => {
  const at = '2026-03-03T00:00:00.000Z'
  const filesOf = (...all: Parameters<typeof exportTranslations>[0]) => exportTranslations(all, 'mn-Mong', at).files
  it('holds reviewed texts by file and key, with their Chinese', () => {
    const other = { ...SHIPPED, file: 'contract/common', key: 'ok', chinese: '返回' }
    expect(exportTranslations([withProposal(REVIEWED), withProposal(REVIEWED, other)], 'mn-Mong', at)).toEqual({
      ...{ format: 'ulan-translations', version: 1, locale: 'mn-Mong', exportedAt: at },
      files: {
        'tv-app/tv': { 'nav.back': { chinese: '返回', text: 'ᠪᠤᠴᠠᠬᠤ' } },
        'contract/common': { ok: { chinese: '返回', text: 'ᠪᠤᠴᠠᠬᠤ' } },
      },
    })
  })
  it('leaves out what nobody reviewed, what Chinese has outgrown, and other languages', () => {
    const stale = withProposal(REVIEWED, { ...BACK, chinese: '返回上一页' })
    expect(filesOf(withProposal(PROPOSAL), stale, withProposal(REVIEWED, { ...BACK, locale: 'mn-Cyrl' }))).toEqual({})
  })
  it('leaves out what the release has already, but not what it has unreviewed', () => {
    const there = { ...BACK, text: REVIEWED.text, status: 'reviewed' } as const
    expect(filesOf(withProposal(REVIEWED, there), presentTranslation(there, undefined))).toEqual({})
    expect(Object.keys(filesOf(withProposal(REVIEWED, { ...there, status: 'own' })))).toEqual(['tv-app/tv'])
  })
})
