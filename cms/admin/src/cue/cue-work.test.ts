import type { CueSheet as KeptSheet } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { changeCue } from './cue-edit.ts'
import { stepTo } from './cue-history.ts'
import { writeSheet } from './cue-sheet.ts'
import { afterSave, beginWork, type CueWork, followNewest, isOther, isUnsaved, resumeWork } from './cue-work.ts'

const FILE = 'WEBVTT\n\n00:01.000 --> 00:02.000\n学法\n'
const kept = (trackId: string, text = FILE): KeptSheet => ({ trackId, text, sha256: `sha of ${text}`, notes: [] })
const typed = (work: CueWork, text: string): CueWork => ({
  ...work,
  history: stepTo(work.history, changeCue(work.history.now, 0, { text })),
})
const sentAs = (work: CueWork): CueWork => ({ ...work, sent: work.history.now })
const saved = (work: CueWork, trackId: string): CueWork => afterSave(work, work.history.now, kept(trackId, writeSheet(work.history.now)))
const words = (work: CueWork): string | undefined => work.history.now.cues[0]?.text

describe('work on subtitles', () => {
  it('is not put back by an old answer after two quick saves', () => {
    const twice = saved(typed(saved(typed(beginWork(kept('t-1')), '一'), 't-2'), '二'), 't-3')
    for (const late of ['t-1', 't-2', 't-3']) expect(followNewest(twice, kept(late))).toBe(twice)
    expect([isUnsaved(twice), words(followNewest(twice, kept('t-4')))]).toEqual([false, '学法'])
  })
  it('knows its own save whose answer was lost', () => {
    const sent = sentAs(typed(beginWork(kept('t-1')), '一'))
    const own = kept('t-2', writeSheet(sent.history.now))
    const followed = followNewest(sent, own)
    expect([isUnsaved(followed), followed.base.trackId, isOther(followed, own)]).toEqual([false, 't-2', false])
    const further = followNewest(typed(sent, '二'), own)
    expect([isUnsaved(further), words(further), further.base.trackId]).toEqual([true, '二', 't-2'])
    const draft = resumeWork({ trackId: 't-1', sha256: 'x', text: own.text })
    expect(isUnsaved(followNewest(draft, own))).toBe(false)
  })
  it('goes on from a file of the same bytes, whatever it is called', () => {
    const mine = typed(beginWork(kept('t-1')), '一')
    expect(followNewest(mine, kept('t-2'))).toMatchObject({ base: { trackId: 't-2' }, history: mine.history })
  })
  it('stays as it is when a colleague saved other words', () => {
    const mine = sentAs(typed(beginWork(kept('t-1')), '一'))
    const theirs = kept('t-2', FILE.replace('学法', '守法'))
    expect(followNewest(mine, theirs)).toBe(mine)
    expect(isOther(mine, theirs)).toBe(true)
  })
})
