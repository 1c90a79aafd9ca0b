import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subsetFont from 'subset-font'

/** Where the built web fonts lie: `sc.woff2` (Chinese, 400) and `mong.woff2` (traditional Mongolian, 400, whole file). */
export const FONT_DIR = join(import.meta.dirname, 'files')

const LOCALE_FOLDERS = ['cms/contract', 'cms/admin', 'tv-app', 'tablet-web'].map((room) =>
  join(import.meta.dirname, '../../..', room, 'locales'),
)
const CHINESE = '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2'
const MONGOLIAN = '@fontsource/noto-sans-mongolian/files/noto-sans-mongolian-mongolian-400-normal.woff2'
const PUNCTUATION =
  '　、。〈〉《》「」『』【】〔〕〖〗—…“”‘’·•！（），．：；？～￥％＋－＝／＜＞｜︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄①②③④⑤⑥⑦⑧⑨⑩→←↑↓✓✕×÷°℃'

/**
 * Builds the web fonts both clients start with, unless they are there already for the same characters.
 * Chinese is a subset: ASCII, punctuation, the 3,755 common hanzi of GB 2312 level 1 and `texts`; Mongolian is one
 * whole file without unicode-range, since a split inside U+2000-206F breaks its shaping (measured).
 */
export async function buildFonts(texts: readonly string[]): Promise<void> {
  const characters = coveredCharacters(texts)
  const digest = createHash('sha256').update(characters).digest('hex')
  const stampFile = join(FONT_DIR, 'stamp.txt')
  if ((await readText(stampFile)) === digest) return
  await mkdir(FONT_DIR, { recursive: true })
  const require = createRequire(import.meta.url)
  const chinese = await readFile(require.resolve(CHINESE))
  await writeFile(join(FONT_DIR, 'sc.woff2'), await subsetFont(chinese, characters, { targetFormat: 'woff2' }))
  await writeFile(join(FONT_DIR, 'mong.woff2'), await readFile(require.resolve(MONGOLIAN)))
  await writeFile(stampFile, digest)
}

/** The characters the Chinese start font is asked to hold, sorted, each once; a client may load the others lazily. */
export function coveredCharacters(texts: readonly string[]): string {
  return [...new Set([...latin(), ...PUNCTUATION, ...commonHanzi(), ...texts.join('')])].sort().join('')
}

/** All strings of all clients, for `buildFonts`: one font file serves them all, so that none builds it over again. */
export async function readLocaleTexts(): Promise<string[]> {
  const texts: string[] = []
  for (const folder of LOCALE_FOLDERS) {
    for (const name of await readdir(folder, { recursive: true })) {
      if (name.endsWith('.json')) texts.push(await readFile(join(folder, name), 'utf8'))
    }
  }
  return texts
}

async function readText(file: string): Promise<string | undefined> {
  const found = await stat(file).then(
    () => true,
    () => false,
  )
  return found ? await readFile(file, 'utf8') : undefined
}

function latin(): string {
  return Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('')
}

/** GB 2312 rows 16 to 55: the 3,755 hanzi of everyday writing. */
function commonHanzi(): string {
  const decoder = new TextDecoder('gb2312')
  const bytes: number[] = []
  for (let row = 16; row <= 55; row += 1) {
    for (let cell = 1; cell <= (row === 55 ? 89 : 94); cell += 1) bytes.push(row + 0xa0, cell + 0xa0)
  }
  return decoder.decode(Uint8Array.from(bytes))
}
