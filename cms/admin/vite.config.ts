import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { buildFonts, CONTRACT_LOCALES, FONT_DIR, readLocaleTexts } from '@ulan/contract/fonts'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const hasFonts = await access(join(FONT_DIR, 'mong.woff2')).then(
  () => true,
  () => false,
)
// The viewers' clients decide which hanzi the subset holds; the newsroom only needs the files to exist.
if (!hasFonts) await buildFonts(await readLocaleTexts([CONTRACT_LOCALES]))

const api = 'http://127.0.0.1:8080'

/** Served at `/admin/`, but relative, so that a proxy may put it elsewhere. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: ['chrome111', 'firefox115', 'safari16.4'], chunkSizeWarningLimit: 2000 },
  worker: { format: 'es' },
  server: { proxy: { '/api': api, '/media': api, '/preview': api } },
})
