import zhHans from '@ulan/contract/locales/zh-Hans/problem.json' with { type: 'json' }
import { describeProblem } from '@ulan/contract/schemas'
import { describe, expect, it, test } from 'vitest'
import { CUE_NOTE_CODES, CUE_PROBLEM_CODES, cueFieldProblems } from './cue-problem.ts'

const SENTENCES: { readonly [code: string]: string } = zhHans.fields
/** What a finding of each code brings along besides its line. */
const PARAMS: { readonly [code: string]: readonly string[] } = {
  'cue-file-too-big': ['max'],
  'cue-outside-title': ['seconds'],
  'cue-fields-missing': ['count'],
  'cue-text-too-long': ['max'],
  'too-many-cues': ['max'],
  'more-cue-problems': ['count'],
  'cue-setting-unknown': ['setting'],
}

describe('every code has a Chinese sentence that needs no more than its finding brings', () => {
  test.each([
    ...CUE_PROBLEM_CODES.map((code) => [code, ['line']] as const),
    ...CUE_NOTE_CODES.map((code) => [code, ['line', 'count']] as const),
  ])('%s', (code, always) => {
    const holes = [...(SENTENCES[code] ?? '').matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1])
    expect(SENTENCES[code]).toMatch(/[\u4e00-\u9fff].*。$/)
    expect([...always, ...(PARAMS[code] ?? [])]).toEqual(expect.arrayContaining(holes))
  })
})

it('a refused file is a problem document that names its lines', () => {
  const problems = cueFieldProblems([{ line: 12, code: 'cue-end-before-start' }])
  expect(describeProblem('invalid-cue-file', 'mn-Mong', problems)).toEqual({
    type: '/problems/invalid-cue-file',
    title: '字幕文件有问题，请按提示修改后重新上传。',
    status: 422,
    detail: 'line 12: 第 12 行：结束时间早于开始时间，请改正。',
    errors: [{ path: 'line 12', code: 'cue-end-before-start', params: { line: 12 } }],
  })
})
