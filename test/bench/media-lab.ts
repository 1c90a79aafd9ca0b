import { randomBytes } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Asset, AssetId } from '@ulan/contract'
import { openEmbeddedStore } from '@ulan/embedded'
import { createMedia, DEFAULT_POLICY, type LadderPolicy, openMediaStore } from '@ulan/media'
import mongoose from 'mongoose'
import { pino } from 'pino'
import { AMPLE_QUOTA } from '../lab/ample-quota.ts'
import { waitUntil } from '../lab/wait-until.ts'

/** One call of ffmpeg: its arguments, and the CPU that it took, seconds. */
export type Call = { readonly words: string; readonly cpuSeconds: number }

export type MediaBenchLab = {
  readonly folder: string
  /** The real ffmpeg, which writes down what each call cost. */
  readonly ffmpegPath: string
  readCalls(): Promise<readonly Call[]>
  forgetCalls(): Promise<void>
  close(): Promise<void>
}

/** A folder that the encoder's own user may enter, and an ffmpeg whose CPU is counted by the shell that starts it. */
export async function openMediaBenchLab(): Promise<MediaBenchLab> {
  const folder = await mkdtemp(join(tmpdir(), 'legal-media-bench-'))
  await chmod(folder, 0o755)
  const calls = join(folder, 'calls')
  const ffmpegPath = join(folder, 'ffmpeg')
  // `times` says the CPU of the children of the shell in its second line; in a pipe it would be that of another shell.
  const times = join(folder, 'times')
  await mkdir(times)
  await chmod(times, 0o777)
  const counted = `times > ${times}/$$\nprintf '%s\\t%s\\n' "$(tail -1 ${times}/$$)" "$*" >> ${calls}\nrm ${times}/$$`
  await writeFile(ffmpegPath, `#!/bin/bash\nffmpeg "$@"\ncode=$?\n${counted}\nexit $code\n`)
  await chmod(ffmpegPath, 0o755)
  const forgetCalls = async (): Promise<void> => {
    await writeFile(calls, '')
    await chmod(calls, 0o666)
  }
  await forgetCalls()
  return {
    folder,
    ffmpegPath,
    readCalls: async () => (await readFile(calls, 'utf8')).split('\n').filter(Boolean).map(parseCall),
    forgetCalls,
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

function parseCall(line: string): Call {
  const [times = '', words = ''] = line.split('\t')
  const parts = [...times.matchAll(/(\d+)m([\d.]+)s/g)].map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds))
  if (parts.length === 0) throw new Error(`no CPU time in: ${line}`)
  return { words, cpuSeconds: parts.reduce((sum, part) => sum + part, 0) }
}

/** A rung as the plan has it. */
export type PlannedRung = {
  readonly name: string
  readonly codec: string
  readonly widthPx: number
  readonly heightPx: number
  readonly crf: number
  readonly preset: string
  readonly level: string
  readonly maxBitrateBps: number
}
export type Encoded = {
  readonly asset: Asset
  readonly rungs: readonly PlannedRung[]
  readonly wallSeconds: number
  /** Folder of the version. */
  readonly files: string
}

/** Brings one master through the real media side, its store and its workers in this process. */
export async function encodeMaster(
  lab: MediaBenchLab,
  master: string,
  { policy = DEFAULT_POLICY, workers = 2 }: { readonly policy?: LadderPolicy; readonly workers?: number } = {},
): Promise<Encoded> {
  const dataDir = await mkdtemp(join(lab.folder, 'data-'))
  await chmod(dataDir, 0o755)
  const mediaDir = join(dataDir, 'media')
  await mkdir(mediaDir)
  const opened = await openEmbeddedStore({ dataDir })
  if (!opened.ok) throw new Error(opened.problem.kind)
  const connection = await mongoose.createConnection(opened.store.uri).asPromise()
  const clock = (): Date => new Date()
  const store = await openMediaStore({ kind: 'file', folder: mediaDir }, { clock })
  if (!store.ok) throw store.trouble
  const tools = { ffmpegPath: lab.ffmpegPath, ffprobePath: 'ffprobe' }
  const config = {
    ...tools,
    mediaDir,
    secretKey: 'bench',
    workers,
    accel: 'none',
    maxUploadBytes: 1e12,
    quota: AMPLE_QUOTA,
    policy,
  } as const
  const media = await createMedia(config, { connection, store: store.store, logger: pino({ level: 'error' }), clock, random: randomBytes })
  try {
    const id = 'film' as AssetId // of the one asset
    await media.library.reserveAsset(id, 'film.mp4')
    media.startWorkers()
    const startedAt = performance.now()
    await media.library.importMaster(id, master)
    const read = async (): Promise<Asset | undefined> => (await media.library.readAssets([id])).get(id)
    const isOver = (asset: Asset | undefined): boolean => asset?.status === 'ready' || asset?.status === 'failed'
    const asset = await waitUntil('the film to be ready', read, isOver, 3_600_000, 200)
    if (asset?.status !== 'ready') throw new Error(JSON.stringify(asset))
    const wallSeconds = (performance.now() - startedAt) / 1000
    const record = await connection.collection<{ _id: string; plan: { rungs: PlannedRung[] } }>('assets').findOne({ _id: id })
    return { asset, rungs: record?.plan.rungs ?? [], wallSeconds, files: join(mediaDir, 'assets', id, String(asset.version)) }
  } finally {
    await media.close()
    await connection.close()
    await opened.store.close()
    store.store.close()
  }
}
