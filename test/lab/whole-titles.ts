import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asset } from '@ulan/contract'
import { expect } from 'vitest'
import { decodeSound, framesOf, type NumberedFilm, readFrameNumbers } from './numbered-film.ts'

const AUDIO = 'audio'

/** Every rung decodes without any error and has each frame once, in order; so does the sound. The number of frames seen. */
export async function compareTitle(origin: string, asset: Asset, film: NumberedFilm): Promise<number> {
  const base = origin + (asset.previewUrl ?? '').replace(/master\.m3u8$/, '')
  const wanted = Array.from({ length: framesOf(film) }, (_, frame) => frame)
  const rungs = asset.rungs.map(({ name }) => name).filter((name) => name !== AUDIO)
  expect(rungs).not.toEqual([])
  for (const rung of rungs) expect(await readFrameNumbers(`${base}${rung}/index.m3u8`), `${asset.id} ${rung}`).toEqual(wanted)
  await decodeSound(`${base}${AUDIO}/index.m3u8`)
  return rungs.length * wanted.length
}

/** Keys that a version must have in the media store, and no others: its account of itself, and whatever its playlists and its storyboard name. */
async function keysOfVersion(
  { id, version, storyboardUrl = '' }: Asset,
  readText: (key: string) => Promise<string>,
): Promise<readonly string[]> {
  const folder = `assets/${id}/${version}`
  const named = async (path: string): Promise<readonly string[]> => {
    const below = path.includes('/') ? `${path.slice(0, path.lastIndexOf('/'))}/` : ''
    const text = await readText(`${folder}/${path}`)
    const names = text
      .split('\n')
      .flatMap((line) => (line.startsWith('#') ? [...line.matchAll(/URI="([^"]+)"/g)].map(([, uri = '']) => uri) : [line]))
    return [...new Set(names.filter((name) => name !== '').map((name) => below + name))]
  }
  const playlists = await named('master.m3u8')
  const files = (await Promise.all(playlists.filter((path) => path.endsWith('.m3u8')).map(named))).flat()
  const board = storyboardUrl.slice(`/media/${id}/${version}/`.length)
  const sheets = [...(await readText(`${folder}/${board}`)).matchAll(/^(\S+\.jpg)#/gm)].map(
    ([, name = '']) => `${board.slice(0, board.lastIndexOf('/'))}/${name}`,
  )
  return [...new Set(['master.m3u8', 'manifest.json', ...playlists, ...files, board, ...sheets])].map((path) => `${folder}/${path}`)
}

/** What lies in a media store beyond what its titles need: their version, three posters, their master. */
export async function orphansOf(
  keys: readonly string[],
  titles: readonly Asset[],
  readText: (key: string) => Promise<string>,
): Promise<readonly string[]> {
  const wanted = new Set<string>()
  for (const title of titles) {
    for (const key of await keysOfVersion(title, readText)) wanted.add(key)
    for (const url of Object.values(title.posters ?? {})) wanted.add(url.replace('/media/', 'assets/'))
    wanted.add(`masters/${title.id}/master`)
  }
  const missing = [...wanted].filter((key) => !keys.includes(key))
  expect(missing, 'what the titles need').toEqual([])
  return keys.filter((key) => !wanted.has(key) && !key.startsWith('.media-store'))
}

/** Every file below a folder, as keys. */
export async function keysBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}
