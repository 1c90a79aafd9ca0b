import type { ProblemName } from '../problem/problem-types.ts'
import type { Route } from './route.ts'

const ANYWHERE: readonly ProblemName[] = ['method-not-allowed', 'internal', 'store-unavailable']
const OF_A_BODY: readonly ProblemName[] = ['malformed-json', 'body-too-large', 'unsupported-media-type']

/** All that a route may answer instead of its own answer: what its shape brings with it, and what its table names besides. */
export function problemsOf(route: Route): readonly ProblemName[] {
  const isStaff = route.access !== 'public'
  // Whoever works here may read.
  const isForSome = isStaff && route.access !== 'session' && route.access !== 'read'
  const isWrite = route.method !== 'get'
  const hasInput = route.params !== undefined || route.query !== undefined || route.body !== undefined
  const names: readonly (readonly ProblemName[])[] = [
    route.problems,
    hasInput ? ['invalid-request'] : [],
    route.params === undefined ? [] : ['not-found'],
    route.body === undefined ? [] : OF_A_BODY,
    isStaff ? ['sign-in-required'] : [],
    isForSome ? ['not-allowed', 'second-factor-missing'] : [],
    isStaff && isWrite ? ['cross-site-request'] : [],
    isWrite ? ['storage-full'] : [],
    ANYWHERE,
  ]
  return [...new Set(names.flat())]
}
