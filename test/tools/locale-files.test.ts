import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { checkLocales, statusTable } from './locale-files.ts'
import { usesOf } from './locale-use.ts'

const SOURCE = `
  // The villager's tablet isn't asked.
  t('after.an.apostrophe')
  t('plain'); t("common:named.with.room"); t(\`kind.\${kind}\`); t(\`\${status}.title\`); t(\`\${a}\${b}\`)
  t('files', { count }); zhHans.scan; zhHans[entry].open; const x = 'a sentence, of course'
`

test.each([
  ['plain', true],
  ['after.an.apostrophe', true],
  ['named.with.room', true],
  ['kind.opera', true],
  ['kind.opera.long', false],
  ['draft.title', true],
  ['files_other', true],
  ['scan', true],
  ['tv.open', true],
  ['tv.close', false],
  ['nobody', false],
])('%s: used %s', (key, isUsed) => expect(usesOf([SOURCE])(key)).toBe(isUsed))

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
    { file: 'tv-app/src/a.ts', text: "t('shown') + t('both') + t('filled') + t('bare')" },
    { file: 'tablet-web/src/a.ts', text: "t('hidden')" },
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
