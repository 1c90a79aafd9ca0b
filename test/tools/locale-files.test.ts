import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { checkLocales, usesOf } from './locale-files.ts'

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
  await write('tv-app/locales/zh-Hans/x.json', { shown: '一', both: '二', hidden: '三' })
  await write('tv-app/locales/mn-Mong/x.json', { shown: 'ᠨᠢᠭᠡ', both: '', more: '' })
  await write('tv-app/locales/mn-Mong/x.status.json', { gone: 'own' })
  const sources = [
    { file: 'tv-app/src/a.ts', text: "t('shown') + t('both')" },
    { file: 'tablet-web/src/a.ts', text: "t('hidden')" },
  ]
  const { keyCount, complaints } = checkLocales(root, sources)
  expect(keyCount).toBe(3)
  expect(complaints.map((one) => one.replace(root, '').replace(/^\//, ''))).toEqual([
    'tv-app/locales/zh-Hans/x.json: nobody shows hidden',
    'tv-app/locales/mn-Mong/x.json: key hidden is missing',
    'tv-app/locales/mn-Mong/x.json: key more is in no Chinese file',
    'tv-app/locales/mn-Mong/x.status.json: no status of shown',
    'tv-app/locales/mn-Mong/x.status.json: key gone is in no text',
  ])
})
