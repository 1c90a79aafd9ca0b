import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { checkLocales, statusTable } from './locale-files.ts'
import { usesOf } from './locale-use.ts'

const FILM = `
  // The villager's tablet isn't asked.
  say('film:after.an.apostrophe')
  say('film:plain'); say("film:double"); say(\`film:kind.\${kind}\`); say(\`film:size\${size}\`); say(\`\${a}\${b}\`)
  say('film:files', { count }); say(\`film:\${stop ? 'pause' : word}\`); const word = 'play'; say('quiz:progress')
  /** Never \`film:praised\`. */
  const style = { dash: 'stopped' }; type Key = \`quiz:\${keyof Texts}\`
`
const LANDING = `
  import zhHans from '../locales/zh-Hans/landing.json' with { type: 'json' }
  import type later from '../locales/zh-Hans/film.json'
  zhHans.scan; zhHans[entry].open; zhHans[entry]; zhHans.entry.text; later.gone; const x = 'quoted'
  say('here'); say(\`\${entry}.text\`)
`
const NEWSROOM = `
  t('crash.title'); <Page of="crash.hint" />; t('brand'); <b className="choose" />; t(\`rung.\${rung}\`); t(\`\${kind}.ask\`)
  t('action.save', { ns: 'common' }); t(\`field.\${code}\`, { ns: 'problem' }); t(code, { ns: 'problem' })
`
const SERVER = "refuse('queue-full', [{ path: '', code: 'too-long' }])"
const SENTENCES = "export const ENGLISH = { 'gone-for-good': 'It is gone.', 'worn-out': 'It is worn.' }"
const isUsed = usesOf([
  { file: 'tv-app/src/film.ts', text: FILM },
  { file: 'tv-app/src/keys.ts', text: "const keys = ['named', 'elsewhere']" },
  { file: 'cms/src/http/page/landing-page.ts', text: LANDING },
  { file: 'cms/admin/src/page.tsx', text: NEWSROOM },
  { file: 'cms/src/service/a.ts', text: SERVER },
  { file: 'cms/contract/src/problem/problem-english.ts', text: SENTENCES },
])

test.each([
  ['film', 'after.an.apostrophe', true],
  ['film', 'plain', true],
  ['film', 'double', true],
  ['film', 'kind.opera', true],
  ['film', 'kind.opera.long', false],
  ['film', 'sizeLarge', true],
  ['film', 'files_other', true],
  // The hole is the whole key: words of the same source may fill it.
  ['film', 'play', true],
  ['film', 'pause', true],
  ['film', 'named', false],
  ['film', 'praised', false],
  ['film', 'gone', false],
  // A word that is quoted for something else, and a name in another namespace.
  ['tv', 'plain', false],
  ['tv', 'stopped', false],
  ['quiz', 'progress', true],
  ['film', 'progress', false],
  ['quiz', 'score', false],
  ['landing', 'scan', true],
  ['landing', 'tv.open', true],
  ['landing', 'entry.text', true],
  ['landing', 'tv.close', false],
  ['landing', 'quoted', false],
  ['landing', 'here', true],
  ['landing', 'tv.text', true],
  ['landing', 'licence', false],
  ['admin', 'crash.title', true],
  ['admin', 'crash.hint', true],
  ['admin', 'rung.lowest', true],
  ['admin', 'chapter.ask', true],
  ['admin', 'brand', true],
  ['admin', 'choose', false],
  ['admin', 'action.save', false],
  ['common', 'action.save', true],
  ['common', 'crash.title', false],
  ['problem', 'queue-full', true],
  ['problem', 'fields.too-long', true],
  ['problem', 'gone-for-good', false],
  ['problem', 'fields.worn-out', false],
])('%s:%s: used %s', (namespace, key, expected) => expect(isUsed(namespace, key)).toBe(expected))

test('every locale has the same keys, a status for each translation, and none that nobody shows', async () => {
  const root = await mkdtemp(join(tmpdir(), 'legal-locales-'))
  const write = async (path: string, value: object): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), JSON.stringify(value))
  }
  for (const room of ['cms/contract', 'cms/admin', 'cms/src/http', 'tv-app', 'tablet-web'])
    await write(`${room}/locales/zh-Hans/x.json`, {})
  await write('tv-app/locales/zh-Hans/x.json', { shown: '一', both: '二', hidden: '三', filled: '第 {{n}} 集', bare: '' })
  await write('tv-app/locales/mn-Mong/x.json', { shown: 'ᠨᠢᠭᠡ', both: '', more: '', filled: '{{m}}', bare: '' })
  await write('tv-app/locales/mn-Mong/x.status.json', { gone: 'own', both: 'derived', filled: 'own', bare: 'good' })
  const sources = [
    { file: 'tv-app/src/a.ts', text: "t('x:shown') + t('x:both') + t('x:filled') + t('x:bare') + 'hidden'" },
    { file: 'tablet-web/src/a.ts', text: "t('x:hidden')" },
    { file: 'tv-app/src/test-texts.ts', text: "t('x:hidden')" },
  ]
  const { keyCount, complaints, counts } = checkLocales(root, sources)
  expect(keyCount).toBe(5)
  expect(complaints.map((one) => one.replace(root, '').replace(/^\//, ''))).toEqual([
    'tv-app/locales/zh-Hans/x.json: nobody shows hidden',
    'tv-app/locales/zh-Hans/x.json: key bare is empty',
    'tv-app/locales/mn-Mong/x.json: key hidden is missing',
    'tv-app/locales/mn-Mong/x.json: key more is in no Chinese file',
    'tv-app/locales/mn-Mong/x.json: key filled must have the same {{…}} as the Chinese text',
    'tv-app/locales/mn-Mong/x.status.json: no status of shown',
    'tv-app/locales/mn-Mong/x.status.json: both is derived, its text is empty',
    'tv-app/locales/mn-Mong/x.status.json: bare is “good”; it must be one of reviewed, attested, derived, own, missing',
    'tv-app/locales/mn-Mong/x.status.json: key gone is in no text',
  ])
  expect(statusTable(counts).split('\n')).toEqual([
    'texts                   reviewed  attested  derived  own  missing',
    'tv-app/locales mn-Mong         0         0        1    1        2',
  ])
})
