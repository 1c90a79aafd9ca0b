import type { LadderReason } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import words from '../../locales/zh-Hans/admin.json'
import { createWords } from '../i18n.ts'
import { TextMap } from '../test-store.ts'
import { ladderWords } from './ladder-words.ts'

/** One of each, as the planner makes them: a code that is missing here does not compile. */
const EXAMPLES: { readonly [C in LadderReason['code']]: Omit<LadderReason, 'code'> } = {
  'source-size': { widthPx: 1280, heightPx: 720, rung: '720p' },
  portrait: {},
  'hevc-for-boxes': {},
  'av1-wanted': {},
  'hdr-kept': {},
  'hdr-tone-mapped': {},
  deinterlaced: {},
  turned: { degrees: 90 },
  'rate-kept': { perSecond: 29.97 },
  'rate-changed': { perSecond: 60, fromPerSecond: 119.88 },
  'rate-unknown': { perSecond: 25 },
  'no-sound': {},
  'several-sounds': { count: 2 },
  'sounds-left-out': { count: 3 },
  'sound-mixed-down': {},
  'crf-by-policy': { crf: 23 },
  'crf-measured': { crf: 25, ssimDb: 18.2, rung: '720p' },
  'rung-below-hull': { rung: '540p' },
  'rung-too-close': { rung: '360p' },
}
const REASONS = Object.entries(EXAMPLES).map(([code, rest]) => ({ code, ...rest }) as LadderReason) // keys of that very record

describe('why a ladder is as it is', () => {
  it('keeps the order of the decisions and writes numbers as people do', () => {
    const reasons: LadderReason[] = [
      { code: 'source-size', widthPx: 1280, heightPx: 720, rung: '720p' },
      { code: 'rate-changed', perSecond: 25, fromPerSecond: 24.876 },
    ]
    expect(ladderWords(reasons)).toEqual([
      { code: 'source-size', values: { widthPx: 1280, heightPx: 720 }, rung: '720p' },
      { code: 'rate-changed', values: { perSecond: 25, fromPerSecond: 24.88 } },
    ])
    expect(ladderWords(undefined)).toEqual([])
  })
  it.each(ladderWords(REASONS))('$code is a whole Chinese sentence with its numbers', async ({ code, values, rung }) => {
    const { t } = await createWords(new TextMap())
    const sentence = t(`why.${code}`, { ...values, rung: rung === undefined ? '' : `高清 ${rung}` })
    expect(sentence).toMatch(/^[^{}]*。$/)
    for (const value of [...Object.values(values), ...(rung === undefined ? [] : [rung])]) expect(sentence).toContain(String(value))
  })
  it('has no sentence that no decision leads to', () => {
    const { title: _, ...sentences } = words.why
    expect(Object.keys(sentences).sort()).toEqual(Object.keys(EXAMPLES).sort())
  })
})
