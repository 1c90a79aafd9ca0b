import { done, type Outcome, refuse } from '@ulan/contract'
import type { Request, Response } from 'express'
import type { AuditLog } from '../service/keep-audit.ts'
import {
  acceptInvitation,
  changeStaff,
  inviteStaff,
  readInvitation,
  renewLink,
  type StaffNeeds,
  takeSecondFactorOff,
} from '../service/manage-staff.ts'
import {
  type Asking,
  beginSecondFactor,
  changeOwnPassword,
  confirmSecondFactor,
  endOwnSession,
  listOwnSessions,
  type OwnNeeds,
  removeOwnSecondFactor,
} from '../service/own-account.ts'
import type { SignInNeeds } from '../service/sign-in.ts'
import type { StaffMember } from '../service/staff-ports.ts'
import type { RouteBinder } from './bind-route.ts'
import { limitByAddress } from './rate/limit-by-address.ts'
import { bindSessionRoutes, type SessionNeeds } from './session-routes.ts'

/** Passwords, codes and links that one address may try within a minute; an office of forty behind one address still passes. */
const MOST_TRIES_PER_MINUTE = 60

export type AccountNeeds = Pick<StaffNeeds, 'isRegion' | 'clock'> & {
  readonly staff: SignInNeeds & OwnNeeds & Omit<StaffNeeds, 'isRegion' | 'clock' | 'linkStart'>
  readonly publicUrl: string
  readonly audit: Pick<AuditLog, 'note'>
  reviewPolicy: SessionNeeds['reviewPolicy']
}

/** Signing in, accounts in an administrator's hands, and one's own. */
export function bindAccountRoutes(binder: RouteBinder, { staff, publicUrl, audit, reviewPolicy, ...needs }: AccountNeeds): void {
  bindSessionRoutes(binder, { ...staff, audit, reviewPolicy })
  // Behind the `#`: no proxy and no log on the way gets to see the token.
  bindStaffAccountRoutes(binder, { ...staff, ...needs, audit, linkStart: `${publicUrl.replace(/\/+$/, '')}/admin/#/join/` })
  bindOwnAccountRoutes(binder, staff)
}

/** Accounts in an administrator's hands, and the links that they hand on. */
function bindStaffAccountRoutes({ bind }: RouteBinder, needs: StaffNeeds & { readonly audit: Pick<AuditLog, 'note'> }): void {
  const { directory } = needs
  const limit = limitByAddress(MOST_TRIES_PER_MINUTE)
  bind('listStaffAccounts', { run: async () => done({ items: [...(await directory.list())] }) })
  bind('createStaffAccount', { run: ({ body }) => inviteStaff(needs, body) })
  bind('updateStaffAccount', { run: ({ params, body, member }) => changeStaff(needs, params.id, body, member) })
  bind('createAccessLink', { run: ({ params }) => renewLink(needs, params.id) })
  bind('removeSecondFactorOf', { run: ({ params, member }) => takeSecondFactorOff(needs, params.id, member) })
  bind('listSessionsOf', {
    run: async ({ params, request }) => {
      if ((await directory.readOne(params.id)) === undefined) return refuse('not-found')
      return done({ items: [...(await directory.listSessions(params.id, request.headers.cookie))] })
    },
  })
  bind('endSessionsOf', {
    run: async ({ params }) => {
      if ((await directory.readOne(params.id)) === undefined) return refuse('not-found')
      await directory.endSessions(params.id)
      return done(undefined)
    },
  })
  bind('readInvitation', { limit, run: ({ params }) => readInvitation(needs, params.token) })
  bind('acceptInvitation', {
    limit,
    run: async ({ params, body, request }) => {
      const outcome = await acceptInvitation(needs, params.token, body.password)
      if (outcome.kind === 'refused') return outcome
      await needs.audit.note({ by: outcome.value, address: request.ip ?? '', action: 'acceptInvitation', asked: {} })
      return done(undefined)
    },
  })
}

type Asked = { readonly request: Request; readonly response: Response; readonly member?: StaffMember }
const askingOf = ({ request, member }: Asked): Asking => ({ member, cookie: request.headers.cookie })

/** One's own account: where it is signed in, its password and its second factor. */
function bindOwnAccountRoutes({ bind }: RouteBinder, needs: OwnNeeds): void {
  const limit = limitByAddress(MOST_TRIES_PER_MINUTE)
  bind('listSessions', { run: (asked) => listOwnSessions(needs, askingOf(asked)) })
  bind('endSession', { run: (asked) => endOwnSession(needs, askingOf(asked), asked.params.id) })
  bind('changePassword', {
    limit,
    run: async (asked) => keepSession(asked, await changeOwnPassword(needs, askingOf(asked), asked.body.password, asked.body.newPassword)),
  })
  bind('beginSecondFactor', { limit, run: (asked) => beginSecondFactor(needs, askingOf(asked), asked.body.password) })
  bind('confirmSecondFactor', {
    limit,
    run: async (asked) => keepSession(asked, await confirmSecondFactor(needs, askingOf(asked), asked.body.code)),
  })
  bind('removeSecondFactor', {
    limit,
    run: async (asked) => keepSession(asked, await removeOwnSecondFactor(needs, askingOf(asked), asked.body.password)),
  })
}

/** The session that asked is over; its browser goes on with the one that took its place. */
function keepSession({ response }: Asked, outcome: Outcome<readonly string[]>): Outcome<undefined> {
  if (outcome.kind === 'refused') return outcome
  response.append('Set-Cookie', [...outcome.value])
  return done(undefined)
}
