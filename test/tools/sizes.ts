import { importsOf } from './arrows.ts'

type Source = { readonly file: string; readonly text: string }

const FILE_LINES = 300
const IMPORTS = 20
const ROOT_IMPORTS = 40
/** Files that put a whole together, or only list what belongs to it. */
const COMPOSITION_ROOTS = new Set([
  'cms/admin/src/main.tsx',
  'cms/contract/src/index.ts',
  'cms/launch/src/launch.ts',
  'cms/launch/src/starter/artwork/artwork-table.ts',
  'cms/src/create-cms.ts',
  'media/src/create-media.ts',
  'tablet-web/src/main.tsx',
])

/** One sentence for each file with more lines or imports than one thought needs. */
export function tooBig(sources: readonly Source[]): string[] {
  return sources.flatMap(({ file, text }) => {
    const lines = text.trimEnd().split('\n').length
    const imports = importsOf(text).length
    const most = COMPOSITION_ROOTS.has(file) ? ROOT_IMPORTS : IMPORTS
    return [
      ...(lines > FILE_LINES ? [`${file}: ${String(lines)} lines, at most ${String(FILE_LINES)}`] : []),
      ...(imports > most ? [`${file}: ${String(imports)} imports, at most ${String(most)}`] : []),
    ]
  })
}
