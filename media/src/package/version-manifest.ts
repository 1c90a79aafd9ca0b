import type { TranscodePlan } from '../plan/transcode-plan.ts'
import type { RenditionRecord } from './rendition-record.ts'

/** What a version is made of, so that the next one can take whatever stays the same from where it lies. */
export type VersionManifest = {
  /** As published, without its units. */
  readonly plan: TranscodePlan
  /** Each with the version in whose folder its files are. */
  readonly renditions: readonly { readonly version: number; readonly record: RenditionRecord }[]
  /** By name of the subtitles. */
  readonly cues: Readonly<Record<string, number>>
  readonly storyboard?: number
}

export const writeManifest = (manifest: VersionManifest): Buffer =>
  Buffer.from(JSON.stringify({ ...manifest, plan: { ...manifest.plan, units: [] } }))

export const readManifest = (bytes: Buffer): VersionManifest => JSON.parse(bytes.toString()) as VersionManifest // only `writeManifest` writes it
