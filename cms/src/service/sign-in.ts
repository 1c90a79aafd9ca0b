import { done, type Outcome, refuse, refuseForNow, type Session } from '@ulan/contract'
import { permissionsOf } from '../domain/staff/permissions.ts'
import type { SignedIn, SignInLimiter, SignInTry, StaffAccounts, StaffMember } from './staff-ports.ts'

export type SignInNeeds = { readonly accounts: StaffAccounts; readonly limiter: SignInLimiter }

/** Signs a member of staff in; wrong password and unknown address look alike. */
export async function signIn({ accounts, limiter }: SignInNeeds, attempt: SignInTry): Promise<Outcome<SignedIn>> {
  const { email, address } = attempt
  const lockedOut = await limiter.take(email, address)
  if (lockedOut !== undefined) return refuseForNow(lockedOut.waitSeconds)
  const end = await accounts.signIn(attempt)
  // Who is asked for a code has not failed yet; a wrong code counts as a wrong password does.
  if (end.kind === 'signed-in' || end.kind === 'second-factor-required') await limiter.forgive(email, address)
  if (end.kind === 'signed-in') return done({ member: end.member, cookies: end.cookies })
  return end.kind === 'codes-locked' ? refuseForNow(end.waitSeconds) : refuse(end.kind)
}

/** A session as its owner sees it. */
export const presentSession = (member: StaffMember, reviewPolicy: Session['reviewPolicy']): Session => ({
  ...member,
  permissions: permissionsOf(member.role),
  reviewPolicy,
})
