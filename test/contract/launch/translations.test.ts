import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TEXT_ROOMS } from '@ulan/contract'
import { readTexts, translationExportSchema, translationSchema } from '@ulan/contract/texts'
import { applyImport, importReport, planImport, readTextTree, shippedTexts } from '@ulan/launch/texts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REPOSITORY, spawnServer } from '../../lab/server-process.ts'
import { checkLocales } from '../../tools/locale-files.ts'
import { createCmsLab } from '../api/cms-lab.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'legal-translations-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Complaints about the locale files below a root, with the sources of this checkout as what shows them. */
function complaintsOf(root: string): readonly string[] {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
    cwd: REPOSITORY,
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
  const sources = files
    .filter((file) => existsSync(join(REPOSITORY, file)))
    .map((file) => ({ file, text: readFileSync(join(REPOSITORY, file), 'utf8') }))
  return checkLocales(root, sources).complaints
}

describe('texts that staff translated', () => {
  it('come from the board into the locale files, reviewed, with nothing to complain of', async () => {
    const root = join(folder, 'checkout')
    for (const room of Object.values(TEXT_ROOMS))
      await cp(join(REPOSITORY, room, 'locales'), join(root, room, 'locales'), { recursive: true })
    expect(complaintsOf(root)).toEqual([])
    const { texts } = shippedTexts(await readTextTree(root))
    const lab = await createCmsLab({}, { texts })
    const [translator, reader] = [await lab.signIn('translator'), await lab.signIn('proofreader')]
    const call = (method: string, path: string, cookie: string, body?: object) =>
      lab.call(`/api/v1/translations${path}`, { method, cookie, ...(body && { body }) })
    const { items } = (await call('GET', '?locale=mn-Mong', reader)).json() as { items: readonly unknown[] } // each is checked here
    const all = items.map((one) => translationSchema.parse(one))
    // One of each file: its first that has none, else its first.
    const files = [...new Set(all.map(({ file }) => file))]
    const chosen = files.flatMap((file) => all.find((one) => one.file === file && one.state === 'missing') ?? [])
    expect([files.length, chosen.length > 4]).toEqual([17, true])
    for (const { id, chinese, rev } of chosen) {
      const text = `ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ${(chinese.match(/\{\{\w+\}\}/g) ?? []).join(' ')}`.trim()
      expect((await call('PATCH', `/${id}`, translator, { rev, chinese, text })).status).toBe(200)
      expect((await call('POST', `/${id}/review`, reader, { rev: rev + 1, chinese, text })).status).toBe(200)
    }
    const exported = translationExportSchema.parse((await call('GET', '/export?locale=mn-Mong', reader)).json())
    await lab.close()
    const plan = planImport(await readTextTree(root), exported)
    await applyImport(root, plan)
    expect([plan.refused, plan.writes.length]).toEqual([[], 2 * chosen.length])
    expect(importReport(plan)).toContain('tv-app/tv: 1 put in as reviewed\n')
    expect(complaintsOf(root)).toEqual([])
    const after = shippedTexts(await readTextTree(root)).texts
    expect(after.filter(({ status }) => status === 'reviewed').map(({ file }) => file)).toEqual(chosen.map(({ file }) => file))
    // All but the texts that were put in stands where it stood.
    expect(after.map(({ file, key, chinese }) => [file, key, chinese])).toEqual(texts.map(({ file, key, chinese }) => [file, key, chinese]))
    expect(planImport(await readTextTree(root), exported)).toMatchObject({ writes: [], present: chosen.length })
  })
})

describe('the newsroom', () => {
  it('has a word for every place that texts lie in', async () => {
    const files = [...new Set((await readTextTree(REPOSITORY)).map(({ file }) => file))]
    const words = readTexts('admin', await readFile(join(REPOSITORY, 'cms/admin/locales/zh-Hans/admin.json'), 'utf8')).texts
    const known = [...words.keys()].filter((key) => key.startsWith('translations.place.'))
    expect(known.toSorted()).toEqual(files.map((file) => `translations.place.${file.replace('/', '.')}`).toSorted())
  })
})

describe('npm run translations', () => {
  const run = async (...words: readonly string[]): Promise<{ code: number | null; output: string }> => {
    const command = spawnServer({ INIT_CWD: folder }, [
      process.execPath,
      join(REPOSITORY, 'cms/launch/start.mjs'),
      '--translations',
      ...words,
    ])
    const { code } = await command.waitForExit(60_000)
    return { code, output: command.output() }
  }
  const state = () => execFileSync('git', ['status', '--porcelain', '--', '*locales*'], { cwd: REPOSITORY, encoding: 'utf8' })
  const head = { format: 'ulan-translations', version: 1, locale: 'mn-Mong', exportedAt: '2026-03-01T08:00:00.000Z' }
  it.each<[string, readonly string[], RegExp]>([
    ['no file', [], /^usage: npm run translations -- FILE/],
    ['a file that is not there', ['nowhere.json'], /^cannot read .*nowhere\.json .*: name the file that was exported\n$/],
    ['a file that is cut off', ['cut.json'], /^.*cut\.json is not JSON .*: export it again on the translation board\n$/],
  ])('with %s says what to do and changes nothing', async (_, words, sentence) => {
    const before = state()
    await writeFile(join(folder, 'cut.json'), '{ "format": "ulan-tr')
    const { code, output } = await run(...words)
    expect([code, output]).toEqual([1, expect.stringMatching(sentence)])
    expect(state()).toBe(before)
  })
  it('leaves out, by name, what this checkout does not have', async () => {
    const before = state()
    const chinese = JSON.parse(await readFile(join(REPOSITORY, 'tv-app/locales/zh-Hans/tv.json'), 'utf8')) as { back: string } // our own
    const files = { 'tv-app/tv': { gone: { chinese: '旧', text: 'ᠬᠠᠭᠤᠴᠢᠨ' }, back: { chinese: `${chinese.back}了`, text: 'ᠪᠤᠴᠠᠬᠤ' } } }
    await writeFile(join(folder, 'old.json'), JSON.stringify({ ...head, files }))
    expect(await run('old.json')).toEqual({
      code: 2,
      output: [
        'left out: tv-app/tv gone: there is no such text here: is this the release that it was made for?',
        `left out: tv-app/tv back: the Chinese is “${chinese.back}” now, and was “${chinese.back}了” for this translation: have it translated again on the board`,
        'no file was changed\n',
      ].join('\n'),
    })
    expect(state()).toBe(before)
  })
})
