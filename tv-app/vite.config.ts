import { join } from 'node:path'
import Lightning from '@lightningjs/core'
import { FONT_FAMILIES } from '@ulan/contract'
import { buildFonts, CYRILLIC_CHARACTERS, coveredCharacters, readFontTexts } from '@ulan/contract/fonts'
import { rareHanzi } from '@ulan/contract/fonts/rare-hanzi'
import legacy from '@vitejs/plugin-legacy'
import { build, defineConfig, type UserConfig } from 'vite'
import { leaveOutLightningParts } from './build/lightning-parts.ts'
import { leaveOutMissingTexts } from './build/missing-texts.ts'
import { POLYFILLS } from './build/polyfills.ts'
import { leaveOutSdkPlugins } from './build/sdk-plugins.ts'
import { startPage } from './build/start-page.ts'
import { ART_IMAGE } from './src/layout.ts'

const root = import.meta.dirname
const CONFIG = join(root, 'vite.config.ts')

/**
 * Class names are load-bearing: Lightning finds the state classes of a component by `class.name`. The modern build keeps
 * them in the minifier (`output.keepNames` would make it ES2022 whatever the target); the legacy build needs
 * `output.keepNames`, since its chunks are minified on their own (both measured).
 */
const keepClassNames = {
  compress: { keepNames: { class: true, function: false } },
  mangle: { keepNames: { class: true, function: false } },
}

/**
 * One config, two builds: `vite build` makes the modern one and then, by itself, the legacy one, into one folder.
 * `--mode modern` stops after the first, for a quick look.
 */
export default defineConfig(async ({ command, mode }): Promise<UserConfig> => {
  const isLegacy = mode === 'legacy'
  const folder = isLegacy ? 'legacy' : 'modern'
  const texts = await readFontTexts()
  if (!isLegacy) await buildFonts(texts)
  return {
    root,
    base: './',
    publicDir: isLegacy ? false : 'public',
    server: { fs: { allow: [join(root, '..')] } },
    plugins: [
      rareHanzi(coveredCharacters(texts) + CYRILLIC_CHARACTERS),
      leaveOutSdkPlugins(),
      leaveOutLightningParts(),
      leaveOutMissingTexts(),
      startPage({
        root,
        kind: isLegacy ? 'legacy' : mode === 'modern' ? 'modern-only' : 'modern',
        families: {
          sc: FONT_FAMILIES.chinese,
          mong: FONT_FAMILIES.mongolian,
          cyrl: FONT_FAMILIES.cyrillic,
          cyrlmore: FONT_FAMILIES.cyrillicMore,
        },
        art: ART_IMAGE,
        shader: Lightning.shaders.WebGLDefaultShader,
        buildLegacy: async (outDir) => {
          await build({ configFile: CONFIG, mode: 'legacy', logLevel: 'warn', build: { outDir } })
        },
      }),
      ...(isLegacy && command === 'build'
        ? [legacy({ targets: ['chrome >= 53', 'safari >= 11'], renderModernChunks: false, polyfills: POLYFILLS })]
        : []),
    ],
    build: {
      outDir: 'dist',
      emptyOutDir: !isLegacy,
      assetsInlineLimit: 0,
      modulePreload: false,
      chunkSizeWarningLimit: 700,
      ...(isLegacy ? {} : { target: ['chrome80', 'safari14'] }),
      rolldownOptions: {
        input: { main: join(root, 'src/main.ts') },
        output: {
          entryFileNames: `${folder}/[name]-[hash].js`,
          chunkFileNames: `${folder}/[name]-[hash].js`,
          assetFileNames: 'assets/[name]-[hash][extname]',
          ...(isLegacy ? { keepNames: true } : { minify: keepClassNames }),
        },
      },
    },
  }
})
