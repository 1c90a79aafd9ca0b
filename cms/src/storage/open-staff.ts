import type { AccessLinks, SecondFactors, SignInLimiter, StaffAccounts, StaffDirectory } from '../service/staff-ports.ts'
import { createAccessLinks } from './access-links.ts'
import { createSecondFactors } from './second-factors.ts'
import { createSignInLimiter } from './sign-in-limiter.ts'
import { createStaffAccounts } from './staff-accounts.ts'
import { type AccountSettings, type AuthNeeds, createAuth } from './staff-auth.ts'
import { createStaffDirectory } from './staff-directory.ts'
import { createUsedCodes } from './used-codes.ts'

export type { AccountSettings, AuthNeeds }

/** Who works here: accounts, and what they are signed in with. */
export type StaffStore = {
  readonly accounts: StaffAccounts
  readonly directory: StaffDirectory
  readonly links: AccessLinks
  readonly secondFactors: SecondFactors
  readonly limiter: SignInLimiter
}

/** Opens it, its indexes in place. */
export async function openStaff(settings: AccountSettings, needs: AuthNeeds): Promise<StaffStore> {
  const { connection, clock } = needs
  const auth = createAuth(settings, needs)
  return {
    accounts: createStaffAccounts(auth, { ...needs, usedCodes: createUsedCodes(connection, clock) }),
    directory: createStaffDirectory(auth, connection),
    links: createAccessLinks(auth, needs),
    secondFactors: createSecondFactors(auth),
    limiter: await createSignInLimiter(connection),
  }
}
