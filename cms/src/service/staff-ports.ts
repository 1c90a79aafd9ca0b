import type { RegionCode, Role, StaffAccount, StaffAccountPatch, StaffId, StaffSession, StaffSessionId } from '@ulan/contract'

/** Whoever is signed in. */
export type StaffMember = {
  readonly id: StaffId
  readonly email: string
  readonly name: string
  readonly role: Role
  /** Works on what belongs to it; on everything where it is left out. */
  readonly regionCode?: RegionCode
  readonly hasSecondFactor: boolean
}

export type SignedIn = { readonly member: StaffMember; readonly cookies: readonly string[] }

export type SignInTry = {
  readonly email: string
  readonly password: string
  readonly code?: string | undefined
  readonly address: string
  readonly agent: string
}
export type SignInEnd =
  | ({ readonly kind: 'signed-in' } & SignedIn)
  /** Wrong password and, after the same work, an unknown address. */
  | { readonly kind: 'bad-credentials' }
  /** From here on the password was right. */
  | { readonly kind: 'account-blocked' | 'second-factor-required' | 'wrong-code' }
  | { readonly kind: 'codes-locked'; readonly waitSeconds: number }

/** Staff accounts, their passwords and sessions. */
export interface StaffAccounts {
  signIn(attempt: SignInTry): Promise<SignInEnd>
  /** Who the cookies of a request belong to. */
  readMember(cookie: string | undefined): Promise<StaffMember | undefined>
  /** The same, and new cookies when the session was prolonged. */
  prolong(cookie: string | undefined): Promise<SignedIn | undefined>
  /** Ends the session; the cookies take it from the browser. */
  signOut(cookie: string | undefined): Promise<readonly string[]>
  hasAny(): Promise<boolean>
  /** False when the address is taken. */
  add(person: NewPerson, password: string): Promise<boolean>
  /** Sets a new password and ends every session; false for an unknown address. */
  resetPassword(email: string, password: string): Promise<boolean>
  /** Sets one's own and ends every session; the cookies are of a new one. */
  changePassword(cookie: string | undefined, password: string, newPassword: string): Promise<readonly string[] | 'wrong-password'>
}

export type NewPerson = Pick<StaffMember, 'email' | 'name' | 'role'> & { readonly regionCode?: RegionCode | undefined }

/** Accounts in the hands of administrators. */
export interface StaffDirectory {
  /** By name. */
  list(): Promise<readonly StaffAccount[]>
  readOne(id: StaffId): Promise<StaffAccount | undefined>
  /** Makes an account that nobody can sign in to yet; undefined when the address is taken. */
  invite(person: NewPerson): Promise<StaffAccount | undefined>
  /** Undefined when there is none. Whoever is blocked has no session any more when this resolves. */
  change(id: StaffId, patch: StaffAccountPatch): Promise<StaffAccount | undefined>
  /** Takes the second factor off and ends every session. */
  removeSecondFactor(id: StaffId): Promise<void>
  /** `current`: the cookies of whoever asks, which tell one session from the others. */
  listSessions(id: StaffId, current: string | undefined): Promise<readonly StaffSession[]>
  /** One, or all; false when there is no such session of this account. */
  endSessions(id: StaffId, session?: StaffSessionId): Promise<boolean>
}

/** Links with which somebody chooses the password of their account, one for each account at most. */
export interface AccessLinks {
  /** A new one; the one before is void. */
  make(id: StaffId, expiresAt: Date): Promise<string>
  /** The account that a link opens now. */
  read(token: string, now: Date): Promise<{ readonly id: StaffId; readonly expiresAt: Date } | undefined>
  /** Sets the password, ends every session, and then voids the link. */
  use(token: string, id: StaffId, password: string): Promise<void>
}

export type SecondFactorStart = { readonly secret: string; readonly uri: string; readonly recoveryCodes: readonly string[] }

/** One's own second factor (RFC 6238). */
export interface SecondFactors {
  begin(cookie: string | undefined, password: string): Promise<SecondFactorStart | 'wrong-password' | 'already-on'>
  /** New cookies: the session is another one from here on. */
  confirm(cookie: string | undefined, code: string): Promise<readonly string[] | 'wrong-code' | 'not-begun'>
  remove(cookie: string | undefined, password: string): Promise<readonly string[] | 'wrong-password'>
}

/** Counts failed sign-ins in the store, so that a restart or a second process forgets nothing. */
export interface SignInLimiter {
  /** Takes one try; how long to wait when there are none left. Made before the password is looked at, so that parallel guesses all count. */
  take(email: string, address: string): Promise<{ readonly waitSeconds: number } | undefined>
  /** Gives back what a right password took. */
  forgive(email: string, address: string): Promise<void>
  /** Ends every lock-out of an account, wherever the tries came from. */
  unlock(email: string): Promise<void>
}
