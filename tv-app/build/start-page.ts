import { readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { minifySync, type Plugin } from 'vite'
import { type LoaderParts, loaderOf } from './loader.ts'

type Places = {
  readonly root: string
  readonly kind: 'modern' | 'modern-only' | 'legacy'
  readonly buildLegacy: (outDir: string) => Promise<void>
  /** The family of each font file, by the start of its name. */
  readonly families: Readonly<Record<string, string>>
} & Pick<LoaderParts, 'art' | 'shader'>
type Entries = { readonly main: string; readonly scripts: readonly string[]; readonly fonts: readonly string[] }

/**
 * V8's word for a script whose functions are nearly all called at once (Chrome 136 and later; nothing to the others): they
 * are compiled while the script comes in, beside the main thread, which lost 0.2 s to them one by one on a slow box.
 */
const COMPILE_AT_ONCE = '//# allFunctionsCalledOnLoad'
/** What the modern build leaves for the legacy one: each loads this file anew, so memory will not do. */
const NOTE = 'modern-entries.json'

/**
 * Writes `index.html` with the loader in it, which picks a build by feature test. As a file of its own the loader came 0.1 s
 * later on a slow box; the server's content security policy names inline scripts by their hash.
 */
export function startPage(places: Places): Plugin {
  let dist = ''
  let isModernAlone = places.kind === 'modern-only'
  return {
    name: 'tv-start-page',
    configResolved(config) {
      dist = resolve(places.root, config.build.outDir)
      // While developing, only the modern build follows each change.
      isModernAlone ||= config.build.watch !== null
    },
    // Only the development server asks for this: the builds start from `src/main.ts`.
    transformIndexHtml: (page) => page.replace('<!-- loader -->', '<script type="module" src="/src/main.ts"></script>'),
    generateBundle: {
      order: 'post', // Vite's own puts a list of files first in the chunk
      handler(_options, bundle) {
        if (places.kind === 'legacy') return
        for (const name of startScripts(entryOf(bundle), bundle)) {
          const chunk = bundle[name]
          if (chunk?.type === 'chunk') chunk.code = `${COMPILE_AT_ONCE}\n${chunk.code}`
        }
      },
    },
    async writeBundle(_options, bundle) {
      const names = Object.keys(bundle)
      const main = entryOf(bundle)
      const fonts = names.filter((name) => familyOf(places, name) !== undefined)
      const entries: Entries = { main, scripts: startScripts(main, bundle), fonts }
      if (places.kind !== 'legacy') {
        if (isModernAlone) await writePage(places, dist, { modern: entries })
        else await writeFile(join(dist, NOTE), JSON.stringify(entries))
        return
      }
      const polyfills = names.find((name) => /\/polyfills-[^/]*\.js$/.test(name))
      if (polyfills === undefined) throw new Error('the legacy build left no polyfills')
      const modern: Entries = JSON.parse(await readFile(join(dist, NOTE), 'utf8'))
      await rm(join(dist, NOTE))
      await writePage(places, dist, { modern, legacy: { ...entries, polyfills } })
    },
    async closeBundle() {
      if (places.kind === 'modern' && !isModernAlone) await places.buildLegacy(dist)
    },
  }
}

type Builds = { readonly modern: Entries; readonly legacy?: Entries & { readonly polyfills: string } }

async function writePage(places: Places, dist: string, { modern, legacy }: Builds): Promise<void> {
  const startFiles = {
    modern: ['index.html', ...modern.scripts],
    ...(legacy === undefined ? {} : { legacy: ['index.html', legacy.polyfills, ...legacy.scripts] }),
  }
  await writeFile(join(dist, 'start-files.json'), JSON.stringify(startFiles, null, 2))
  const fonts = modern.fonts.map((file) => ({ file, family: familyOf(places, file) ?? '' }))
  const parts = { fonts, art: places.art, shader: places.shader, modern: modern.main, ...(legacy === undefined ? {} : { legacy }) }
  const page = await readFile(join(places.root, 'index.html'), 'utf8')
  const filled = page
    .replace('<!-- loader -->', () => `<script>${shortened(loaderOf(parts))}</script>`)
    .replace('<!-- preload -->', () => preloadsOf(modern))
  await writeFile(join(dist, 'index.html'), filled)
}

/** Without spaces and long names, in words of 2015, which the oldest box knows; compressing would take newer ones. */
const shortened = (script: string): string => minifySync('loader.js', script, { compress: false, mangle: true }).code.trim()

const familyOf = ({ families }: Places, file: string): string | undefined => families[file.match(/^assets\/(\w+)-[^/]+\.woff2$/)?.[1] ?? '']

function entryOf(bundle: Readonly<Record<string, unknown>>): string {
  const main = Object.keys(bundle).find((name) => /\/main-[^/]*\.js$/.test(name))
  if (main === undefined) throw new Error('the build left no entry chunk')
  return main
}

/** The entry and all that it imports before it runs: what a first visit downloads, the player apart. */
function startScripts(entry: string, bundle: Readonly<Record<string, { type: string }>>): string[] {
  const found = new Set<string>()
  const follow = (name: string): void => {
    const file = bundle[name]
    if (file === undefined || found.has(name)) return
    found.add(name)
    if ('imports' in file && Array.isArray(file.imports)) file.imports.forEach(follow)
  }
  follow(entry)
  return [...found]
}

function preloadsOf(modern: Entries): string {
  const fonts = modern.fonts.map((name) => `<link rel="preload" href="./${name}" as="font" type="font/woff2" crossorigin />`)
  const scripts = modern.scripts.map((name) => `<link rel="modulepreload" href="./${name}" crossorigin />`)
  return [...scripts, ...fonts].join('\n    ')
}
