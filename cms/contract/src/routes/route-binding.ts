import type * as z from 'zod'
import type { Outcome } from '../outcome/outcome.ts'
import type { ProblemLanguage } from '../problem/problem-text.ts'
import type { ROUTES, RouteName } from './route-table.ts'

/** Type of one part of a route; undefined where the route has none. */
export type RouteMember<N extends RouteName, Key extends string> = (typeof ROUTES)[N] extends {
  readonly [K in Key]: infer S extends z.ZodType
}
  ? z.infer<S>
  : undefined

/** What a route's use case is given: parts of the request, already of the contract's types. */
export type RouteInput<N extends RouteName> = {
  readonly params: RouteMember<N, 'params'>
  readonly query: RouteMember<N, 'query'>
  readonly body: RouteMember<N, 'body'>
  /** The reader's, for problems inside an answer. */
  readonly language: ProblemLanguage
}

export type RouteBinding<N extends RouteName> = {
  run(input: RouteInput<N>): Promise<Outcome<RouteMember<N, 'answer'>>>
}

/** Connects a use case to a route: authorise → validate → run → answer are the same for every room of the house. */
export type BindRoute = <N extends RouteName>(name: N, binding: RouteBinding<N>) => void
