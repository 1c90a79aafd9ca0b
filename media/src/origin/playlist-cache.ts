import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { mediaType } from './media-path.ts'

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

export const IMMUTABLE = 'public, max-age=31536000, immutable'

const gzipAsync = promisify(gzip)
const MOST_BYTES = 64 * 1024 * 1024

function formOf(bytes: Buffer, etag: string, coding: readonly string[]): PlaylistForm {
  const unchanged = ['ETag', etag, 'Cache-Control', IMMUTABLE, 'Vary', 'Accept-Encoding', 'X-Content-Type-Options', 'nosniff']
  const headers = [...unchanged, 'Content-Type', mediaType('.m3u8'), ...coding, 'Content-Length', String(bytes.length)]
  return { bytes, etag, headers, unchanged }
}

const bytesOf = ({ plain, gzip: packed }: CachedPlaylist): number => plain.bytes.length + packed.bytes.length

/** Playlists of published versions: they never change, so each is read and compressed once. Least recently used go first. */
export class PlaylistCache {
  readonly #kept = new Map<string, CachedPlaylist>()
  readonly #mostBytes: number
  #bytes = 0

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes
  }

  /** The playlist if it is in memory; nothing is read. */
  peek(path: string): CachedPlaylist | undefined {
    const known = this.#kept.get(path)
    if (known === undefined) return undefined
    this.#kept.delete(path)
    this.#kept.set(path, known)
    return known
  }

  async read(path: string): Promise<CachedPlaylist | undefined> {
    const known = this.peek(path)
    if (known !== undefined) return known
    const plain = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
      throw error
    })
    if (plain === undefined) return undefined
    const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
    const packed = formOf(await gzipAsync(plain), `"${hash}-gzip"`, ['Content-Encoding', 'gzip'])
    const playlist = { plain: formOf(plain, `"${hash}"`, []), gzip: packed }
    this.#keep(path, playlist)
    return playlist
  }

  #keep(path: string, playlist: CachedPlaylist): void {
    // Another who asked at the same time may have been quicker.
    this.#drop(path)
    this.#kept.set(path, playlist)
    this.#bytes += bytesOf(playlist)
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#mostBytes || oldest === path) return
      this.#drop(oldest)
    }
  }

  #drop(path: string): void {
    const known = this.#kept.get(path)
    if (known === undefined) return
    this.#kept.delete(path)
    this.#bytes -= bytesOf(known)
  }
}
