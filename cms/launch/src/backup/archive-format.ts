import { isMediaKey } from '@ulan/media'
import { z } from 'zod'

/**
 * What is in a backup: one tar, in this order. The first entry says what it is; the last seals the manifest, so that a file
 * without it was cut short. Everything between is named by the manifest with its SHA-256, or (media) by an inventory.
 *
 *     backup.json                       BackupHeader
 *     secret-key
 *     store/<collection>/000001.bson.gz documents end to end, as mongodump keeps them; joined, they are one gzip file
 *     media/<key>                       files of one asset, when bytes are included …
 *     inventory/<asset>.json            … and then their list
 *     manifest.json                     Manifest
 *     manifest.sha256                   as sha256sum writes it
 */
export const FORMAT = 1
const PRODUCT = 'ulan-muqir-legal-media'

export const HEADER_ENTRY = 'backup.json'
export const SECRET_ENTRY = 'secret-key'
export const MANIFEST_ENTRY = 'manifest.json'
export const SEAL_ENTRY = 'manifest.sha256'
const MEDIA = 'media/'
const INVENTORY = 'inventory/'

/** Names of collections are put into paths as in addresses. */
export const chunkEntry = (collection: string, number: number): string =>
  `store/${encodeURIComponent(collection)}/${String(number).padStart(6, '0')}.bson.gz`
export const mediaEntry = (key: string): string => `${MEDIA}${key}`
/** The media store's key of an entry, or undefined when the entry is no media file. */
export const keyOfEntry = (name: string): string | undefined => (name.startsWith(MEDIA) ? name.slice(MEDIA.length) : undefined)
export const inventoryEntry = (assetId: string): string => `${INVENTORY}${assetId}.json`
export const isInventoryEntry = (name: string): boolean => name.startsWith(INVENTORY)

const count = z.number().int().min(0)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const mediaKey = z.string().refine(isMediaKey)
/** What every format must go on saying, so that an older release can name a newer one. */
const originSchema = z.object({ product: z.literal(PRODUCT), format: z.number().int().min(1), release: z.string() })
const headerSchema = originSchema.extend({ takenAt: z.iso.datetime(), hasMedia: z.boolean() })
export type BackupHeader = z.infer<typeof headerSchema>

const collectionSchema = z.object({
  name: z.string().min(1),
  documents: count,
  sizeBytes: count,
  /** Of all documents end to end, in order of `_id`. */
  sha256,
  chunks: count,
  /** Specifications as `listIndexes` gives them, in canonical extended JSON. */
  indexes: z.array(z.string()),
})
export type CollectionSummary = z.infer<typeof collectionSchema>

const manifestSchema = z.object({
  takenAt: z.iso.datetime(),
  hasSecretKey: z.boolean(),
  collections: z.array(collectionSchema),
  media: z.object({
    isIncluded: z.boolean(),
    assets: count,
    files: count,
    sizeBytes: count,
    /** Assets on which work was under way. */
    unfinished: count,
    /** Named by an asset of this snapshot, and not in the media store when the backup was taken. */
    missing: z.array(mediaKey),
  }),
  /** Every entry but the media files, which the inventories name, and what comes after. */
  entries: z.array(z.object({ name: z.string(), sizeBytes: count, sha256 })),
})
export type Manifest = z.infer<typeof manifestSchema>

const inventorySchema = z.object({
  assetId: z.string().min(1),
  /** `sha256` where the bytes are in the backup. */
  files: z.array(z.object({ key: mediaKey, sizeBytes: count, sha256: sha256.optional() })),
})
export type Inventory = z.infer<typeof inventorySchema>
export type InventoryFile = Inventory['files'][number]

export const writeHeader = (header: Omit<BackupHeader, 'product' | 'format'>): string =>
  toText({ product: PRODUCT, format: FORMAT, ...header })
export const writeManifest = (manifest: Manifest): string => toText(manifest)
export const writeInventory = (inventory: Inventory): string => toText(inventory)
export const writeSeal = (sha256OfManifest: string): string => `${sha256OfManifest}  ${MANIFEST_ENTRY}\n`

const toText = (value: object): string => `${JSON.stringify(value, undefined, 1)}\n`

export type HeaderReading =
  | { readonly kind: 'readable'; readonly header: BackupHeader }
  | { readonly kind: 'newer'; readonly format: number; readonly release: string }
  | { readonly kind: 'foreign' }

/** A newer format is told by name before anything else of it is judged. */
export function readHeader(text: string): HeaderReading {
  const origin = originSchema.safeParse(parseJson(text)).data
  if (origin === undefined) return { kind: 'foreign' }
  if (origin.format > FORMAT) return { kind: 'newer', format: origin.format, release: origin.release }
  const header = headerSchema.safeParse(parseJson(text)).data
  return header === undefined ? { kind: 'foreign' } : { kind: 'readable', header }
}

/** Undefined for what is no manifest. */
export const readManifest = (text: string): Manifest | undefined => manifestSchema.safeParse(parseJson(text)).data
/** Undefined for what is no inventory. */
export const readInventory = (text: string): Inventory | undefined => inventorySchema.safeParse(parseJson(text)).data

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What is no JSON fits no schema.
    return undefined
  }
}
