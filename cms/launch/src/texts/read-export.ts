import type { TranslationExport } from '@ulan/contract'
import { describeProblem, fieldProblems } from '@ulan/contract/schemas'
import { parseJson, translationExportSchema } from '@ulan/contract/texts'

type ReadExport = { readonly ok: true; readonly texts: TranslationExport } | { readonly ok: false; readonly sentence: string }

const refuse = (sentence: string): ReadExport => ({ ok: false, sentence })
const ADVICE = 'export it again on the translation board'

/** Reads what the translation board exported; a sentence says what is wrong with anything else. */
export function readExport(json: string): ReadExport {
  const parsed = parseJson(json)
  if ('problem' in parsed) return refuse(`is not JSON (${parsed.problem}): ${ADVICE}`)
  const { value } = parsed
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== 'ulan-translations')
    return refuse(`is no file of the translation board: ${ADVICE}`)
  if (!('version' in value) || value.version !== 1) return refuse('was exported by a newer release: run the command of that release')
  const read = translationExportSchema.safeParse(value)
  if (read.success) return { ok: true, texts: read.data }
  const { detail = '' } = describeProblem('invalid-request', 'en', fieldProblems(read.error, value))
  return refuse(`has mistakes: ${ADVICE}. ${detail}`)
}
