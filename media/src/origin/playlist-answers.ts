import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { AssetId } from '@ulan/contract'
import type { FileLayout } from '../store/file-layout.ts'
import { IMMUTABLE } from './file-answer.ts'
import { mediaType, parseMediaPath } from './media-path.ts'
import { type CachedPlaylist, namesTag, type PlaylistCache } from './playlist-cache.ts'

export type PlaylistAnswerNeeds = {
  readonly layout: FileLayout
  readonly playlists: PlaylistCache
  isAssetPublic(id: AssetId): boolean
}
/** Answers a request and says true, or leaves it alone and says false. */
export type AnswerFirst = (request: IncomingMessage, response: ServerResponse) => boolean

type Head = { readonly full: readonly string[]; readonly unchanged: readonly string[] }
type Heads = { readonly plain: Head; readonly gzip: Head }

const PREFIX = '/media/'
const ACCEPTS_GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/

/**
 * Playlists of public assets that are in memory already, sent without Express: every player asks for several of them at
 * each start. Whatever is not quite that (first time, private, a query, another method) takes the long way.
 */
export function createPlaylistAnswers({ layout, playlists, isAssetPublic }: PlaylistAnswerNeeds): AnswerFirst {
  const heads = new WeakMap<CachedPlaylist, Heads>()
  return (request, response) => {
    const { url = '', method } = request
    if ((method !== 'GET' && method !== 'HEAD') || !url.startsWith(PREFIX) || !url.endsWith('.m3u8')) return false
    const [assetId = '', version = '', ...rest] = url.slice(PREFIX.length).split('/')
    const wanted = parseMediaPath(assetId, version, rest.join('/'))
    if (wanted === undefined || !isAssetPublic(wanted.assetId as AssetId)) return false // its pattern was checked
    const playlist = playlists.peek(join(layout.publishedDirectory(assetId, version), wanted.file))
    if (playlist === undefined) return false
    const head = heads.get(playlist) ?? headsOf(playlist, wanted.file)
    heads.set(playlist, head)
    send(request, response, playlist, head)
    return true
  }
}

function send(request: IncomingMessage, response: ServerResponse, playlist: CachedPlaylist, heads: Heads): void {
  const form = ACCEPTS_GZIP.test(String(request.headers['accept-encoding'] ?? '')) ? 'gzip' : 'plain'
  if (namesTag(request.headers['if-none-match'], playlist.etags[form])) {
    response.writeHead(304, [...heads[form].unchanged]).end()
    return
  }
  response.writeHead(200, [...heads[form].full])
  if (request.method === 'HEAD') response.end()
  else response.end(playlist[form])
}

function headsOf(playlist: CachedPlaylist, file: string): Heads {
  const headOf = (form: 'plain' | 'gzip', coding: readonly string[]): Head => {
    const tag = ['ETag', playlist.etags[form], 'Cache-Control', IMMUTABLE, 'Vary', 'Accept-Encoding', 'X-Content-Type-Options', 'nosniff']
    const full = [...tag, 'Content-Type', mediaType(file), ...coding, 'Content-Length', String(playlist[form].length)]
    return { full, unchanged: tag }
  }
  return { plain: headOf('plain', []), gzip: headOf('gzip', ['Content-Encoding', 'gzip']) }
}
