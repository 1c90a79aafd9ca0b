import type { Express, Request, Response } from 'express'
import { addReadOnly } from '../read-only.ts'
import { chooseEncoding } from '../reads/accept-encoding.ts'
import { contentPolicy, isFramed, type PageKind } from './content-policy.ts'
import { createPageFiles, type PageFile } from './page-files.ts'

export type PageFolders = { readonly tv: string; readonly tablet: string; readonly admin: string }

export type PageSettings = {
  readonly pages: PageFolders
  readonly fontFolder: string
  /** Where segments come from when it is not this server. */
  readonly mediaOrigin?: string
}

/** Serves the built clients and the fonts they share. */
export function addPageRoutes(app: Express, { pages, fontFolder, mediaOrigin }: PageSettings): void {
  for (const kind of ['tv', 'tablet', 'admin'] as const) addClient(app, kind, pages[kind], mediaOrigin)
  const fonts = createPageFiles(fontFolder)
  addReadOnly(app, '/fonts/:name', async (request, response, next) => {
    const file = await fonts.read(String(request.params['name']))
    if (file === undefined || !file.name.endsWith('.woff2')) next()
    else await sendFile(request, response, file, 'public, max-age=86400, stale-while-revalidate=604800')
  })
}

function addClient(app: Express, kind: Exclude<PageKind, 'plain'>, folder: string, mediaOrigin: string | undefined): void {
  const files = createPageFiles(folder)
  // Express takes `/tv/` for `/tv` too.
  addReadOnly(app, `/${kind}`, (request, response, next) => {
    if (request.path.endsWith('/')) next()
    else response.redirect(308, `/${kind}/${queryOf(request)}`)
  })
  addReadOnly(app, `/${kind}/{*rest}`, async (request, response, next) => {
    const rest: unknown = request.params['rest']
    const path = Array.isArray(rest) ? rest.join('/') : ''
    const file = await files.read(path === '' ? 'index.html' : path)
    if (file !== undefined) return sendClientFile(request, response, file, kind, mediaOrigin)
    // Clients keep their places behind the `#`, and their files are named from the root: a deeper page would find none of
    // them. A missing script must stay missing.
    if (path.includes('.')) next()
    else response.set('Cache-Control', 'no-store').redirect(302, `/${kind}/${queryOf(request)}`)
  })
}

const queryOf = ({ originalUrl }: Request): string => (originalUrl.includes('?') ? originalUrl.slice(originalUrl.indexOf('?')) : '')

async function sendClientFile(
  request: Request,
  response: Response,
  file: PageFile,
  kind: PageKind,
  mediaOrigin: string | undefined,
): Promise<void> {
  if (file.name.endsWith('.html')) {
    response.set('Content-Security-Policy', contentPolicy(kind, file.plain.toString('utf8'), mediaOrigin))
    if (isFramed(kind)) response.set('X-Frame-Options', 'SAMEORIGIN')
  }
  await sendFile(request, response, file, file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
}

async function sendFile(request: Request, response: Response, file: PageFile, cacheControl: string): Promise<void> {
  const encoding = file.isCompressible ? chooseEncoding(request.get('accept-encoding') ?? '') : 'identity'
  const etag = `"${file.etag}${encoding === 'identity' ? '' : `-${encoding}`}"`
  response.set({ ETag: etag, 'Cache-Control': cacheControl })
  if (file.isCompressible) response.vary('Accept-Encoding')
  // Not `request.fresh`: that believes a client's `no-cache`, which asks caches and not the origin (RFC 9111 §5.2.1.4).
  if (hasSeen(request.get('if-none-match'), etag)) {
    response.status(304).end()
    return
  }
  if (encoding !== 'identity') response.set('Content-Encoding', encoding)
  const bytes = await file.bytes(encoding)
  response.set({ 'Content-Type': file.contentType, 'Content-Length': String(bytes.length) }).end(bytes)
}

const hasSeen = (header = '', etag: string): boolean => header.split(',').some((part) => part.trim().replace(/^W\//, '') === etag)
