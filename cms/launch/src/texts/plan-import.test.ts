import type { TranslationExport } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { importReport } from './apply-import.ts'
import { planImport } from './plan-import.ts'
import { readExport } from './read-export.ts'
import { shippedTexts } from './shipped-texts.ts'
import type { TextFile } from './text-tree.ts'

const TV: TextFile = {
  ...{ locale: 'mn-Mong', file: 'tv-app/tv' },
  ...{ path: 'tv.json', statusPath: 'tv.status.json', chinesePath: 'zh.json' },
  json: '{\n  "back": "",\n  "count": "{{n}} ᠠᠩᠭᠢ",\n  "nav": { "lost": "ᠲᠠᠰᠤᠷᠠᠭᠰᠠᠨ", "home": "" }\n}\n',
  statusJson: '{\n  "back": "missing",\n  "nav.lost": "own"\n}\n',
  chineseJson: '{ "back": "返回", "count": "共 {{n}} 集", "nav": { "lost": "断网", "home": "首页" } }',
}
const exportOf = (entries: TranslationExport['files'][string], file = 'tv-app/tv'): TranslationExport => ({
  ...{ format: 'ulan-translations', version: 1, locale: 'mn-Mong', exportedAt: '2026-03-01T08:00:00.000Z' },
  files: { [file]: entries },
})
const back = { chinese: '返回', text: 'ᠪᠤᠴᠠᠬᠤ' }

describe('reviewed texts', () => {
  it('go into their places, and their statuses beside them; all else stays as it was written', () => {
    const plan = planImport([TV], exportOf({ back, 'nav.home': { chinese: '首页', text: 'ᠨᠢᠭᠤᠷ' } }))
    expect(plan).toEqual({
      writes: [
        { path: 'tv.json', json: TV.json.replace('"back": ""', '"back": "ᠪᠤᠴᠠᠬᠤ"').replace('"home": ""', '"home": "ᠨᠢᠭᠤᠷ"') },
        { path: 'tv.status.json', json: '{\n  "back": "reviewed",\n  "nav.lost": "own",\n  "nav.home": "reviewed"\n}\n' },
      ],
      put: new Map([['tv-app/tv', 2]]),
      present: 0,
      refused: [],
    })
    expect(importReport(plan)).toBe('tv-app/tv: 2 put in as reviewed\nnext: npm run check, look at git diff, commit\n')
  })
  it('that stand there unreviewed only change their status', () => {
    const plan = planImport([TV], exportOf({ 'nav.lost': { chinese: '断网', text: 'ᠲᠠᠰᠤᠷᠠᠭᠰᠠᠨ' } }))
    expect(plan.writes).toEqual([{ path: 'tv.status.json', json: TV.statusJson.replace('own', 'reviewed') }])
  })
  it('are put in once: the second time nothing is written', () => {
    const [texts, statuses] = planImport([TV], exportOf({ back })).writes
    const after = { ...TV, json: texts?.json ?? '', statusJson: statuses?.json ?? '' }
    const again = planImport([after], exportOf({ back }))
    expect(again).toMatchObject({ writes: [], present: 1, refused: [] })
    expect(importReport(again)).toBe('1 were there already\nno file was changed\n')
  })
  it('are completed when the import was cut off between the two files', () => {
    const [texts] = planImport([TV], exportOf({ back })).writes
    const half = { ...TV, json: texts?.json ?? '' }
    expect(planImport([half], exportOf({ back })).writes.map(({ path }) => path)).toEqual(['tv.status.json'])
  })
})

