import * as z from 'zod'
import { localeSchema } from '../locale/text-schema.ts'

/** Which languages there are for viewers, and which of them a title must have. What makes one lawful is the CMS's to say. */
export const languagePolicySchema = z
  .strictObject({
    /** What viewers may choose, in the order in which they see it; Chinese is always the first. */
    offered: z.array(localeSchema),
    /** Languages whose title a programme must have before it is published; Chinese is always among them. */
    required: z.array(localeSchema),
  })
  .meta({ id: 'LanguagePolicy' })

export type LanguagePolicy = z.infer<typeof languagePolicySchema>
