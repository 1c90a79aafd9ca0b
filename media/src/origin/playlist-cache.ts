import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { MediaStore } from '../store/media-store.ts'
import { IMMUTABLE, mediaType } from '../store/store-keys.ts'
import { RecentlyUsed } from './recently-used.ts'

/** One coding of a playlist, ready to be sent to the public any number of times. */
export type PlaylistForm = {
  readonly bytes: Buffer
  readonly etag: string
  readonly headers: readonly string[]
  /** Headers of a 304. */
  readonly unchanged: readonly string[]
}
/** The forms of a playlist; each has an entity tag of its own, as strong tags must differ between codings (RFC 9110 §8.8.3.3). */
export type CachedPlaylist = { readonly plain: PlaylistForm; readonly gzip: PlaylistForm }

/** Whether an `If-None-Match` header names this entity tag. */
export const namesTag = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((part) => part.trim().replace(/^W\//, '') === etag) === true

const gzipAsync = promisify(gzip)
const MOST_BYTES = 64 * 1024 * 1024

function formOf(bytes: Buffer, etag: string, coding: readonly string[]): PlaylistForm {
  const unchanged = ['ETag', etag, 'Cache-Control', IMMUTABLE, 'Vary', 'Accept-Encoding', 'X-Content-Type-Options', 'nosniff']
  const headers = [...unchanged, 'Content-Type', mediaType('.m3u8'), ...coding, 'Content-Length', String(bytes.length)]
  return { bytes, etag, headers, unchanged }
}

const bytesOf = ({ plain, gzip: packed }: CachedPlaylist): number => plain.bytes.length + packed.bytes.length

/** Playlists of published versions: they never change, so each is read and compressed once. */
export class PlaylistCache {
  readonly #store: Pick<MediaStore, 'read'>
  readonly #kept: RecentlyUsed<CachedPlaylist>

  constructor(store: Pick<MediaStore, 'read'>, mostBytes = MOST_BYTES) {
    this.#store = store
    this.#kept = new RecentlyUsed(mostBytes)
  }

  /** The playlist if it is in memory; nothing is read. */
  peek(key: string): CachedPlaylist | undefined {
    return this.#kept.peek(key)
  }

  async read(key: string): Promise<CachedPlaylist | undefined> {
    const known = this.peek(key)
    if (known !== undefined) return known
    const plain = await this.#store.read(key)
    if (plain === undefined) return undefined
    const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
    const packed = formOf(await gzipAsync(plain), `"${hash}-gzip"`, ['Content-Encoding', 'gzip'])
    const playlist = { plain: formOf(plain, `"${hash}"`, []), gzip: packed }
    this.#kept.keep(key, playlist, bytesOf(playlist))
    return playlist
  }
}
