import { cleanText, hasPrivateUse, type TranslationExport } from '@ulan/contract'
import { findHoleProblems, type LocaleTexts, readTexts } from '@ulan/contract/texts'
import { putFlatText, replaceText } from './json-edit.ts'
import type { TextFile } from './text-tree.ts'

export type ImportPlan = {
  /** Files to write, paths relative to the source tree's root; those that stay as they are, are not in it. */
  readonly writes: readonly { readonly path: string; readonly json: string }[]
  /** Texts that are put in, by file. */
  readonly put: ReadonlyMap<string, number>
  /** Texts that stand there, reviewed, already. */
  readonly present: number
  /** One sentence for each text that is not put in. */
  readonly refused: readonly string[]
}
type Entry = TranslationExport['files'][string][string]
type Read = { readonly chinese: LocaleTexts; readonly own: LocaleTexts; readonly statuses: LocaleTexts }
type FilePlan = { readonly json: string; readonly statusJson: string; readonly put: number; readonly present: number }

/** What putting reviewed texts into a source tree means; whatever does not fit it is refused by name, and the rest goes in. */
export function planImport(tree: readonly TextFile[], { locale, files }: TranslationExport): ImportPlan {
  const writes: { path: string; json: string }[] = []
  const put = new Map<string, number>()
  const refused: string[] = []
  let present = 0
  for (const [name, entries] of Object.entries(files)) {
    const target = tree.find((one) => one.locale === locale && one.file === name)
    if (target === undefined) {
      refused.push(`${name}: there is no such file in ${locale}, so its texts were left out: is this the release that they were made for?`)
      continue
    }
    const plan = planFile(target, entries, (sentence) => refused.push(sentence))
    present += plan.present
    if (plan.put > 0) put.set(name, plan.put)
    if (plan.json !== target.json) writes.push({ path: target.path, json: plan.json })
    if (plan.statusJson !== target.statusJson) writes.push({ path: target.statusPath, json: plan.statusJson })
  }
  return { writes, put, present, refused }
}

function planFile(target: TextFile, entries: Readonly<Record<string, Entry>>, refuse: (sentence: string) => void): FilePlan {
  const read = {
    chinese: readTexts(target.chinesePath, target.chineseJson),
    own: readTexts(target.path, target.json),
    statuses: readTexts(target.statusPath, target.statusJson),
  }
  const before = { json: target.json, statusJson: target.statusJson, put: 0, present: 0 }
  const complaints = [read.chinese, read.own, read.statuses].flatMap((one) => one.complaints)
  if (complaints.length > 0) {
    for (const complaint of complaints) refuse(`${complaint}; until then nothing is put into ${target.file}`)
    return before
  }
  const order = [...read.own.texts.keys()]
  const plan = { ...before }
  for (const [key, entry] of Object.entries(entries)) {
    const text = cleanText(entry.text)
    const problem = findProblem(read, key, { ...entry, text })
    if (problem !== undefined) {
      refuse(`${target.file} ${key}: ${problem}`)
    } else if (read.own.texts.get(key) === text && read.statuses.texts.get(key) === 'reviewed') {
      plan.present += 1
    } else {
      plan.json = replaceText(plan.json, key, text) ?? plan.json
      plan.statusJson = putFlatText(plan.statusJson, key, 'reviewed', order)
      plan.put += 1
    }
  }
  return plan
}

/** Why a text may not go into a file, and what to do. */
function findProblem({ chinese, own }: Read, key: string, entry: Entry): string | undefined {
  const today = chinese.texts.get(key)
  if (today === undefined || !own.texts.has(key)) return 'there is no such text here: is this the release that it was made for?'
  if (today !== entry.chinese)
    return `the Chinese is “${today}” now, and was “${entry.chinese}” for this translation: have it translated again on the board`
  if (entry.text === '') return 'the translation is empty: have it translated again on the board'
  if (hasPrivateUse(entry.text)) return 'the translation has characters that only some font can draw: type it in standard Unicode'
  return findHoleProblems(today, entry.text, key).length === 0
    ? undefined
    : `the translation must have the same {{…}} as the Chinese “${today}”: have it mended on the board`
}
