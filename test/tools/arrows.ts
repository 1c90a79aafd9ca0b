import { posix } from 'node:path'

type Source = { readonly file: string; readonly text: string }

/**
 * Who may import what, longest folder first. `own` are folders of the tree, `packages` names from node_modules; a
 * workspace package is named like any other. Tests may reach further than the code they test, but never across rooms.
 */
type Room = { readonly folder: string; readonly own: readonly string[]; readonly packages: readonly string[] }

const CONTRACT = ['@ulan/contract', '@ulan/contract/schemas', '@ulan/contract/texts']
/** What the contract offers a browser: no validators. */
const CONTRACT_FOR_CLIENTS = ['@ulan/contract', '@ulan/contract/locales/', '@ulan/contract/fonts/files/', '@ulan/player', 'virtual:']
const BUILDING = ['node:', 'vite', '@vitejs/', '@ulan/contract/fonts']
const REACT = ['react', 'react-dom', 'react-dom/client', 'react/jsx-runtime', 'i18next', 'react-i18next']
const media = (...folders: readonly string[]): string[] => folders.map((folder) => `media/src/${folder}`)
/** What the media side does, whoever asks for it. */
const USE_CASES = ['service', 'work', 'cue', 'plan', 'probe', 'run', 'package', 'poster', 'storage', 'store', 'upload']
const ROOMS: readonly Room[] = [
  { folder: 'cms/contract/fonts', own: ['cms/contract/fonts'], packages: ['node:', 'subset-font', 'vite'] },
  // The table of Menksoft's code: no client may carry it.
  { folder: 'cms/contract/src/menksoft', own: ['cms/contract/src/menksoft'], packages: ['mongol-code'] },
  { folder: 'cms/contract', own: ['cms/contract'], packages: ['zod'] },
  { folder: 'cms/embedded', own: ['cms/embedded'], packages: ['node:', 'bson', 'mingo'] },
  { folder: 'cms/src/domain', own: ['cms/src/domain'], packages: [...CONTRACT, '@ulan/contract/menksoft', 'pinyin-pro'] },
  { folder: 'cms/src/service', own: ['cms/src/service', 'cms/src/domain'], packages: [...CONTRACT, 'node:', 'pino'] },
  {
    folder: 'cms/src/storage',
    own: ['cms/src/storage', 'cms/src/domain', 'cms/src/service'],
    packages: [...CONTRACT, 'node:', 'mongoose', 'better-auth', 'rate-limiter-flexible', 'pino'],
  },
  {
    folder: 'cms/src/http',
    own: ['cms/src/http', 'cms/src/service', 'cms/src/domain'],
    packages: [
      ...CONTRACT,
      '@ulan/contract/locales/',
      'node:',
      'express',
      'helmet',
      'zod',
      'zod-openapi',
      'pino',
      'prom-client',
      'qrcode',
      'rate-limiter-flexible',
    ],
  },
  { folder: 'cms/src', own: ['cms/src'], packages: [...CONTRACT, 'node:', 'express', 'mongoose', 'pino', 'better-auth'] },
  {
    folder: 'cms/admin',
    own: ['cms/admin'],
    packages: [
      ...REACT,
      ...CONTRACT_FOR_CLIENTS,
      '@ulan/contract/cue-times',
      '@ant-design/',
      '@tanstack/',
      '@uppy/',
      'antd',
      '@noble/hashes',
      'dayjs',
      'diff',
    ],
  },
  {
    folder: 'cms/launch',
    own: ['cms/launch'],
    packages: [
      ...CONTRACT,
      'node:',
      '@ulan/cms',
      '@ulan/media',
      '@ulan/embedded',
      '@ulan/contract/fonts',
      '@ulan/contract/fonts/rare-hanzi',
      'mongoose',
      'pino',
      'sharp',
      'harfbuzzjs',
      'wawoff2',
      'modern-tar',
      'zod',
    ],
  },
  { folder: 'media/src/cue', own: media('cue'), packages: [...CONTRACT, '@ulan/contract/menksoft', '@ulan/contract/cue-times', 'saxes'] },
  { folder: 'media/src/plan', own: ['media/src/plan'], packages: CONTRACT },
  { folder: 'media/src/storage', own: media('storage', 'plan', 'package'), packages: [...CONTRACT, 'node:', 'mongoose'] },
  { folder: 'media/src/probe', own: media('probe', 'plan', 'run'), packages: [...CONTRACT, 'node:', 'zod'] },
  { folder: 'media/src/run', own: media('run', 'plan', 'package', 'store'), packages: [...CONTRACT, 'node:', 'zod'] },
  { folder: 'media/src/package', own: media('package', 'plan', 'store'), packages: [...CONTRACT, 'node:'] },
  { folder: 'media/src/http', own: media('http'), packages: [...CONTRACT, 'express'] },
  { folder: 'media/src/upload', own: media('upload', 'store', 'http'), packages: [...CONTRACT, 'node:', 'express', '@tus/'] },
  { folder: 'media/src/origin', own: media(...USE_CASES, 'origin', 'http'), packages: [...CONTRACT, 'node:', 'express'] },
  // What staff and workers set going knows nothing of requests.
  { folder: 'media/src/service', own: media(...USE_CASES), packages: [...CONTRACT, 'node:', 'pino'] },
  { folder: 'media/src/work', own: media(...USE_CASES), packages: [...CONTRACT, 'node:', 'pino'] },
  // What a backup holds of this room's.
  { folder: 'media/src/backup', own: media('backup', 'storage', 'store', 'upload'), packages: ['node:', 'mongoose'] },
  { folder: 'media/src/store', own: media('store'), packages: ['node:', '@aws-sdk/'] },
  { folder: 'media/src/poster', own: media('poster'), packages: ['node:', 'sharp'] },
  { folder: 'media/src', own: ['media/src'], packages: [...CONTRACT, 'node:', 'express', 'mongoose', 'pino', 'sharp'] },
  { folder: 'media/player/src/core', own: ['media/player/src/core'], packages: ['@ulan/contract'] },
  { folder: 'media/player', own: ['media/player'], packages: ['@ulan/contract', '@ulan/contract/locales/', 'hls.js'] },
  // What runs while a client is built; the last two are words inside the pages it writes.
  { folder: 'tv-app/build', own: ['tv-app/build'], packages: [...BUILDING, '/src/', 'data:'] },
  { folder: 'tablet-web/build', own: ['tablet-web/build'], packages: BUILDING },
  { folder: 'tv-app', own: ['tv-app'], packages: [...CONTRACT_FOR_CLIENTS, '@lightningjs/', 'i18next'] },
  { folder: 'tablet-web', own: ['tablet-web'], packages: [...REACT, ...CONTRACT_FOR_CLIENTS] },
]
const IMPORT = /(?:^|[\s;])(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g
const IS_TEST = /\.test\.tsx?$|\.config\.ts$|\/test-/

/** One sentence for each import that points where it must not. */
export function wrongArrows(sources: readonly Source[]): string[] {
  return sources.flatMap(({ file, text }) => {
    const around = ROOMS.filter(({ folder }) => file.startsWith(`${folder}/`))
    const room = IS_TEST.test(file) ? around.at(-1) : around[0]
    if (room === undefined || !/\.tsx?$/.test(file)) return []
    return importsOf(text)
      .filter((target) => !isAllowed(room, file, target))
      .map((target) => `${file}: must not import ${target}`)
  })
}

/** Every module named by an import or re-export of a source text. */
export function importsOf(text: string): string[] {
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '').filter((target) => target !== '')
}

function isAllowed(room: Room, file: string, target: string): boolean {
  if (target.startsWith('.')) {
    const reached = posix.join(posix.dirname(file), target)
    return room.own.some((folder) => reached.startsWith(`${folder}/`))
  }
  if (IS_TEST.test(file)) return true
  const name = target.replace(/\?.*$/, '')
  return room.packages.some((each) => {
    if (each.endsWith(':') || each.endsWith('/')) return name.startsWith(each)
    return name === each || (!each.startsWith('@ulan/') && name.startsWith(`${each}/`))
  })
}
