import type { Role, StaffAccount, StaffStanding } from '@ulan/contract'

/** What of the list of people is looked at; everything where a member is left out. */
export type PeopleFilter = { readonly search: string; readonly role?: Role | undefined; readonly standing?: StaffStanding | undefined }

export const ALL_PEOPLE: PeopleFilter = { search: '' }

/** Accounts whose name or address has the words, of that role and standing. */
export function filterPeople(accounts: readonly StaffAccount[], { search, role, standing }: PeopleFilter): readonly StaffAccount[] {
  const wanted = search.trim().toLowerCase()
  return accounts.filter(
    (account) =>
      (role === undefined || account.role === role) &&
      (standing === undefined || account.standing === standing) &&
      `${account.name}\n${account.email}`.toLowerCase().includes(wanted),
  )
}

/** Puts a changed or new account into the list, in its place or at the end. */
export const withAccount = (accounts: readonly StaffAccount[], changed: StaffAccount): readonly StaffAccount[] =>
  accounts.some(({ id }) => id === changed.id) ? accounts.map((one) => (one.id === changed.id ? changed : one)) : [...accounts, changed]
