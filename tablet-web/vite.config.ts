import { join } from 'node:path'
import { buildFonts, CYRILLIC_CHARACTERS, readFontTexts, startCharacters } from '@ulan/contract/fonts'
import { rareHanzi } from '@ulan/contract/fonts/rare-hanzi'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'
import { startFiles } from './build/start-files.ts'

const root = import.meta.dirname

export default defineConfig(async (): Promise<UserConfig> => {
  const texts = await readFontTexts()
  await buildFonts(texts)
  return {
    root,
    base: './',
    plugins: [react(), rareHanzi(startCharacters(texts) + CYRILLIC_CHARACTERS), startFiles()],
    server: { fs: { allow: [join(root, '..')] } },
    build: {
      outDir: join(root, 'dist'),
      emptyOutDir: true,
      // The content policy admits no data: scripts or fonts, and separate files are cached for good.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: ['chrome109', 'safari15.4', 'firefox115'],
      chunkSizeWarningLimit: 700,
    },
  }
})
