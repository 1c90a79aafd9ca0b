import * as z from 'zod'

/** What is made of films that are sent from now on, besides what everybody gets. */
export const encodingPolicySchema = z
  .strictObject({
    /** A ladder in AV1 too: fewer bytes for devices that can play it, some more work for the encoder. */
    av1: z.boolean(),
    /** HDR films keep their range in rungs of their own. */
    hdr: z.boolean(),
  })
  .meta({ id: 'EncodingPolicy' })

export type EncodingPolicy = z.infer<typeof encodingPolicySchema>
