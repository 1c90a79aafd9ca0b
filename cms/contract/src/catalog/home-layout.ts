import * as z from 'zod'
import { railSchema } from './rail.ts'

const MOST_RAILS = 200

/** A rail where its place is that in the list. */
const placedRailSchema = railSchema.omit({ position: true }).meta({ id: 'PlacedRail' })

/** The rails of the home screen in their order, as one: whoever changes it has seen all of it. */
export const homeLayoutSchema = z
  .strictObject({
    rev: z.int().min(0),
    rails: z.array(placedRailSchema),
    /** Absent as long as nobody changed what came with the installation. */
    changedAt: z.iso.datetime().optional(),
    changedBy: z.string().optional(),
  })
  .meta({ id: 'HomeLayout' })

export const homeLayoutPatchSchema = z
  .strictObject({
    rev: z.int().min(0),
    /** Ids of new ones are made where they are written, so that sending them twice is sending them once. */
    rails: z.array(placedRailSchema).max(MOST_RAILS),
  })
  .meta({ id: 'HomeLayoutPatch' })

export type PlacedRail = z.infer<typeof placedRailSchema>
export type HomeLayout = z.infer<typeof homeLayoutSchema>
export type HomeLayoutPatch = z.infer<typeof homeLayoutPatchSchema>
