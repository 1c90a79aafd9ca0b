import type { InvitedAccount, SecondFactor, StaffSession } from '@ulan/contract'
import { type CmsLab, cookieOf } from './cms-lab.ts'

export const OLD_PASSWORD = 'horse fiddle by the river'
export const PASSWORD = 'three songs before the law'

/**
 * Somebody who can be asked for every route of accounts: `id` was invited and holds `token`; `cookies` belong to four
 * others with a password, of whom the second has begun a second factor (`secret`). `sessionId` is
 * the administrator's in another browser.
 */
export async function makePerson(lab: CmsLab, admin: string) {
  const asAdmin = (path: string, body?: object) => lab.call(`/api/v1${path}`, { cookie: admin, ...(body && { body }) })
  const invite = async (email: string): Promise<InvitedAccount> =>
    (await asAdmin('/staff/accounts', { email, name: '其其格', role: 'editor' })).json() as InvitedAccount // has tests of its own
  const tokenOf = ({ link }: InvitedAccount): string => link.url.split('/').at(-1) ?? ''
  const join = async (email: string): Promise<string> => {
    const token = tokenOf(await invite(email))
    await lab.call(`/api/v1/invitations/${token}`, { body: { password: OLD_PASSWORD } })
    return cookieOf(await lab.call('/api/v1/session', { body: { email, password: OLD_PASSWORD } }))
  }
  const cookies = [
    await join('one@example.org'),
    await join('two@example.org'),
    await join('three@example.org'),
    await join('four@example.org'),
  ] as const
  const begin = async (cookie: string): Promise<string> => {
    const begun = await lab.call('/api/v1/session/second-factor', { cookie, body: { password: OLD_PASSWORD } })
    return (begun.json() as SecondFactor).secret // as above
  }
  const secret = await begin(cookies[1])
  const invited = await invite('invited@example.org')
  await lab.signIn()
  const { items } = (await asAdmin('/session/all')).json() as { items: StaffSession[] } // as above
  const sessionId = items.find(({ isThis }) => !isThis)?.id ?? ''
  return { id: invited.account.id, token: tokenOf(invited), sessionId, cookies, secret }
}
