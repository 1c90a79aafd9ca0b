import * as z from 'zod'
import { regionCodeSchema, staffIdSchema, staffSessionIdSchema } from '../id/id.ts'
import { roleSchema } from '../session/role-schema.ts'
import { LEAST_PASSWORD_CHARACTERS, MOST_PASSWORD_CHARACTERS } from './sign-in-rules.ts'

/** `invited`: nobody has chosen a password yet. `blocked`: may not sign in, and nothing of it is lost. */
export const staffStandingSchema = z.enum(['invited', 'active', 'blocked']).meta({ id: 'StaffStanding' })

const nameSchema = z.string().trim().min(1).max(60)
const newPasswordSchema = z.string().min(LEAST_PASSWORD_CHARACTERS).max(MOST_PASSWORD_CHARACTERS)
const givenPasswordSchema = z.string().max(MOST_PASSWORD_CHARACTERS)

/** A member of staff as administrators see them. */
export const staffAccountSchema = z
  .strictObject({
    id: staffIdSchema,
    email: z.string(),
    name: z.string(),
    role: roleSchema,
    /** Works on what belongs to this league, city or banner; on everything where it is left out. */
    regionCode: regionCodeSchema.optional(),
    standing: staffStandingSchema,
    hasSecondFactor: z.boolean(),
    createdAt: z.iso.datetime(),
    /** Latest sign-in. */
    signedInAt: z.iso.datetime().optional(),
    /** Of the link that lets them choose a password, where one is out. */
    linkExpiresAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'StaffAccount' })

export const staffAccountCreateSchema = z
  .strictObject({ email: z.string().trim().max(254), name: nameSchema, role: roleSchema, regionCode: regionCodeSchema.optional() })
  .meta({ id: 'StaffAccountCreate' })

/** What is left out stays. */
export const staffAccountPatchSchema = z
  .strictObject({
    name: nameSchema.optional(),
    role: roleSchema.optional(),
    regionCode: regionCodeSchema.nullable().optional(),
    isBlocked: z.boolean().optional(),
  })
  .meta({ id: 'StaffAccountPatch' })

/** Handed on by a person: no mail is sent. Whoever opens it chooses the password of one account, once. */
export const accessLinkSchema = z.strictObject({ url: z.string(), expiresAt: z.iso.datetime() }).meta({ id: 'AccessLink' })
export const invitedAccountSchema = z.strictObject({ account: staffAccountSchema, link: accessLinkSchema }).meta({ id: 'InvitedAccount' })

/** What an access link says of the account that it opens. */
export const invitationSchema = z
  .strictObject({ email: z.string(), name: z.string(), role: roleSchema, expiresAt: z.iso.datetime() })
  .meta({ id: 'Invitation' })
export const invitationUseSchema = z.strictObject({ password: newPasswordSchema }).meta({ id: 'InvitationUse' })

/** One browser that is signed in. */
export const staffSessionSchema = z
  .strictObject({
    id: staffSessionIdSchema,
    startedAt: z.iso.datetime(),
    /** To the hour. */
    seenAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    address: z.string().optional(),
    /** `User-Agent` of its browser. */
    agent: z.string().optional(),
    /** The one that asks. */
    isThis: z.boolean(),
  })
  .meta({ id: 'StaffSession' })

export const passwordChangeSchema = z
  .strictObject({ password: givenPasswordSchema, newPassword: newPasswordSchema })
  .meta({ id: 'PasswordChange' })
export const passwordProofSchema = z.strictObject({ password: givenPasswordSchema }).meta({ id: 'PasswordProof' })
export const codeProofSchema = z.strictObject({ code: z.string().trim().max(16) }).meta({ id: 'CodeProof' })

/** What an authenticator is fed with (Key URI Format, RFC 6238), and codes that serve once each where it is lost. */
export const secondFactorSchema = z
  .strictObject({ uri: z.string(), secret: z.string(), recoveryCodes: z.array(z.string()) })
  .meta({ id: 'SecondFactor' })

export type StaffStanding = z.infer<typeof staffStandingSchema>
export type StaffAccount = z.infer<typeof staffAccountSchema>
export type StaffAccountCreate = z.infer<typeof staffAccountCreateSchema>
export type StaffAccountPatch = z.infer<typeof staffAccountPatchSchema>
export type AccessLink = z.infer<typeof accessLinkSchema>
export type InvitedAccount = z.infer<typeof invitedAccountSchema>
export type Invitation = z.infer<typeof invitationSchema>
export type StaffSession = z.infer<typeof staffSessionSchema>
export type SecondFactor = z.infer<typeof secondFactorSchema>
