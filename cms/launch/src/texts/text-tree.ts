import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BASE_LOCALE, TEXT_ROOMS, TRANSLATED_LOCALES, type TranslatedLocale } from '@ulan/contract'

/** One file of texts in one language, as it lies in the source tree; paths are relative to its root. */
export type TextFile = {
  readonly locale: TranslatedLocale
  /** `tv-app/tv` */
  readonly file: string
  readonly path: string
  readonly json: string
  readonly statusPath: string
  readonly statusJson: string
  readonly chinesePath: string
  readonly chineseJson: string
}

const NO_STATUSES = '{}\n'

/** All texts of the interface in a source tree; a language that a room does not speak has no files there. */
export async function readTextTree(root: string): Promise<readonly TextFile[]> {
  const files: TextFile[] = []
  for (const [room, folder] of Object.entries(TEXT_ROOMS)) {
    const base = `${folder}/locales/${BASE_LOCALE}`
    for (const name of (await readdir(join(root, base))).sort()) {
      const chinesePath = `${base}/${name}`
      const chineseJson = await readFile(join(root, chinesePath), 'utf8')
      for (const locale of TRANSLATED_LOCALES) {
        const path = `${folder}/locales/${locale}/${name}`
        const statusPath = path.replace(/\.json$/, '.status.json')
        const json = await readIfThere(join(root, path))
        if (json === undefined) continue
        const statusJson = (await readIfThere(join(root, statusPath))) ?? NO_STATUSES
        files.push({ locale, file: `${room}/${name.replace(/\.json$/, '')}`, path, json, statusPath, statusJson, chinesePath, chineseJson })
      }
    }
  }
  return files
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
