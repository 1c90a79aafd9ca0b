import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FilmServer, serveFilms } from '../../lab/film-server.ts'
import { encodedFilms, FILMS_OF_RUN, type Film } from '../../lab/films.ts'
import { SEED } from '../../lab/test-length.ts'
import { complaints, firstTime, probe } from './decoder.ts'
import { type FilmFiles, fetchBytes, fetchFilm, fetchText } from './film-files.ts'
import { repackage } from './packager.ts'
import { PLAYLIST_READERS } from './playlist-readers.ts'

/** One frame of AAC, by which an encoder of sound is ahead of the sound. */
const PRIMING_SECONDS = 1024 / 48_000
/** ffprobe prints microseconds. */
const PRINTED_SECONDS = 0.000_002
/** Shaka Packager writes other boxes between the pictures. */
const BOXES_SHARE = 0.02
/** It takes single segments for its peak; RFC 8216bis also counts a short last one together with the one before it. */
const LAST_SEGMENT_SHARE = 0.05
/** What may be left out of the name of AV1: colour, 4:2:0, BT.709, TV range (AV1 in ISOBMFF §5). */
const USUAL_AV1 = /(?<=av01\.[^,]*)\.0\.11[012]\.01\.01\.01\.0/
const EXTINF_SECONDS = 0.000_01

/** By what the name of a rung says beside its size. */
const colourOf = (rung: string, film: Film): readonly string[] => {
  if (!rung.endsWith('-hdr')) return ['bt709', 'bt709', 'bt709']
  return ['bt2020nc', 'bt2020', film.name === 'hlg' ? 'arib-std-b67' : 'smpte2084']
}

/** Both groups, and the one that is a variant too: ffmpeg counts it for another. */
const soundsOf = ({ languages }: Film): number => (languages.length > 0 ? 2 * languages.length + 1 : 0)

/** Types of all boxes of an init segment, whatever they lie in. */
function boxTypes(bytes: Buffer, start = 0, end = bytes.length): readonly string[] {
  const types: string[] = []
  for (let at = start; at + 8 <= end; ) {
    const type = bytes.toString('latin1', at + 4, at + 8)
    const size = bytes.readUInt32BE(at)
    types.push(type, ...(['moov', 'trak', 'mdia', 'minf', 'mvex'].includes(type) ? boxTypes(bytes, at + 8, at + size) : []))
    at += size
  }
  return types
}

