import type { Session } from '@ulan/contract'
import { done, type Outcome, refuse, refuseForNow } from '@ulan/contract'
import { permissionsOf } from '../domain/staff/permissions.ts'
import type { SignedIn, SignInLimiter, StaffAccounts, StaffMember } from './ports.ts'

export type SignInNeeds = { readonly accounts: StaffAccounts; readonly limiter: SignInLimiter }
type Try = { readonly email: string; readonly password: string; readonly address: string }

/** Signs a member of staff in; wrong password and unknown address look alike. */
export async function signIn({ accounts, limiter }: SignInNeeds, { email, password, address }: Try): Promise<Outcome<SignedIn>> {
  const lockedOut = await limiter.take(email, address)
  if (lockedOut !== undefined) return refuseForNow(lockedOut.waitSeconds)
  const signedIn = await accounts.signIn(email, password)
  if (signedIn === undefined) return refuse('bad-credentials')
  await limiter.forgive(email, address)
  return done(signedIn)
}

/** A session as its owner sees it. */
export const presentSession = (member: StaffMember): Session => ({
  ...member,
  permissions: permissionsOf(member.role),
  reviewPolicy: 'off',
})
