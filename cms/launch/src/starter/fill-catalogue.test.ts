import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Asset, AssetId, MediaLibrary, StarterCatalogue } from '@ulan/contract'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fillStarterAssets } from './fill-catalogue.ts'
import { readStarterCatalogue } from './read-catalogue.ts'

const run = promisify(execFile)

/** A library that keeps files in a folder and tells what it was given, in order. */
function folderLibrary(folder: string): MediaLibrary & { readonly log: string[] } {
  const assets = new Map<AssetId, Asset>()
  const log: string[] = []
  const change = (id: AssetId, more: Partial<Asset>): void => {
    const asset = assets.get(id)
    if (asset === undefined) throw new Error(`asset ${id} was not reserved`)
    assets.set(id, { ...asset, ...more })
  }
  return {
    log,
    readAssets: async (ids) => new Map(ids.flatMap((id) => (assets.has(id) ? [[id, assets.get(id)] as [AssetId, Asset]] : []))), // present, just looked up
    listAssets: async () => [...assets.values()],
    reserveAsset: async (id, fileName) => {
      if (assets.has(id)) return
      assets.set(id, {
        id,
        fileName,
        sizeBytes: 0,
        status: 'awaiting-master',
        createdAt: '2026-01-01T00:00:00Z',
        rungs: [],
        progress: 0,
        attempt: 0,
        audios: [],
        subtitles: [],
        tracks: [],
        ladders: [],
      })
    },
    importMaster: async (id, path) => {
      await copyFile(path, join(folder, `${id}.mp4`))
      change(id, { status: 'probing' })
      log.push(`master ${id}`)
    },
    importPoster: async (id, path) => {
      await copyFile(path, join(folder, `${id}.png`))
      change(id, { posters: { small: 's', medium: 'm', large: 'l' } })
      log.push(`poster ${id}`)
    },
    retryAsset: async () => false,
    retryRung: async () => false,
    cancelAsset: async () => false,
    deleteAsset: async () => false,
    hasPicture: async () => false,
    readStorage: () => Promise.reject(new Error('nobody asks')),
    countStorage: () => undefined,
    watchAssets: () => () => undefined,
  }
}

/** The catalogue cut down to one short programme and the two series of the hero rail. */
function shortCatalogue(): StarterCatalogue {
  const whole = readStarterCatalogue()
  return {
    ...whole,
    programmes: whole.programmes.filter((programme) => programme.id === 'xiao-si-stranger-call'),
  }
}

describe('fillStarterAssets', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'starter-'))
  })
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  const needs = (library: MediaLibrary, catalogue: StarterCatalogue, signal: AbortSignal) => ({
    library,
    catalogue,
    logger: pino({ level: 'silent' }),
    ffmpegPath: 'ffmpeg',
    workDir: folder,
    signal,
    isShown: () => true,
  })

  it('makes posters, heroes before others, and real clips, and does nothing the second time', async () => {
    const library = folderLibrary(folder)
    const catalogue = shortCatalogue()
    const { signal } = new AbortController()
    await fillStarterAssets(needs(library, catalogue, signal))
    expect(library.log[0]).toMatch(/^poster poster-/)
    expect(library.log.slice(0, 2).sort()).toEqual(['poster poster-ulan-muqir', 'poster poster-xiao-si'])
    expect(library.log.slice(2).sort()).toEqual(['master clip-xiao-si-stranger-call', 'poster clip-xiao-si-stranger-call'])
    const { stdout } = await run('ffprobe', [
      '-v',
      'error',
      '-show_entries',
      'stream=codec_name,width,height,r_frame_rate,nb_frames,pix_fmt',
      '-of',
      'json',
      join(folder, 'clip-xiao-si-stranger-call.mp4'),
    ])
    expect(JSON.parse(stdout).streams).toMatchObject([
      { codec_name: 'h264', width: 1280, height: 720, r_frame_rate: '25/1', nb_frames: '350', pix_fmt: 'yuv420p' },
      { codec_name: 'aac' },
    ])
    const before = library.log.length
    await fillStarterAssets(needs(library, catalogue, signal))
    expect(library.log).toHaveLength(before)
    expect(await readdir(folder)).not.toContain('starter')
  }, 180_000)

  it('draws what the opening screen shows, then one cheap clip beside the rest, and the other clips when that one can be played', async () => {
    const whole = readStarterCatalogue()
    const three = new Set(['red-silk', 'xiao-si-puppy', 'xiao-si-stranger-call'])
    const catalogue = { ...whole, programmes: whole.programmes.filter(({ id }) => three.has(id)) }
    const library = folderLibrary(folder)
    const stop = new AbortController()
    const settling: MediaLibrary = {
      ...library,
      readAssets: async (ids) => {
        const assets = await library.readAssets(ids)
        const probing = [...assets.values()].find((asset) => asset.status === 'probing')
        // It is asked for again only by one who waits for it.
        if (probing !== undefined) {
          library.log.push(`waited for ${probing.id}`)
          stop.abort()
        }
        return assets
      },
    }
    await fillStarterAssets(needs(settling, catalogue, stop.signal))
    expect(library.log.slice(0, 3).sort()).toEqual(['poster clip-red-silk', 'poster poster-ulan-muqir', 'poster poster-xiao-si'])
    expect(library.log.filter((line) => line.startsWith('poster'))).toHaveLength(5)
    expect(library.log.slice(-2)).toEqual(['master clip-xiao-si-puppy', 'waited for clip-xiao-si-puppy'])
  }, 60_000)

  it('makes nothing for a catalogue that is not in use', async () => {
    const library = folderLibrary(folder)
    const unused = { ...needs(library, shortCatalogue(), new AbortController().signal), clips: false, isShown: () => false }
    await fillStarterAssets(unused)
    expect(await library.listAssets(10)).toEqual([])
    await library.reserveAsset('poster-xiao-si' as AssetId, 'x.mp4') // a starter asset
    await fillStarterAssets(unused)
    expect(library.log).toEqual(['poster poster-xiao-si'])
  })

  it('ends quietly when it is told to stop, and goes on from there at the next start', async () => {
    const library = folderLibrary(folder)
    const stop = new AbortController()
    const stopping: MediaLibrary = {
      ...library,
      importPoster: async (id, path) => {
        await library.importPoster(id, path)
        stop.abort()
      },
    }
    await fillStarterAssets({ ...needs(stopping, shortCatalogue(), stop.signal), clips: false })
    const drawn = library.log.length
    expect(drawn).toBeGreaterThan(0)
    await fillStarterAssets({ ...needs(library, shortCatalogue(), new AbortController().signal), clips: false })
    expect(new Set(library.log).size).toBe(library.log.length)
    expect(library.log).toHaveLength(3)
    expect(drawn).toBeLessThan(3)
  }, 60_000)
})
