import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoding } from '../reads/prepared-answer.ts'

export type PageFile = {
  readonly name: string
  readonly contentType: string
  readonly isHashed: boolean
  readonly etag: string
  readonly plain: Buffer
  bytes(encoding: Encoding): Promise<Buffer>
  /** False for pictures and fonts, which are compressed already. */
  readonly isCompressible: boolean
}

const CONTENT_TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.mp4': 'video/mp4',
}
const COMPRESSIBLE = /^(text|application\/(json|manifest)|image\/svg)/
/** What the bundler names by content: eight or more signs of its hash before the extension, below `assets/`. */
const HASHED = /(^|\/)assets\/.*[-.][\w-]{8,}\.\w+$/
const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

function pageFile(name: string, plain: Buffer): PageFile {
  const contentType = CONTENT_TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream'
  const made = new Map<Encoding, Promise<Buffer>>([['identity', Promise.resolve(plain)]])
  return {
    name,
    contentType,
    isHashed: HASHED.test(name),
    etag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
    plain,
    isCompressible: COMPRESSIBLE.test(contentType),
    bytes(encoding) {
      const known = made.get(encoding)
      if (known !== undefined) return known
      const bytes =
        encoding === 'br' ? compressBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }) : compressGzip(plain, { level: 6 })
      made.set(encoding, bytes)
      return bytes
    },
  }
}

/** Reads files of one folder into memory once and again when they change; undefined for what is not a file in it. */
export function createPageFiles(folder: string): { read(path: string): Promise<PageFile | undefined> } {
  const known = new Map<string, { readonly stamp: string; readonly file: PageFile }>()
  return {
    async read(path) {
      const name = normalize(path)
      if (name.startsWith('..') || name.includes('\0') || name.includes(`${sep}.`) || name.startsWith('.')) return undefined
      const place = join(folder, name)
      const found = await stat(place).catch(absent)
      if (found === undefined || !found.isFile()) return undefined
      const stamp = `${String(found.mtimeMs)} ${String(found.size)}`
      const old = known.get(name)
      if (old?.stamp === stamp) return old.file
      const file = pageFile(name, await readFile(place))
      known.set(name, { stamp, file })
      return file
    },
  }
}

const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EISDIR'])
function absent(error: NodeJS.ErrnoException): undefined {
  if (!ABSENT.has(error.code ?? '')) throw error
  return undefined
}
