import { done, refuse, type Session } from '@ulan/contract'
import type { AuditLog } from '../service/keep-audit.ts'
import { presentSession, type SignInNeeds, signIn } from '../service/sign-in.ts'
import type { RouteBinder } from './bind-route.ts'

export type SessionNeeds = SignInNeeds & { readonly audit: Pick<AuditLog, 'note'>; reviewPolicy(): Session['reviewPolicy'] }

/** Signing in, staying in, signing out. */
export function bindSessionRoutes({ bind }: RouteBinder, needs: SessionNeeds): void {
  bind('createSession', {
    run: async ({ body, request, response }) => {
      const peer = { address: request.ip ?? '', agent: request.get('user-agent') ?? '' }
      const outcome = await signIn(needs, { ...body, ...peer })
      if (outcome.kind === 'refused') return outcome
      await needs.audit.note({ by: outcome.value.member, address: peer.address, action: 'createSession', asked: { agent: peer.agent } })
      response.append('Set-Cookie', [...outcome.value.cookies])
      return done(presentSession(outcome.value.member, needs.reviewPolicy()))
    },
  })
  bind('readSession', {
    run: async ({ request, response }) => {
      const kept = await needs.accounts.prolong(request.headers.cookie)
      if (kept === undefined) return refuse('sign-in-required')
      response.append('Set-Cookie', [...kept.cookies])
      return done(presentSession(kept.member, needs.reviewPolicy()))
    },
  })
  bind('deleteSession', {
    run: async ({ request, response }) => {
      response.append('Set-Cookie', [...(await needs.accounts.signOut(request.headers.cookie))])
      return done(undefined)
    },
  })
}
