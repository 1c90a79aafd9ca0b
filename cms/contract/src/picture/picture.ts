import * as z from 'zod'
import { uploadClaim } from '../asset/upload-claim.ts'
import { assetIdSchema } from '../id/id.ts'

/** A poster that people made, named by what it shows: another picture has another name, and none ever changes. */
export const pictureIdSchema = z
  .string()
  .regex(/^p[0-9a-f]{16}$/)
  .brand<'PictureId'>()
  .meta({ id: 'PictureId' })

const part = z.number().min(0).max(1)
/** What is kept of a picture, as parts of its width and height the way people see it; 16:9 in pixels. */
const cropSchema = z
  .strictObject({ left: part, top: part, width: part.gt(0), height: part.gt(0) })
  .meta({ id: 'PictureCrop', description: 'Parts of the width and height of the picture as it is seen, 0 to 1; 16:9 in pixels' })

/** Longer than any film may be. */
const MOST_SECONDS = 86_400
const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('upload'), ...uploadClaim }),
  z.strictObject({ kind: z.literal('frame'), assetId: assetIdSchema, atSeconds: z.number().min(0).max(MOST_SECONDS) }),
])

/** A picture of a finished upload, or of a film. Without a crop as much of its middle as is 16:9. */
export const pictureCreateSchema = z.strictObject({ source: sourceSchema, crop: cropSchema.optional() }).meta({ id: 'PictureCreate' })

/** A picture that was made; it goes when no programme has named it for some days. */
export const pictureSchema = z.strictObject({ id: pictureIdSchema }).meta({ id: 'Picture' })

export type PictureId = z.infer<typeof pictureIdSchema>
export type PictureCrop = z.infer<typeof cropSchema>
export type PictureCreate = z.infer<typeof pictureCreateSchema>
export type Picture = z.infer<typeof pictureSchema>
