import { done, type Outcome, refuse, type SecondFactor, type StaffSession, type StaffSessionId } from '@ulan/contract'
import type { SecondFactors, StaffAccounts, StaffDirectory, StaffMember } from './staff-ports.ts'

export type OwnNeeds = {
  readonly accounts: Pick<StaffAccounts, 'changePassword'>
  readonly directory: Pick<StaffDirectory, 'listSessions' | 'endSessions'>
  readonly secondFactors: SecondFactors
}
/** Who asks, and the cookies that say so. */
export type Asking = { readonly member: StaffMember | undefined; readonly cookie: string | undefined }
/** Cookies of the session that takes the place of the one that asked. */
type NewSession = Outcome<readonly string[]>

export async function listOwnSessions({ directory }: OwnNeeds, { member, cookie }: Asking): Promise<Outcome<{ items: StaffSession[] }>> {
  if (member === undefined) return refuse('sign-in-required')
  return done({ items: [...(await directory.listSessions(member.id, cookie))] })
}

export async function endOwnSession({ directory }: OwnNeeds, { member }: Asking, id: StaffSessionId): Promise<Outcome<undefined>> {
  if (member === undefined) return refuse('sign-in-required')
  return (await directory.endSessions(member.id, id)) ? done(undefined) : refuse('not-found')
}

export async function changeOwnPassword({ accounts }: OwnNeeds, { cookie }: Asking, now: string, next: string): Promise<NewSession> {
  const cookies = await accounts.changePassword(cookie, now, next)
  return cookies === 'wrong-password' ? refuse(cookies) : done(cookies)
}

/** A secret for the authenticator; signing in asks for codes once one was confirmed. */
export async function beginSecondFactor({ secondFactors }: OwnNeeds, { cookie }: Asking, password: string): Promise<Outcome<SecondFactor>> {
  const begun = await secondFactors.begin(cookie, password)
  if (begun === 'wrong-password') return refuse('wrong-password')
  if (begun === 'already-on') return refuse('conflict')
  return done({ ...begun, recoveryCodes: [...begun.recoveryCodes] })
}

export async function confirmSecondFactor({ secondFactors }: OwnNeeds, { cookie }: Asking, code: string): Promise<NewSession> {
  const cookies = await secondFactors.confirm(cookie, code)
  if (cookies === 'not-begun') return refuse('conflict')
  return cookies === 'wrong-code' ? refuse(cookies) : done(cookies)
}

export async function removeOwnSecondFactor({ secondFactors }: OwnNeeds, { cookie }: Asking, password: string): Promise<NewSession> {
  const cookies = await secondFactors.remove(cookie, password)
  return cookies === 'wrong-password' ? refuse(cookies) : done(cookies)
}
