import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TEXT_ROOMS } from '@ulan/contract'
import { readTexts } from '@ulan/contract/texts'

const PLACE = 'cms/contract/glossary/mongolian.json'
type Script = 'mn-Mong' | 'mn-Cyrl'
/** One line of the glossary: what it says in each script, an empty text where nobody knows it yet. */
export type GlossaryEntry = { readonly mnMong: string; readonly mnCyrl: string }

/** Case endings, which the traditional script parts from the word by U+180E, older texts by U+202F. */
const MONG_ENDINGS: readonly string[] = ['ᠤᠨ', 'ᠦᠨ', 'ᠤ', 'ᠦ', 'ᠶᠢᠨ']
/** The same of the genitive in Cyrillic; the ablative stands behind a number. */
const CYRL_ENDINGS: readonly string[] = ['ийн', 'ын']
const AFTER_NUMBER: readonly string[] = ['-ээс']

/** Words of a text in small letters, their endings parted in one way; what stands for a number or a name parts words. */
const wordsIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('\u202f', '\u180e')
    .replace(/\{\{\w+\}\}/g, ' ')
    .split(/[ /·—()（）,.:;!?«»"“”…᠂᠃0-9a-z]+/)
    .filter((word) => word !== '')

/** What of a text is neither a word of the glossary nor one with a case ending. */
export function foreignWords(text: string, script: Script, glossary: readonly GlossaryEntry[]): readonly string[] {
  const known = new Set(glossary.flatMap((entry) => wordsIn(script === 'mn-Mong' ? entry.mnMong : entry.mnCyrl)))
  const stems = script === 'mn-Mong' ? mongStems : cyrlStems
  return wordsIn(text).filter((word) => !known.has(word) && !stems(word).some((stem) => known.has(stem)) && !AFTER_NUMBER.includes(word))
}

function mongStems(word: string): readonly string[] {
  const at = word.lastIndexOf('\u180e')
  return at > 0 && MONG_ENDINGS.includes(word.slice(at + 1)) ? [word.slice(0, at)] : []
}

/** A soft sign gives way to the ending. */
const cyrlStems = (word: string): readonly string[] =>
  CYRL_ENDINGS.filter((ending) => word.endsWith(ending)).flatMap((ending) => {
    const stem = word.slice(0, -ending.length)
    return [stem, `${stem}ь`]
  })

/** Mongolian that nobody is known to have said: only what a native reader has passed may go beyond the glossary. */
export function checkGlossary(root: string): { readonly complaints: readonly string[]; readonly wordCount: number } {
  const glossary: readonly GlossaryEntry[] = JSON.parse(readFileSync(join(root, PLACE), 'utf8'))
  let wordCount = 0
  const complaints = (['mn-Mong', 'mn-Cyrl'] as const).flatMap((script) =>
    filesOf(root, script).flatMap((file) => {
      const { texts } = readTexts(file, readFileSync(join(root, file), 'utf8'))
      const statusFile = join(root, file.replace(/\.json$/, '.status.json'))
      const statuses = existsSync(statusFile) ? readTexts(statusFile, readFileSync(statusFile, 'utf8')).texts : undefined
      return [...texts].flatMap(([key, text]) => {
        wordCount += wordsIn(text).length
        const foreign = statuses?.get(key) === 'reviewed' ? [] : foreignWords(text, script, glossary)
        return foreign.map((word) => `${file}: ${key} has ${word}, which ${PLACE} does not know: write it there with its source`)
      })
    }),
  )
  return { complaints, wordCount }
}

function filesOf(root: string, script: Script): readonly string[] {
  return Object.values(TEXT_ROOMS).flatMap((room) => {
    const folder = `${room}/locales/${script}`
    if (!existsSync(join(root, folder))) return []
    return readdirSync(join(root, folder))
      .filter((name) => !name.endsWith('.status.json'))
      .map((name) => `${folder}/${name}`)
  })
}
