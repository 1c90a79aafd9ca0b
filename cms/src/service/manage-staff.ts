import {
  type AccessLink,
  done,
  type Invitation,
  type InvitedAccount,
  isStaffAddress,
  type Outcome,
  type RegionCode,
  refuse,
  type StaffAccount,
  type StaffAccountCreate,
  type StaffAccountPatch,
  type StaffId,
} from '@ulan/contract'

import type { AccessLinks, SignInLimiter, StaffDirectory, StaffMember } from './staff-ports.ts'

export type StaffNeeds = {
  readonly directory: StaffDirectory
  readonly links: AccessLinks
  readonly limiter: Pick<SignInLimiter, 'unlock'>
  /** Of the page that an access link opens; its token follows. */
  readonly linkStart: string
  isRegion(code: RegionCode): boolean
  clock(): Date
}

/** Long enough for somebody on tour, short enough for a link that lies in a chat. */
const LINK_DAYS = 7
const DAY_MS = 24 * 3600 * 1000

/** An account without a password, and the link to hand on. */
export async function inviteStaff(needs: StaffNeeds, person: StaffAccountCreate): Promise<Outcome<InvitedAccount>> {
  if (!isStaffAddress(person.email)) return refuse('invalid-request', [{ path: 'email', code: 'invalid' }])
  if (!hasKnownRegion(needs, person.regionCode)) return refuse('invalid-request', [UNKNOWN_REGION])
  const account = await needs.directory.invite(person)
  if (account === undefined) return refuse('invalid-request', [{ path: 'email', code: 'email-taken' }])
  const link = await makeLink(needs, account.id)
  return done({ account: { ...account, linkExpiresAt: link.expiresAt }, link })
}

/** Nobody takes away their own reach: of two administrators at work one always stays. */
export async function changeStaff(
  needs: StaffNeeds,
  id: StaffId,
  patch: StaffAccountPatch,
  by: StaffMember | undefined,
): Promise<Outcome<StaffAccount>> {
  const { name: _name, ...reach } = patch
  if (id === by?.id && Object.values(reach).some((member) => member !== undefined)) return refuse('own-account')
  if (!hasKnownRegion(needs, patch.regionCode)) return refuse('invalid-request', [UNKNOWN_REGION])
  const account = await needs.directory.change(id, patch)
  return account === undefined ? refuse('not-found') : done(account)
}

/** For an invitation that got lost and for a password that was forgotten. */
export async function renewLink(needs: StaffNeeds, id: StaffId): Promise<Outcome<AccessLink>> {
  const account = await needs.directory.readOne(id)
  if (account === undefined) return refuse('not-found')
  // Who forgot a password has tried too often by now.
  await needs.limiter.unlock(account.email)
  return done(await makeLink(needs, id))
}

export async function takeSecondFactorOff(needs: StaffNeeds, id: StaffId, by: StaffMember | undefined): Promise<Outcome<undefined>> {
  // One's own goes with the password, as everybody's.
  if (id === by?.id) return refuse('own-account')
  if ((await needs.directory.readOne(id)) === undefined) return refuse('not-found')
  await needs.directory.removeSecondFactor(id)
  return done(undefined)
}

export async function readInvitation(needs: StaffNeeds, token: string): Promise<Outcome<Invitation>> {
  const opened = await openLink(needs, token)
  if (opened === undefined) return refuse('not-found')
  const { email, name, role } = opened.account
  return done({ email, name, role, expiresAt: opened.expiresAt.toISOString() })
}

/** Chooses the password; the link is void afterwards. Answers whose it was. */
export async function acceptInvitation(needs: StaffNeeds, token: string, password: string): Promise<Outcome<StaffAccount>> {
  const opened = await openLink(needs, token)
  if (opened === undefined) return refuse('not-found')
  await needs.links.use(token, opened.account.id, password)
  return done(opened.account)
}

type Opened = { readonly account: StaffAccount; readonly expiresAt: Date }

async function openLink({ links, directory, clock }: StaffNeeds, token: string): Promise<Opened | undefined> {
  const found = await links.read(token, clock())
  const account = found && (await directory.readOne(found.id))
  if (found === undefined || account === undefined || account.standing === 'blocked') return undefined
  return { account, expiresAt: found.expiresAt }
}

const UNKNOWN_REGION = { path: 'regionCode', code: 'unknown-reference' } as const

const hasKnownRegion = (needs: StaffNeeds, code: RegionCode | null | undefined): boolean =>
  code === undefined || code === null || needs.isRegion(code)

async function makeLink({ links, linkStart, clock }: StaffNeeds, id: StaffId): Promise<AccessLink> {
  const expiresAt = new Date(clock().getTime() + LINK_DAYS * DAY_MS)
  const token = await links.make(id, expiresAt)
  return { url: linkStart + token, expiresAt: expiresAt.toISOString() }
}
