import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fail, readWords } from './backup/command-words.ts'
import { readEnv } from './config/env.ts'
import { SOURCE_ROOT } from './pages.ts'
import { applyImport, importReport } from './texts/apply-import.ts'
import { planImport } from './texts/plan-import.ts'
import { readExport } from './texts/read-export.ts'
import { readTextTree } from './texts/text-tree.ts'

const USAGE = `usage: npm run translations -- FILE
  FILE  reviewed texts, exported on the translation board; they are put into the locale files of this checkout`
/** Some texts were put in, others left out; 1 is what every command ends with that did nothing. */
const EXIT_LEFT_OUT = 2

const words = readWords(process.argv.slice(3), [])
if (words === undefined) fail(USAGE)
const file = resolve(readEnv().INIT_CWD ?? '.', words.file)
const json = await readFile(file, 'utf8').catch((error: unknown) =>
  fail(`cannot read ${file} (${error instanceof Error ? error.message : String(error)}): name the file that was exported`),
)
const read = readExport(json)
if (!read.ok) fail(`${file} ${read.sentence}`)
const plan = planImport(await readTextTree(SOURCE_ROOT), read.texts)
await applyImport(SOURCE_ROOT, plan).catch((error: unknown) =>
  fail(`cannot write the locale files (${error instanceof Error ? error.message : String(error)}): mend that and run it again`),
)
process.stdout.write(importReport(plan))
process.exitCode = plan.refused.length === 0 ? 0 : EXIT_LEFT_OUT
