import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subsetFont from 'subset-font'

/**
 * Where the built web fonts lie, all of weight 400: `sc.woff2` (Chinese), `sc-start.woff2` (the same with far fewer hanzi),
 * `mong.woff2` (traditional Mongolian, whole file), and the letters of Cyrillic Mongolian: `cyrl.woff2` has those of
 * Russian, `cyrlmore.woff2` the others.
 */
export const FONT_DIR = join(import.meta.dirname, 'files')

const ROOT = join(import.meta.dirname, '../../..')
const localeFolder = (room: string): string => join(ROOT, room, 'locales')
const ALL_ROOMS = ['cms/contract', 'cms/admin', 'tv-app', 'tablet-web'].map(localeFolder)
const TABLET_ROOMS = ['cms/contract', 'tablet-web'].map(localeFolder)
/** Sentences about mistakes of staff, which no viewer sees. */
const STAFF_TEXTS = /problem\.json$/
const STARTER_CATALOGUE = join(ROOT, 'cms/launch/starter-catalogue')

/** What the fonts are made for. */
export type FontTexts = {
  /** All strings of all clients, and the catalogue that an empty store begins with. */
  readonly all: readonly string[]
  /** What a tablet shows of them. */
  readonly tablet: readonly string[]
}
const CHINESE = '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2'
const MONGOLIAN = '@fontsource/noto-sans-mongolian/files/noto-sans-mongolian-mongolian-400-normal.woff2'
const CYRILLIC = '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2'
const CYRILLIC_MORE = '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff2'
const CYRILLIC_LETTERS = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ№'
const CYRILLIC_MORE_LETTERS = 'өүӨҮ'
const PUNCTUATION = '　、。〈〉《》「」『』【】〔〕〖〗—…“”‘’·•！（），．：；？～￥％＋－＝／＜＞｜︵︶︹︽︾︿﹀﹁﹃↑↓×÷°'
/** Of everyday writing, but not in the file of Chinese: slices have them. */
export const LEFT_TO_SLICES = '←→℃①②③④⑤⑥⑦⑧⑨⑩✓︷︸︺︻︼﹂﹄毖耪谰锨'

/**
 * Builds the web fonts that clients start with, unless they are there already for the same characters. Chinese is a
 * subset: ASCII, punctuation, and the hanzi of the texts; in `sc.woff2` also the 3,755 common hanzi of GB 2312 level 1.
 * Mongolian is one whole file without unicode-range, since a split inside U+2000-206F breaks its shaping (measured).
 */
export async function buildFonts(texts: FontTexts): Promise<void> {
  const wide = coveredCharacters(texts)
  const narrow = startCharacters(texts)
  const digest = createHash('sha256').update(`${wide} ${narrow} ${CYRILLIC_LETTERS} ${CYRILLIC_MORE_LETTERS}`).digest('hex')
  const stampFile = join(FONT_DIR, 'stamp.txt')
  if ((await readText(stampFile)) === digest) return
  await mkdir(FONT_DIR, { recursive: true })
  const require = createRequire(import.meta.url)
  const cut = async (source: string, characters: string, name: string): Promise<void> => {
    const font = await subsetFont(await readFile(require.resolve(source)), characters, { targetFormat: 'woff2' })
    await writeFile(join(FONT_DIR, name), font)
  }
  await cut(CHINESE, wide, 'sc.woff2')
  await cut(CHINESE, narrow, 'sc-start.woff2')
  await cut(CYRILLIC, CYRILLIC_LETTERS, 'cyrl.woff2')
  await cut(CYRILLIC_MORE, CYRILLIC_MORE_LETTERS, 'cyrlmore.woff2')
  await writeFile(join(FONT_DIR, 'mong.woff2'), await readFile(require.resolve(MONGOLIAN)))
  await writeFile(stampFile, digest)
}

const distinct = (characters: Iterable<string>): string => [...new Set(characters)].sort().join('')

/** Noto Sans SC has none of these, or not all: they come from other fonts. Line ends are drawn by none. */
const OTHER_SCRIPTS = /\p{Script=Mongolian}|\p{Script=Cyrillic}|\u202f|\p{Cc}/u
const isInFile = (character: string): boolean => !OTHER_SCRIPTS.test(character) && !LEFT_TO_SLICES.includes(character)
const chinese = (texts: readonly string[]): string[] => [...texts.join('')].filter(isInFile)

/** The characters of `sc.woff2`, sorted, each once; a client may load the others lazily. */
export const coveredCharacters = ({ all }: FontTexts): string =>
  distinct([...latin(), ...PUNCTUATION, ...commonHanzi().filter(isInFile), ...chinese(all)])

/** The letters of `cyrl.woff2` and `cyrlmore.woff2`, which every client starts with. */
export const CYRILLIC_CHARACTERS = CYRILLIC_LETTERS + CYRILLIC_MORE_LETTERS

/** The characters of `sc-start.woff2`, likewise. */
export const startCharacters = ({ tablet }: FontTexts): string => distinct([...latin(), ...PUNCTUATION, ...chinese(tablet)])

/** The texts for `buildFonts`: one set of font files serves all clients, so that none builds them over again. */
export async function readFontTexts(): Promise<FontTexts> {
  const catalogue = await readJsonFiles(STARTER_CATALOGUE)
  const all = await Promise.all(ALL_ROOMS.map((folder) => readJsonFiles(folder)))
  const tablet = await Promise.all(TABLET_ROOMS.map((folder) => readJsonFiles(folder, STAFF_TEXTS)))
  return { all: [...all.flat(), ...catalogue], tablet: [...tablet.flat(), ...catalogue] }
}

async function readJsonFiles(folder: string, except?: RegExp): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json') && except?.test(name) !== true)
  return await Promise.all(names.sort().map((name) => readFile(join(folder, name), 'utf8')))
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
function commonHanzi(): string[] {
  const decoder = new TextDecoder('gb2312')
  const bytes: number[] = []
  for (let row = 16; row <= 55; row += 1) {
    for (let cell = 1; cell <= (row === 55 ? 89 : 94); cell += 1) bytes.push(row + 0xa0, cell + 0xa0)
  }
  return [...decoder.decode(Uint8Array.from(bytes))]
}
