import { copyFile, link, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { framesPerSecond } from '../plan/frame-rate.ts'
import type { TranscodePlan } from '../plan/transcode-plan.ts'
import { initFile, segmentFile } from '../store/file-layout.ts'
import { type MultivariantPlaylist, writeMediaPlaylist, writeMultivariantPlaylist } from './playlist-writer.ts'
import type { RenditionRecord } from './rendition-record.ts'

/** What one finished unit brought, with the directory that holds its files. */
export type FinishedUnit = { readonly directory: string; readonly renditions: readonly RenditionRecord[] }
export type JoinedRendition = RenditionRecord & { readonly directories: readonly string[] }

/** Longest segment that a plan makes, seconds. */
export const segmentSeconds = (plan: TranscodePlan): number => plan.segmentFrames / framesPerSecond(plan.frameRate)

/** Puts the units of one rung in order, from segment 0 as far as they follow without a gap; throws when they do not fit together. */
export function joinRendition(units: readonly FinishedUnit[], name: string): JoinedRendition | undefined {
  const parts = units
    .flatMap((unit) => unit.renditions.filter((record) => record.name === name).map((record) => ({ record, directory: unit.directory })))
    .toSorted((a, b) => a.record.firstSegment - b.record.firstSegment)
  const [first] = parts
  if (first === undefined || first.record.firstSegment !== 0) return undefined
  const joined = { ...first.record, segments: [...first.record.segments], directories: first.record.segments.map(() => first.directory) }
  for (const { record, directory } of parts.slice(1)) {
    if (record.firstSegment !== joined.segments.length) break
    if (record.initSha256 !== joined.initSha256 || record.firstOffsetTicks !== joined.firstOffsetTicks) {
      throw new Error(`${name}: units from segment 0 and ${record.firstSegment} were encoded differently`)
    }
    joined.frames += record.frames
    joined.segments.push(...record.segments)
    joined.directories.push(...record.segments.map(() => directory))
  }
  return joined
}

/** Multivariant playlist of all renditions that are there. */
export function describeVersion(plan: TranscodePlan, joined: ReadonlyMap<string, RenditionRecord>): MultivariantPlaylist {
  const variants = plan.rungs.flatMap(({ name, widthPx, heightPx }) => {
    const rendition = joined.get(name)
    return rendition === undefined ? [] : [{ rendition, widthPx, heightPx }]
  })
  const sound = plan.audio && joined.get('audio')
  const language = plan.audio?.language ?? 'zh'
  const audio = sound && { rendition: sound, language, label: AUDIO_LABELS[language] ?? language }
  return { frameRate: plan.frameRate, variants, ...(audio && { audio }) }
}

/** Names of spoken languages as a player's menu shows them. */
const AUDIO_LABELS: Readonly<Record<string, string>> = { zh: '汉语', mn: '蒙古语', en: 'English' }

async function linkOrCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch(async (error: NodeJS.ErrnoException) => {
    // Some file systems have no hard links, and a work folder may lie on another one.
    if (error.code !== 'EPERM' && error.code !== 'EXDEV' && error.code !== 'ENOTSUP' && error.code !== 'EMLINK') throw error
    await copyFile(from, to)
  })
}

async function writeRendition(directory: string, rendition: JoinedRendition, longestSeconds: number): Promise<void> {
  const { name, timescale, segments, directories } = rendition
  await mkdir(join(directory, name), { recursive: true })
  await linkOrCopy(join(directories[0] ?? '', initFile(name)), join(directory, name, 'init.mp4'))
  for (const [index, from] of directories.entries()) {
    await linkOrCopy(join(from, segmentFile(name, index)), join(directory, name, `${index}.m4s`))
  }
  await writeFile(join(directory, name, 'index.m3u8'), writeMediaPlaylist({ timescale, segments, longestSeconds, isComplete: true }))
}

/** Builds a version aside and lets it appear by one rename; a complete one that is already there stays. */
export async function writeVersion(
  plan: TranscodePlan,
  joined: ReadonlyMap<string, JoinedRendition>,
  scratchDirectory: string,
  versionDirectory: string,
): Promise<void> {
  await rm(scratchDirectory, { recursive: true, force: true })
  await mkdir(scratchDirectory, { recursive: true })
  for (const rendition of joined.values()) await writeRendition(scratchDirectory, rendition, segmentSeconds(plan))
  await writeFile(join(scratchDirectory, 'master.m3u8'), writeMultivariantPlaylist(describeVersion(plan, joined), segmentSeconds(plan)))
  await mkdir(join(versionDirectory, '..'), { recursive: true })
  await rename(scratchDirectory, versionDirectory).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    await rm(scratchDirectory, { recursive: true, force: true })
  })
}
