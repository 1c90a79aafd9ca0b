import * as z from 'zod'
import { programmeIdSchema } from '../id/id.ts'

/** Longer than anybody waits. */
const MOST_MS = 600_000
const DAY_SECONDS = 86_400
/** How a play came to its end; the failures are those that a viewer is told of. */
const PLAY_ENDS = ['ended', 'left', 'network', 'media', 'gone', 'unsupported'] as const
const instantMs = z.int().min(0).max(MOST_MS).optional()

/** What a device tells of one play of a film when it is over: how it went, not whose it was. */
export const beaconSchema = z
  .strictObject({
    device: z.enum(['tv', 'tablet']),
    programmeId: programmeIdSchema,
    /** Milliseconds from the wish to play; what never came is left out. */
    start: z.strictObject({ answer: instantMs, playlist: instantMs, segment: instantMs, picture: instantMs }),
    watchedSeconds: z.number().min(0).max(DAY_SECONDS),
    /** Stand-stills of a film that had begun, but for those that a seek brings. */
    stalls: z.int().min(0).max(1000),
    stalledSeconds: z.number().min(0).max(DAY_SECONDS),
    end: z.enum(PLAY_ENDS),
  })
  .meta({ id: 'Beacon' })

export const beaconBatchSchema = z.strictObject({ beacons: z.array(beaconSchema).min(1).max(20) }).meta({ id: 'BeaconBatch' })

const countSchema = z.int().min(0)
/** How the plays of one day went on one kind of device; days are China's. */
const qualityDaySchema = z
  .strictObject({
    day: z.iso.date(),
    device: z.enum(['tv', 'tablet']),
    plays: countSchema,
    ends: z.strictObject({
      ended: countSchema,
      left: countSchema,
      network: countSchema,
      media: countSchema,
      gone: countSchema,
      unsupported: countSchema,
    }),
    watchedSeconds: z.number(),
    stalls: countSchema,
    stalledSeconds: z.number(),
    /** How many plays showed their first picture within so many ms and not sooner; the last class has no end. */
    starts: z.array(z.strictObject({ withinMs: z.int().optional(), plays: countSchema })),
    /** Within which half of them, and nine in ten, showed it: as far as the classes tell; absent where none did. */
    startMs: z.strictObject({ median: z.number(), ninth: z.number() }).optional(),
  })
  .meta({ id: 'QualityDay' })

export const qualitySchema = z.strictObject({ days: z.array(qualityDaySchema) }).meta({ id: 'Quality' })
export const qualityQuerySchema = z.object({ days: z.coerce.number().int().min(1).max(366).optional() })

export type Beacon = z.infer<typeof beaconSchema>
export type BeaconBatch = z.infer<typeof beaconBatchSchema>
export type PlayEnd = Beacon['end']
export type QualityDay = z.infer<typeof qualityDaySchema>
export type Quality = z.infer<typeof qualitySchema>
