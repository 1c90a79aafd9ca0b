import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Blob, Direction, Face, Font, Buffer as ShapingBuffer, shape } from 'harfbuzzjs'
import { decompress } from 'wawoff2'

/** `title` and `caption` are two weights of Noto Sans SC, `mongolian` is Noto Sans Mongolian (one weight). */
export type FaceName = 'title' | 'caption' | 'mongolian'

/** One shaped glyph: outline in font units (y up) at its place on the line. */
export type Glyph = { readonly pathData: string; readonly x: number; readonly y: number; readonly advance: number }

/** A line of text as outlines, in font units, so that no picture depends on fonts of the machine. */
export type ShapedLine = { readonly glyphs: readonly Glyph[]; readonly advance: number; readonly unitsPerEm: number }

/** Shapes text into outlines; pure once loaded. Throws when a character has no glyph, since a box must never be published. */
export type Typefaces = { shapeLine(face: FaceName, text: string): ShapedLine }

const FILES: Readonly<Record<FaceName, string>> = {
  title: '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-700-normal.woff2',
  caption: '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-500-normal.woff2',
  mongolian: '@fontsource/noto-sans-mongolian/files/noto-sans-mongolian-mongolian-400-normal.woff2',
}

export async function loadTypefaces(): Promise<Typefaces> {
  const fonts: Readonly<Record<FaceName, Font>> = {
    title: await loadFont(FILES.title),
    caption: await loadFont(FILES.caption),
    mongolian: await loadFont(FILES.mongolian),
  }
  const lines = new Map<string, ShapedLine>()
  const shapeLine = (face: FaceName, text: string): ShapedLine => {
    const key = `${face}:${text}`
    const line = lines.get(key) ?? shapeWith(fonts[face], face, text)
    lines.set(key, line)
    return line
  }
  return { shapeLine }
}

async function loadFont(file: string): Promise<Font> {
  const packed = await readFile(createRequire(import.meta.url).resolve(file))
  return new Font(new Face(new Blob(await decompress(packed))))
}

function shapeWith(font: Font, face: FaceName, text: string): ShapedLine {
  const buffer = new ShapingBuffer()
  buffer.addText(text)
  buffer.setDirection(Direction.LTR)
  buffer.setScript(face === 'mongolian' ? 'Mong' : 'Hani')
  buffer.setLanguage(face === 'mongolian' ? 'mn' : 'zh-Hans')
  shape(font, buffer)
  const glyphs: Glyph[] = []
  let pen = 0
  for (const shaped of buffer.getGlyphInfosAndPositions()) {
    if (shaped.codepoint === 0) throw new Error(`no glyph in ${face} for a character of «${text}»`)
    const advance = shaped.xAdvance ?? 0
    glyphs.push({ pathData: font.glyphToPath(shaped.codepoint), x: pen + (shaped.xOffset ?? 0), y: shaped.yOffset ?? 0, advance })
    pen += advance
  }
  return { glyphs, advance: pen, unitsPerEm: font.face.upem }
}