describe('what does not fit', () => {
  it.each<[string, TranslationExport['files'][string], string]>([
    [
      'because the Chinese has changed',
      { back: { ...back, chinese: '回去' } },
      'tv-app/tv back: the Chinese is “返回” now, and was “回去” for this translation: have it translated again on the board',
    ],
    ['because its key is gone', { old: back }, 'tv-app/tv old: there is no such text here: is this the release that it was made for?'],
    ['because its key is a group', { nav: back }, 'tv-app/tv nav: there is no such text here: is this the release that it was made for?'],
    [
      'because somebody changed its holes by hand',
      { count: { chinese: '共 {{n}} 集', text: 'ᠠᠩᠭᠢ' } },
      'tv-app/tv count: the translation must have the same {{…}} as the Chinese “共 {{n}} 集”: have it mended on the board',
    ],
    [
      'because nothing of it can be seen',
      { back: { ...back, text: ' \u200b' } },
      'tv-app/tv back: the translation is empty: have it translated again on the board',
    ],
    [
      'because only some font can draw it',
      { back: { ...back, text: '\ue000' } },
      'tv-app/tv back: the translation has characters that only some font can draw: type it in standard Unicode',
    ],
  ])('%s is left out by name, and the rest goes in', (_, entries, sentence) => {
    const plan = planImport([TV], exportOf({ 'nav.home': { chinese: '首页', text: 'ᠨᠢᠭᠤᠷ' }, ...entries }))
    expect([plan.refused, [...plan.put]]).toEqual([[sentence], [['tv-app/tv', 1]]])
  })
  it.each(['tv-app/old', 'tv'])('a file %s that is not there is left out by name', (file) => {
    const { writes, refused } = planImport([TV], exportOf({ back }, file))
    expect([writes.length, refused.length, refused[0]]).toEqual([
      0,
      1,
      expect.stringContaining(`${file}: there is no such file in mn-Mong`),
    ])
  })
  it('another language is another file', () => {
    expect(planImport([TV], { ...exportOf({ back }), locale: 'mn-Cyrl' }).refused).toHaveLength(1)
  })
  it.each(['json', 'statusJson', 'chineseJson'] as const)('a locale file with a broken %s is left alone', (part) => {
    const { writes, refused } = planImport([{ ...TV, [part]: '{ "back": ' }], exportOf({ back }))
    expect([writes, refused.length, refused[0]]).toEqual([[], 1, expect.stringMatching(/is not JSON.*nothing is put into tv-app\/tv$/)])
  })
})

describe('a file that was exported', () => {
  it('is read as it was written', () => {
    expect(readExport(JSON.stringify(exportOf({ back })))).toEqual({ ok: true, texts: exportOf({ back }) })
  })
  const good = exportOf({ back })
  it.each<[string, string, string]>([
    ['cut off', JSON.stringify(good).slice(0, 60), 'is not JSON ('],
    ['something else', '{"name":"package"}', 'is no file of the translation board: export it again'],
    ['a list', '[]', 'is no file of the translation board'],
    ['of a later format', JSON.stringify({ ...good, version: 2 }), 'was exported by a newer release'],
    ['in another language', JSON.stringify({ ...good, locale: 'zh-Hans' }), 'locale: This has a wrong form.'],
    [
      'without a Chinese text',
      JSON.stringify({ ...good, files: { 'tv-app/tv': { back: { text: 'ᠪ' } } } }),
      'files.tv-app/tv.back.chinese: This is required.',
    ],
  ])('is refused when it is %s', (_, json, words) => {
    expect(readExport(json)).toEqual({ ok: false, sentence: expect.stringContaining(words) })
  })
})

describe('texts of a release', () => {
  it('are those of the Chinese file, each with what there is of it', () => {
    const { texts, complaints } = shippedTexts([TV])
    expect(complaints).toEqual([])
    expect(texts.map(({ key, chinese, text, status }) => [key, chinese, text, status])).toEqual([
      ['back', '返回', '', 'missing'],
      ['count', '共 {{n}} 集', '{{n}} ᠠᠩᠭᠢ', 'own'],
      ['nav.lost', '断网', 'ᠲᠠᠰᠤᠷᠠᠭᠰᠠᠨ', 'own'],
      ['nav.home', '首页', '', 'missing'],
    ])
  })
  it('are as many as can be read, with a sentence for the rest', () => {
    const { texts, complaints } = shippedTexts([{ ...TV, json: '{ "back": 3 }' }])
    expect([texts.length, complaints]).toEqual([4, ['tv.json: key back is the number 3, not a text: write "3"']])
  })
})
