import { buildFonts, coveredCharacters, readFontTexts } from '@ulan/contract/fonts'
import { rareHanzi } from '@ulan/contract/fonts/rare-hanzi'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const texts = await readFontTexts()
await buildFonts(texts)

const api = 'http://127.0.0.1:8080'

/** Served at `/admin/`, but relative, so that a proxy may put it elsewhere. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), rareHanzi(coveredCharacters(texts))],
  build: { outDir: 'dist', emptyOutDir: true, target: ['chrome111', 'firefox115', 'safari16.4'], chunkSizeWarningLimit: 2000 },
  worker: { format: 'es' },
  server: { proxy: { '/api': api, '/media': api, '/preview': api } },
})
