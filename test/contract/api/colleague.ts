import type { InvitedAccount, Role, SecondFactor, StaffId } from '@ulan/contract'
import { codeAt } from '../../lab/totp.ts'
import { type CmsLab, cookieOf } from './cms-lab.ts'

export type Colleague = { readonly id: StaffId; readonly email: string; readonly cookie: string }
type Wanted = { readonly role: Role; readonly regionCode?: string; readonly hasFactor?: boolean }

const PASSWORD = 'four seasons on the steppe'
let count = 0

/** Somebody with an account of their own, in by a link that an administrator made, and with an authenticator where asked for. */
export async function joinStaff(lab: CmsLab, admin: string, { hasFactor = false, ...wanted }: Wanted): Promise<Colleague> {
  count += 1
  const email = `${wanted.role}-${String(count)}@example.org`
  const invited = await lab.call('/api/v1/staff/accounts', { cookie: admin, body: { email, name: `同事${String(count)}`, ...wanted } })
  const { account, link } = invited.json() as InvitedAccount // has tests of its own
  await lab.call(`/api/v1/invitations/${link.url.split('/').at(-1) ?? ''}`, { body: { password: PASSWORD } })
  const cookie = cookieOf(await lab.call('/api/v1/session', { body: { email, password: PASSWORD } }))
  return { id: account.id, email, cookie: hasFactor ? await equip(lab, cookie, PASSWORD) : cookie }
}

/** Sets a second factor up; the cookie of the session that follows. */
export async function equip(lab: CmsLab, cookie: string, password: string): Promise<string> {
  const begun = await lab.call('/api/v1/session/second-factor', { cookie, body: { password } })
  const { secret } = begun.json() as SecondFactor // as above
  const code = codeAt(secret, Date.now())
  return cookieOf(await lab.call('/api/v1/session/second-factor/confirmation', { cookie, body: { code } }))
}
