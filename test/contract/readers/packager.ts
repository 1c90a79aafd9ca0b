import { execFile } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Rendition } from './film-files.ts'
import { PLAYLIST_READERS, type VariantView } from './playlist-readers.ts'

const run = promisify(execFile)
/** Starts the program of this platform that lies beside it. */
const PACKAGER = fileURLToPath(import.meta.resolve('shaka-packager'))

/** Packages a film anew with Shaka Packager, from the same pictures and sounds; its variants by the name of their rung. */
export async function repackage(
  rungs: readonly Rendition[],
  sounds: readonly Rendition[],
  folder: string,
): Promise<ReadonlyMap<string, VariantView>> {
  await mkdir(folder, { recursive: true })
  const stream = (kind: string, { name, path }: Rendition, more: readonly string[]): string =>
    [
      ...[`in=${path}`, `stream=${kind}`, `playlist_name=${name}.m3u8`],
      ...[`init_segment=${join(folder, name)}-init.mp4`, `segment_template=${join(folder, name)}-$Number$.m4s`, ...more],
    ].join(',')
  const master = join(folder, 'master.m3u8')
  await run(process.execPath, [
    PACKAGER,
    ...rungs.map((rung) => stream('video', rung, [])),
    ...sounds.map((sound) => stream('audio', sound, ['hls_group_id=audio', `hls_name=${sound.name}`])),
    ...['--segment_duration', '4', '--fragment_duration', '2', '--hls_playlist_type', 'VOD', '--hls_master_playlist_output', master],
  ])
  const [reader] = PLAYLIST_READERS
  const view = reader?.readMaster(await readFile(master, 'utf8'), pathToFileURL(master).href)
  return new Map((view?.variants ?? []).map((variant) => [variant.url.replace(/^.*\/(.*)\.m3u8$/, '$1'), variant]))
}