describe(`films as other people’s programs read them, seed ${SEED}`, () => {
  let folder: string
  let server: FilmServer

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'legal-readers-'))
    await cp(await encodedFilms(), join(folder, 'films'), { recursive: true })
    server = await serveFilms(join(folder, 'films'))
  }, 900_000)
  afterAll(async () => {
    await server?.close()
    await rm(folder, { recursive: true, force: true })
  })

  describe.each(FILMS_OF_RUN)('$name', (film) => {
    const frames = Math.round((film.seconds * film.rate[0]) / film.rate[1])
    let masterUrl: string
    let scratch: string
    let files: FilmFiles

    beforeAll(async () => {
      masterUrl = server.playlistUrl(film.name)
      scratch = join(folder, film.name)
      files = await fetchFilm(masterUrl, scratch)
    })

    it('has the rungs and sounds that were wanted', () => {
      const sizes = files.master.variants.filter(({ size }) => size !== undefined).map(({ size }) => size)
      expect(sizes).toEqual(Object.values(film.rungs))
      expect(files.rungs.map(({ name }) => name)).toEqual(Object.keys(film.rungs))
      const languages = files.master.sounds.map(({ group, language, isDefault }) => [group, language, isDefault])
      const ofGroup = (group: string) => film.languages.map((language, index) => [group, language, index === 0])
      expect(languages).toEqual([...ofGroup('audio'), ...ofGroup('audio-low')])
    })

    it('means the same to every reader of playlists', async () => {
      const masters = PLAYLIST_READERS.map(({ readMaster }) => readMaster(files.masterText, masterUrl))
      for (const master of masters) expect(master).toEqual(masters[0])
      const urls = [...files.master.variants, ...files.master.scans, ...files.master.sounds].map(({ url }) => url)
      expect(new Set(urls).size, 'the sound alone is a sound of the low group as well').toBe(
        urls.length - (film.languages.length > 0 ? 1 : 0),
      )
      for (const url of new Set(urls)) {
        const text = await fetchText(url)
        const medias = PLAYLIST_READERS.map(({ readMedia }) => readMedia(text, url))
        for (const media of medias) expect(media).toEqual(medias[0])
        expect(medias[0]).toMatchObject({ isWhole: true, isKeyPicturesOnly: url.endsWith('iframes.m3u8') })
      }
    })

    it('is as long in every rung, to the frame', () => {
      const seconds = (frames * film.rate[1]) / film.rate[0]
      for (const { media } of files.rungs) {
        const sum = media.segments.reduce((total, segment) => total + segment.seconds, 0)
        expect(Math.abs(sum - seconds)).toBeLessThan(EXTINF_SECONDS * media.segments.length)
        for (const segment of media.segments) expect(Math.round(segment.seconds)).toBeLessThanOrEqual(media.targetSeconds)
      }
    })

    it('has the codecs and bandwidths that Shaka Packager finds', async () => {
      const sounds = files.sounds.filter(({ name }) => !name.endsWith('-low'))
      const found = await repackage(files.rungs, sounds, join(scratch, 'repackaged'))
      for (const [index, { name }] of files.rungs.entries()) {
        const ours = files.master.variants[index]
        const theirs = found.get(name)
        expect(ours?.codecs.toLowerCase(), name).toBe(theirs?.codecs.toLowerCase().replace(USUAL_AV1, ''))
        expect(ours?.size, name).toBe(theirs?.size)
        const peak = (ours?.bandwidth ?? 0) / (theirs?.bandwidth ?? 1)
        expect(peak, `${name}: ${ours?.bandwidth} and ${theirs?.bandwidth} bit/s`).toBeGreaterThan(1 - BOXES_SHARE)
        expect(peak, `${name}: ${ours?.bandwidth} and ${theirs?.bandwidth} bit/s`).toBeLessThan(1 + LAST_SEGMENT_SHARE)
        const average = (ours?.averageBandwidth ?? 0) / (theirs?.averageBandwidth ?? 1)
        expect(Math.abs(average - 1), `${name}: ${ours?.averageBandwidth} and ${theirs?.averageBandwidth} bit/s`).toBeLessThan(BOXES_SHARE)
      }
    })

    it('is decoded by ffmpeg over HTTP, every rung whole and begun together with the sound', async () => {
      const [firstPicture] = await Promise.all(files.rungs.slice(0, 1).map(({ url }) => firstTime(url)))
      for (const { name, url } of files.rungs) {
        const [video] = await probe(url)
        expect(Number(video?.nb_read_frames), name).toBe(frames)
        expect(`${video?.width}x${video?.height}`).toBe(film.rungs[name])
        expect(video?.r_frame_rate).toBe(film.rate.join('/'))
        expect([video?.color_space, video?.color_primaries, video?.color_transfer], name).toEqual(colourOf(name, film))
        expect(await firstTime(url), name).toBe(firstPicture)
        expect(await complaints(url), name).toBe('')
      }
      for (const { name, url } of files.sounds) {
        const early = (firstPicture ?? 0) - (await firstTime(url))
        expect(Math.abs(early - PRIMING_SECONDS), `${name} begins ${early} s before the picture`).toBeLessThan(1 / 48_000 + PRINTED_SECONDS)
        expect(await complaints(url), name).toBe('')
      }
    })

    it('offers ffmpeg all of it by the one address', async () => {
      const streams = await probe(masterUrl, false)
      const sizes = streams.filter(({ codec_type }) => codec_type === 'video').map(({ width, height }) => `${width}x${height}`)
      expect(sizes).toEqual(Object.values(film.rungs))
      expect(streams.filter(({ codec_type }) => codec_type === 'audio')).toHaveLength(soundsOf(film))
    })

    it('can be scanned: every range of key pictures is exactly one picture', async () => {
      expect(files.master.scans.map(({ size }) => size)).toEqual(Object.values(film.rungs))
      for (const [index, { name, url, init, media }] of files.rungs.entries()) {
        const scan = files.master.scans[index]
        const list = PLAYLIST_READERS[0]?.readMedia(await fetchText(scan?.url ?? ''), scan?.url ?? '')
        expect(list?.initUrl).toBe(media.initUrl)
        expect(list?.segments).toHaveLength(Math.ceil(frames / Math.round((2 * film.rate[0]) / film.rate[1])))
        for (const [place, picture] of (list?.segments ?? []).entries()) {
          const path = join(scratch, `${name}-${place}.mp4`)
          await writeFile(path, Buffer.concat([init, await fetchBytes(picture.url, picture.startBytes, picture.bytes)]))
          const [video] = await probe(path)
          expect([video?.nb_read_frames, `${video?.width}x${video?.height}`], `${url} ${place}`).toEqual(['1', film.rungs[name]])
        }
      }
    })

    it('has no edit list, which players read differently', () => {
      for (const { init } of [...files.rungs, ...files.sounds]) {
        expect(boxTypes(init)).toEqual(expect.arrayContaining(['ftyp', 'moov', 'trak', 'stbl', 'trex']))
        expect(boxTypes(init)).not.toContain('edts')
      }
    })

    it('has a storyboard whose pictures lie on their sheets', async () => {
      const list = new URL(server.asset(film.name).storyboardUrl ?? '', server.origin).href
      const cues = [...(await fetchText(list)).matchAll(/^([\d:.]+) --> ([\d:.]+)\n(\d+\.jpg)#xywh=(\d+),(\d+),(\d+),(\d+)$/gm)]
      const secondsOf = (clock = ''): number => clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
      const everySeconds = 2 * (Math.round(film.rate[0] / film.rate[1]) / (film.rate[0] / film.rate[1]))
      expect(cues).toHaveLength(Math.ceil(film.seconds / everySeconds))
      expect(secondsOf(cues.at(-1)?.[2])).toBeCloseTo(film.seconds, 2)
      for (const [index, [, from, , sheet = '', ...box]] of cues.entries()) {
        const [x = 0, y = 0, width = 0, height = 0] = box.map(Number)
        const path = join(scratch, sheet)
        await writeFile(path, await fetchBytes(new URL(sheet, list).href))
        const [picture] = await probe(path)
        expect(secondsOf(from)).toBeCloseTo(index * everySeconds, 3)
        expect(x + width).toBeLessThanOrEqual(picture?.width ?? 0)
        expect(y + height).toBeLessThanOrEqual(picture?.height ?? 0)
        const [wide = 1, high = 1] = (Object.values(film.rungs)[0] ?? '').split('x').map(Number)
        expect(Math.abs(width / height / (wide / high) - 1), 'its shape is that of the film').toBeLessThan(0.02)
      }
    })
  })
})
