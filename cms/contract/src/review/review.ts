import * as z from 'zod'
import { programmeIdSchema, staffIdSchema } from '../id/id.ts'
import { CHECKS_OF_STEP, REVIEW_PATHS, REVIEW_STEPS, type ReviewCheck } from './review-steps.ts'

/** `three`: nothing is published without 三审三校. `isUrgentAllowed`: two signatures do where somebody says why it cannot wait. */
export const reviewPolicySchema = z
  .strictObject({ policy: z.enum(['off', 'three']), isUrgentAllowed: z.boolean() })
  .meta({ id: 'ReviewPolicy' })

/**
 * `void`: what is signed is not what stands there any more. `vetoed`: the same will not be taken again. What ended stays as
 * it ended, and a programme is submitted anew under the next number.
 */
export const reviewStateSchema = z.enum(['open', 'approved', 'returned', 'vetoed', 'withdrawn', 'void']).meta({ id: 'ReviewState' })

export const reviewStepSchema = z.enum(REVIEW_STEPS).meta({ id: 'ReviewStep' })
const reviewCheckSchema = z.enum(Object.values(CHECKS_OF_STEP).flat() as [ReviewCheck, ...ReviewCheck[]]).meta({ id: 'ReviewCheck' }) // none of the lists is empty

/** As they were called when they did it. */
export const reviewPersonSchema = z.strictObject({ id: staffIdSchema, name: z.string(), email: z.string() }).meta({ id: 'ReviewPerson' })
/** SHA-256 of what is signed, in hexadecimal. */
const contentHashSchema = z.string().regex(/^[0-9a-f]{64}$/)
const reasonSchema = z.string().trim().min(1).max(1000)

const reviewSignatureSchema = z
  .strictObject({
    step: reviewStepSchema,
    by: reviewPersonSchema,
    at: z.iso.datetime(),
    contentHash: contentHashSchema,
    checks: z.array(reviewCheckSchema),
  })
  .meta({ id: 'ReviewSignature' })

/** What a remark is about: all of it, one field (as in `errors` of problems), or a moment of the film. */
const remarkAnchorSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('whole') }),
    z.strictObject({ kind: z.literal('field'), path: z.string().regex(/^[A-Za-z0-9.-]{1,80}$/) }),
    z.strictObject({ kind: z.literal('moment'), seconds: z.number().min(0).max(86_400) }),
  ])
  .meta({ id: 'RemarkAnchor' })

const remarkSchema = z
  .strictObject({
    id: z.string(),
    by: reviewPersonSchema,
    at: z.iso.datetime(),
    anchor: remarkAnchorSchema,
    text: z.string(),
    settledBy: reviewPersonSchema.optional(),
    settledAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Remark' })

const reviewEndSchema = z.strictObject({ by: reviewPersonSchema, at: z.iso.datetime(), reason: z.string().optional() })

/** One way of a programme through the reviews, from its submission on. */
export const reviewSchema = z
  .strictObject({
    programmeId: programmeIdSchema,
    /** Of this programme: the first is 1, and the highest is the one that counts. */
    number: z.int(),
    rev: z.int(),
    path: z.enum(REVIEW_PATHS),
    /** Why it cannot wait; on the urgent path. */
    reason: z.string().optional(),
    state: reviewStateSchema,
    contentHash: contentHashSchema,
    submittedBy: reviewPersonSchema,
    submittedAt: z.iso.datetime(),
    signatures: z.array(reviewSignatureSchema),
    remarks: z.array(remarkSchema),
    /** Steps that can be signed now, by whom it is theirs to. */
    openSteps: z.array(reviewStepSchema),
    /** How it ended, unless by its last signature or by a change of what was signed. */
    end: reviewEndSchema.optional(),
  })
  .meta({ id: 'Review' })

export const reviewSubmitSchema = z
  .strictObject({
    /** Revision of the programme that is submitted. */
    rev: z.int(),
    path: z.enum(REVIEW_PATHS).default('full'),
    reason: reasonSchema.optional(),
  })
  .meta({ id: 'ReviewSubmit' })

/** `contentHash`: of what the signer has before them; another one is refused. */
export const reviewSignSchema = z
  .strictObject({ step: reviewStepSchema, contentHash: contentHashSchema, checks: z.array(reviewCheckSchema).max(20) })
  .meta({ id: 'ReviewSign' })

export const reviewEndingSchema = z.strictObject({ reason: reasonSchema }).meta({ id: 'ReviewEnding' })
export const remarkCreateSchema = z
  .strictObject({ anchor: remarkAnchorSchema, text: z.string().trim().min(1).max(2000) })
  .meta({ id: 'RemarkCreate' })

export type ReviewPolicy = z.infer<typeof reviewPolicySchema>
export type ReviewState = z.infer<typeof reviewStateSchema>
export type ReviewSignature = z.infer<typeof reviewSignatureSchema>
export type RemarkAnchor = z.infer<typeof remarkAnchorSchema>
export type Remark = z.infer<typeof remarkSchema>
export type Review = z.infer<typeof reviewSchema>
export type ReviewSubmit = z.output<typeof reviewSubmitSchema>
export type ReviewSign = z.infer<typeof reviewSignSchema>
export type RemarkCreate = z.infer<typeof remarkCreateSchema>
