import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { done, type FieldProblem, formatClock, type Outcome, refuse } from '@ulan/contract'
import type { VersionManifest } from '../package/version-manifest.ts'
import { frameAt, masterFrameArguments, segmentFrameArguments } from '../plan/frame-arguments.ts'
import { runTool } from '../run/tool-runner.ts'
import { outcomeOfTool } from '../run/unit-outcome.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import { StoreTrouble } from '../store/media-store.ts'
import { statIfThere } from '../store/stat-if-there.ts'
import { initName, segmentName, versionKey } from '../store/store-keys.ts'
import type { MediaNeeds } from './media-needs.ts'
import { manifestOf } from './publish-version.ts'

const LIMITS = { cpuSeconds: 120, wallSeconds: 120, fileBytes: 2 ** 28 }
/** Files often say that they are longer than their last picture is shown. */
const STEP_BACK_SECONDS = [0, 0.5, 2, 10]

type FrameArguments = (inputUrl: string) => readonly string[]

const fieldProblem = (path: string, code: string, params?: FieldProblem['params']): Outcome<Buffer> =>
  refuse('invalid-request', [{ path, code, ...(params && { params }) }])

/** One picture of a film as PNG, in all its pixels: of its master where that is at hand, else of the best rung that everybody gets. */
export async function takeFrame(needs: MediaNeeds, assetId: string, atSeconds: number): Promise<Outcome<Buffer>> {
  const asset = await needs.assets.read(assetId)
  if (asset === undefined) return fieldProblem('source.assetId', 'unknown-reference')
  const lengthSeconds = asset.durationSeconds ?? asset.source?.durationSeconds
  // What has not been looked at yet, or failed before that.
  if (lengthSeconds === undefined) return refuse('conflict')
  if (atSeconds > lengthSeconds) return fieldProblem('source.atSeconds', 'moment-beyond-film', { clock: formatClock(lengthSeconds) })
  if (await hasMasterHere(needs, asset)) return await ofMaster(needs, asset, atSeconds)
  const manifest = asset.version === undefined ? undefined : await manifestOf(needs, asset._id, asset.version)
  if (manifest !== undefined) return await ofBestRung(needs, asset, manifest, atSeconds)
  if (asset.masterGoneAt !== undefined || asset.plan === undefined) return refuse('master-gone')
  // Of a bucket: brought here, as for an encode.
  return (await needs.masters.find(asset, needs.clock())) === 'here' ? await ofMaster(needs, asset, atSeconds) : refuse('conflict')
}

const hasMasterHere = async ({ layout }: MediaNeeds, { _id, plan }: AssetRecord): Promise<boolean> =>
  plan !== undefined && (await statIfThere(layout.masterPath(_id))) !== undefined

async function ofMaster(needs: MediaNeeds, { _id, plan }: AssetRecord, atSeconds: number): Promise<Outcome<Buffer>> {
  if (plan === undefined) return refuse('conflict')
  for (const back of STEP_BACK_SECONDS) {
    const moment = Math.max(0, atSeconds - back)
    const taken = await runFrame(needs, needs.layout.masterPath(_id), (input) => masterFrameArguments(plan, moment, input))
    if (taken.kind === 'refused' || taken.value.length > 0) return taken
  }
  return refuse('encode-failed')
}

/** Of the largest rung in H.264, which has the colours of every screen: its beginning and one segment, laid end to end. */
async function ofBestRung(
  needs: MediaNeeds,
  { _id }: AssetRecord,
  { plan, renditions }: VersionManifest,
  atSeconds: number,
): Promise<Outcome<Buffer>> {
  const names = plan.rungs
    .filter(({ codec }) => codec === 'h264')
    .toSorted((a, b) => b.heightPx - a.heightPx)
    .map(({ name }) => name)
  const rung = names.map((name) => renditions.find(({ record }) => record.name === name)).find((found) => found !== undefined)
  if (rung === undefined) return refuse('master-gone')
  const { record, version } = rung
  const frame = Math.min(record.frames - 1, frameAt(plan.frameRate, atSeconds))
  const segment = Math.min(record.segments.length - 1, Math.floor(frame / plan.segmentFrames))
  const scratch = `${needs.layout.workDirectory(_id, 0)}-frame-${needs.random(8).toString('hex')}.mp4`
  try {
    await mkdir(dirname(scratch), { recursive: true })
    for (const name of [initName(record.name), segmentName(record.name, segment)])
      await pipeline(await openFile(needs, versionKey(_id, version, name)), createWriteStream(scratch, { flags: 'a' }))
    const taken = await runFrame(needs, scratch, (input) => segmentFrameArguments(frame - segment * plan.segmentFrames, input))
    return taken.kind === 'done' && taken.value.length === 0 ? refuse('encode-failed') : taken
  } finally {
    await rm(scratch, { force: true })
  }
}

async function openFile({ store }: MediaNeeds, key: string): Promise<Readable> {
  const reading = await store.open(key)
  if (reading === undefined) throw new StoreTrouble('unreachable', `${key} is not in the store`)
  return reading.stream
}

/** Runs ffmpeg in its sandbox; nothing where there is no picture at that moment. */
async function runFrame(needs: MediaNeeds, inputPath: string, argumentsFor: FrameArguments): Promise<Outcome<Buffer>> {
  let picture = Buffer.alloc(0)
  const outcome = await runTool(needs.sandbox, {
    command: needs.ffmpegPath,
    arguments: ({ input }) => argumentsFor(input),
    inputPath,
    outputPaths: [],
    limits: LIMITS,
    signal: AbortSignal.timeout(LIMITS.wallSeconds * 1000),
    onOutput: async (stdout: Readable) => {
      picture = await buffer(stdout)
    },
  })
  if (outcome.kind === 'done') return done(picture)
  const end = outcomeOfTool(outcome)
  if (end.kind === 'stopped') return refuse('encode-too-costly')
  needs.logger.warn({ problem: end.problem, message: end.message }, 'no picture of a film')
  return refuse(end.problem)
}
