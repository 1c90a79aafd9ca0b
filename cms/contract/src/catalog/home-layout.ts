import * as z from 'zod'
import { campaignIdSchema, regionCodeSchema } from '../id/id.ts'
import { localeSchema } from '../locale/text-schema.ts'
import { audienceSchema } from './programme.ts'
import { homeSchema } from './public.ts'
import { railSchema } from './rail.ts'

const MOST_RAILS = 200
const MOST_CAMPAIGNS = 100

/** A rail where its place is that in the list. */
const placedRailSchema = railSchema.omit({ position: true }).meta({ id: 'PlacedRail' })

/** Days or weeks for which rails and pins are made, like 国家宪法日 on 4 December: moved together by moving it. */
const campaignSchema = z
  .strictObject({
    id: campaignIdSchema,
    /** For staff; viewers see the titles of its rails. */
    name: z.string().trim().min(1).max(40),
    from: z.iso.datetime(),
    until: z.iso.datetime(),
    /** Comes again each year at the same time by Beijing's calendar. */
    isYearly: z.boolean(),
  })
  .meta({ id: 'Campaign' })

const layoutShape = {
  rails: z.array(placedRailSchema).max(MOST_RAILS),
  campaigns: z.array(campaignSchema).max(MOST_CAMPAIGNS),
}

/** The rails of the home screen in their order, as one: whoever changes it has seen all of it. */
export const homeLayoutSchema = z
  .strictObject({
    rev: z.int().min(0),
    rails: z.array(placedRailSchema),
    campaigns: z.array(campaignSchema),
    /** Absent as long as nobody changed what came with the installation. */
    changedAt: z.iso.datetime().optional(),
    changedBy: z.string().optional(),
  })
  .meta({ id: 'HomeLayout' })

export const homeLayoutPatchSchema = z
  // Ids of new ones are made where they are written, so that sending them twice is sending them once.
  .strictObject({ rev: z.int().min(0), rails: layoutShape.rails, campaigns: layoutShape.campaigns.optional() })
  .meta({ id: 'HomeLayoutPatch' })

/** Whose home screen is looked at, and as of when; with rails that are not saved yet, or those that are. */
export const homePreviewWishSchema = z
  .strictObject({
    at: z.iso.datetime({ offset: true }),
    locale: localeSchema,
    device: z.enum(['tv', 'tablet']),
    region: regionCodeSchema.optional(),
    audience: audienceSchema.optional(),
    ...layoutShape,
  })
  .partial({ rails: true, campaigns: true })
  .meta({ id: 'HomePreviewWish' })

export const homePreviewSchema = z
  .strictObject({
    home: homeSchema,
    /** How many programmes go out or are taken off until then, as it is planned now. */
    plannedCount: z.int(),
  })
  .meta({ id: 'HomePreview' })

export type PlacedRail = z.infer<typeof placedRailSchema>
export type Campaign = z.infer<typeof campaignSchema>
export type HomeLayout = z.infer<typeof homeLayoutSchema>
export type HomeLayoutPatch = z.infer<typeof homeLayoutPatchSchema>
export type HomePreviewWish = z.infer<typeof homePreviewWishSchema>
export type HomePreview = z.infer<typeof homePreviewSchema>
