import { createHash } from 'node:crypto'
import { done, type Outcome, type Picture, type PictureCreate, type PictureId, refuse } from '@ulan/contract'
import { readPictureKind } from '../poster/picture-kind.ts'
import type { Posters } from '../poster/poster-writer.ts'
import { PICTURES, versionKey } from '../store/store-keys.ts'
import type { HashingUploadStore } from '../upload/upload-store.ts'
import { cutPicture } from './cut-picture.ts'
import type { MediaNeeds } from './media-needs.ts'
import { takeFrame } from './take-frame.ts'
import { takeUpload } from './take-upload.ts'

/** No camera writes more into a picture of the most pixels that are taken. */
const MOST_BYTES = 30 * 1024 * 1024

type Wish<K extends PictureCreate['source']['kind']> = Omit<PictureCreate, 'source'> & {
  readonly source: Extract<PictureCreate['source'], { kind: K }>
}

/** One wish and its repetition are the same words. */
const orderOf = (wish: PictureCreate): string => createHash('sha256').update(JSON.stringify(wish)).digest('hex')

/** Makes a poster of what somebody chose; again gives the same one. */
export async function makePicture(needs: MediaNeeds, uploads: HashingUploadStore, wish: PictureCreate): Promise<Outcome<Picture>> {
  const order = orderOf(wish)
  const before = await needs.pictures.ofOrder(order)
  if (before !== undefined) return done({ id: before })
  const { source, crop } = wish
  if (source.kind === 'upload') return await uploads.hold(source.uploadId, () => ofUpload(needs, uploads, { source, crop }, order))
  const cut = await ofFrame(needs, { source, crop })
  return cut.kind === 'refused' ? cut : done({ id: await keepPicture(needs, cut.value, order) })
}

/** What an upload is made into, or why not: either way it has done its work. */
async function ofUpload(
  needs: MediaNeeds,
  uploads: HashingUploadStore,
  { source, crop }: Wish<'upload'>,
  order: string,
): Promise<Outcome<Picture>> {
  const taken = await takeUpload(uploads, source.uploadId, source.sha256)
  if (taken.kind === 'refused') return taken
  const cut = await ofFile(taken.value, crop)
  const made = cut.kind === 'refused' ? cut : done({ id: await keepPicture(needs, cut.value, order) })
  await uploads.forget(source.uploadId)
  return made
}

async function ofFile(
  { path, sizeBytes }: { readonly path: string; readonly sizeBytes: number },
  crop: PictureCreate['crop'],
): Promise<Outcome<Posters>> {
  if (sizeBytes === 0) return refuse('empty-file')
  if (sizeBytes > MOST_BYTES) return refuse('upload-too-large')
  if ((await readPictureKind(path)) === undefined) return refuse('not-a-picture')
  return await cutPicture(path, crop, 'upload')
}

async function ofFrame(needs: MediaNeeds, { source, crop }: Wish<'frame'>): Promise<Outcome<Posters>> {
  const frame = await takeFrame(needs, source.assetId, source.atSeconds)
  return frame.kind === 'refused' ? frame : await cutPicture(frame.value, crop, 'frame')
}

/** Stores a picture under a name made of what it shows; its name once everything of it is there. */
async function keepPicture({ pictures, store, clock, random }: MediaNeeds, { name, files }: Posters, order: string): Promise<PictureId> {
  for (let id = name as PictureId; ; id = `p${random(8).toString('hex')}` as PictureId) {
    // One that is about to go may be half gone by now: what comes back gets another name.
    if (!(await pictures.begin(id, clock()))) continue
    for (const file of files) await store.put(versionKey(PICTURES, id, file.name), file.bytes)
    if (await pictures.finish(id, order)) return id
  }
}
