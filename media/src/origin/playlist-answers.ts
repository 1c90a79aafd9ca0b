import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AssetId } from '@ulan/contract'
import { ASSETS } from '../store/store-keys.ts'
import { type CachedPlaylist, namesTag, type PlaylistCache } from './playlist-cache.ts'

export type PlaylistAnswerNeeds = {
  readonly playlists: PlaylistCache
  isAssetPublic(id: AssetId): boolean
}
/** Answers a request and says true, or leaves it alone and says false. */
export type AnswerFirst = (request: IncomingMessage, response: ServerResponse) => boolean

const PREFIX = '/media/'
const KEY_PREFIX = `${ASSETS}/`
const ACCEPTS_GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/

/**
 * Playlists of public assets that are in memory already, sent without Express: every player asks for several of them at
 * each start. Whatever is not quite that (first time, private, a query, another method) takes the long way.
 * What follows `/media/` is the key below the published files, so one look-up says it all: only checked ones were ever
 * read into memory, and taking an address apart and checking it again cost 5 of 27 µs a request.
 */
export function createPlaylistAnswers({ playlists, isAssetPublic }: PlaylistAnswerNeeds): AnswerFirst {
  return (request, response) => {
    const { url = '', method } = request
    if ((method !== 'GET' && method !== 'HEAD') || !url.startsWith(PREFIX)) return false
    const playlist = playlists.peek(KEY_PREFIX + url.slice(PREFIX.length))
    if (playlist === undefined) return false
    const assetId = url.slice(PREFIX.length, url.indexOf('/', PREFIX.length)) as AssetId // its pattern was checked at the first reading
    if (!isAssetPublic(assetId)) return false
    send(request, response, playlist)
    return true
  }
}

function send(request: IncomingMessage, response: ServerResponse, playlist: CachedPlaylist): void {
  const { headers, method } = request
  const form = playlist[ACCEPTS_GZIP.test(String(headers['accept-encoding'] ?? '')) ? 'gzip' : 'plain']
  if (namesTag(headers['if-none-match'], form.etag)) {
    response.writeHead(304, form.unchanged as string[]).end() // Node only reads it; its type asks for a mutable array
    return
  }
  response.writeHead(200, form.headers as string[]) // as above
  if (method === 'HEAD') response.end()
  else response.end(form.bytes)
}
