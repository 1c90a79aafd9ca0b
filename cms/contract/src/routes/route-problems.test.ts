import { expect, it } from 'vitest'
import { problemsOf } from './route-problems.ts'
import { ROUTES } from './route-table.ts'

it('a public read may miss its mark, or that of children, nothing more', () => {
  expect([...problemsOf(ROUTES.readPlayback)].sort()).toEqual([
    'internal',
    'invalid-request',
    'method-not-allowed',
    'not-for-children',
    'not-found',
    'store-unavailable',
  ])
  expect(problemsOf(ROUTES.listLaws)).not.toContain('invalid-request')
  expect(problemsOf(ROUTES.readHome)).not.toContain('not-for-children')
})

it('what takes a body may be given a wrong one', () => {
  for (const route of [ROUTES.createSession, ROUTES.createAsset, ROUTES.createAttempt]) {
    const names = problemsOf(route)
    for (const name of ['malformed-json', 'invalid-request', 'body-too-large', 'unsupported-media-type', 'storage-full'] as const) {
      expect(names).toContain(name)
    }
    expect(new Set(names).size).toBe(names.length)
  }
})

it('staff must be signed in, may not all write, and never from elsewhere', () => {
  expect(problemsOf(ROUTES.listAssets)).toContain('sign-in-required')
  expect(problemsOf(ROUTES.listAssets)).not.toContain('not-allowed')
  for (const name of ['sign-in-required', 'not-allowed', 'cross-site-request'] as const)
    expect(problemsOf(ROUTES.retryAsset)).toContain(name)
})
