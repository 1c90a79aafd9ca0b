import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type MasterView, type MediaView, PLAYLIST_READERS } from './playlist-readers.ts'

/** A rung or a sound as it was fetched. */
export type Rendition = {
  /** Folder of its playlist: `240p`, `audio`. */
  readonly name: string
  readonly url: string
  readonly media: MediaView
  readonly init: Buffer
  /** Init segment and all segments in one file. */
  readonly path: string
}
/** A film as a viewer could fetch all of it. */
export type FilmFiles = {
  readonly master: MasterView
  readonly masterText: string
  readonly rungs: readonly Rendition[]
  readonly sounds: readonly Rendition[]
}

export async function fetchText(url: string): Promise<string> {
  const response = await fetch(url)
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
  return response.text()
}

/** Some bytes of a file, or all of them; a server that does not know ranges is an error. */
export async function fetchBytes(url: string, startBytes?: number, bytes?: number): Promise<Buffer> {
  const isRange = startBytes !== undefined && bytes !== undefined
  const response = await fetch(url, isRange ? { headers: { range: `bytes=${startBytes}-${startBytes + bytes - 1}` } } : {})
  if (response.status !== (isRange ? 206 : 200)) throw new Error(`${url} answered ${response.status}`)
  const body = Buffer.from(await response.arrayBuffer())
  if (isRange && body.length !== bytes) throw new Error(`${url} has ${body.length} of ${bytes} bytes at ${startBytes}`)
  return body
}

const [reader] = PLAYLIST_READERS
const nameOf = (url: string): string => new URL('.', url).pathname.split('/').at(-2) ?? ''

/** Fetches a film by its multivariant playlist into a folder; each sound once, the low ones too. */
export async function fetchFilm(masterUrl: string, folder: string): Promise<FilmFiles> {
  if (reader === undefined) throw new Error('no reader of playlists')
  const masterText = await fetchText(masterUrl)
  const master = reader.readMaster(masterText, masterUrl)
  const fetchAll = async (urls: readonly string[]): Promise<readonly Rendition[]> => {
    const fetched: Rendition[] = []
    for (const url of urls) fetched.push(await fetchRendition(url, folder))
    return fetched
  }
  const rungs = await fetchAll(master.variants.filter(({ size }) => size !== undefined).map(({ url }) => url))
  return { master, masterText, rungs, sounds: await fetchAll(master.sounds.map(({ url }) => url)) }
}

async function fetchRendition(url: string, folder: string): Promise<Rendition> {
  const media = reader?.readMedia(await fetchText(url), url)
  if (media?.initUrl === undefined) throw new Error(`${url} names no init segment`)
  const name = nameOf(url)
  const path = join(folder, `${name}.mp4`)
  const init = await fetchBytes(media.initUrl)
  await mkdir(folder, { recursive: true })
  await writeFile(path, init)
  for (const segment of media.segments) await appendFile(path, await fetchBytes(segment.url))
  return { name, url, media, init, path }
}
