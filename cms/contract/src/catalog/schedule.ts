import * as z from 'zod'
import { programmeIdSchema } from '../id/id.ts'
import { localizedTextSchema } from '../locale/text-schema.ts'
import { fieldProblemSchema } from '../problem/problem-schema.ts'
import { reviewPersonSchema, reviewStepSchema } from '../review/review.ts'

/** Why something was taken off, or will be. */
export const takeDownReasonSchema = z.string().trim().min(1).max(1000)

const plannedActSchema = z.strictObject({ at: z.iso.datetime(), by: reviewPersonSchema })
const scheduledActSchema = z.enum(['publish', 'take-down']).meta({ id: 'ScheduledAct' })

/** What is to happen to a programme by itself, and what should have. */
export const programmeScheduleSchema = z
  .strictObject({
    /** `isAhead`: staff have gone on since; what goes out is what stood there when it was planned. */
    publish: plannedActSchema.extend({ isAhead: z.boolean() }).optional(),
    takeDown: plannedActSchema.extend({ reason: takeDownReasonSchema.optional() }).optional(),
    /** The last one that was due and refused; it stays until somebody plans, publishes or takes down. */
    missed: z.strictObject({ act: scheduledActSchema, at: z.iso.datetime(), problem: z.string() }).optional(),
  })
  .meta({ id: 'ProgrammeSchedule' })

const instantSchema = z.iso.datetime({ offset: true })

/** Absent members stay, `null` cancels. What goes out is what stands there now, whoever changes it until then. */
export const scheduleChangeSchema = z
  .strictObject({
    rev: z.int(),
    publishAt: instantSchema.nullable().optional(),
    takeDownAt: instantSchema.nullable().optional(),
    /** Of the taking down, for colleagues. */
    reason: takeDownReasonSchema.optional(),
  })
  .meta({ id: 'ScheduleChange' })

/**
 * Why it would be refused at its time, were all as it is now. `errors`: each field in the way; `unsigned`: steps of its review
 * that nobody has signed, where that is what it waits for.
 */
const hindranceSchema = z
  .strictObject({ problem: z.string(), errors: z.array(fieldProblemSchema).optional(), unsigned: z.array(reviewStepSchema).optional() })
  .meta({ id: 'ScheduleHindrance' })

/** An act in the list of all that is planned; with `problem` it was due and refused. */
export const scheduleEntrySchema = z
  .strictObject({
    programmeId: programmeIdSchema,
    title: localizedTextSchema,
    act: scheduledActSchema,
    at: z.iso.datetime(),
    by: reviewPersonSchema.optional(),
    reason: takeDownReasonSchema.optional(),
    problem: z.string().optional(),
    hindrance: hindranceSchema.optional(),
  })
  .meta({ id: 'ScheduleEntry' })

export type ScheduledAct = z.infer<typeof scheduledActSchema>
export type ProgrammeSchedule = z.infer<typeof programmeScheduleSchema>
export type ScheduleChange = z.infer<typeof scheduleChangeSchema>
export type ScheduleHindrance = z.infer<typeof hindranceSchema>
export type ScheduleEntry = z.infer<typeof scheduleEntrySchema>
