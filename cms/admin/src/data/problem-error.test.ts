import { describe, expect, it } from 'vitest'
import { asProblemError, ProblemError, problemFromAnswer } from './problem-error.ts'

describe('problemFromAnswer', () => {
  it('takes name and fields from problem details', () => {
    const errors = [{ path: 'title.zh-Hans', code: 'too-long', params: { max: 5 } }]
    const problem = problemFromAnswer(400, JSON.stringify({ type: '/problems/invalid-request', title: 'x', status: 400, errors }))
    expect([problem.problem, problem.fields]).toEqual(['invalid-request', errors])
  })
  it.each([
    [401, '', 'sign-in-required'],
    [413, '<html>413 Request Entity Too Large</html>', 'upload-too-large'],
    [502, '<html>Bad Gateway</html>', 'store-unavailable'],
    [500, '{"type":"/problems/never-heard-of"}', 'internal'],
    [404, 'null', 'not-found'],
  ])('names %d %j after its status', (status, text, name) => {
    expect(problemFromAnswer(status, text).problem).toBe(name)
  })
  it('shows anything else caught as an inner failure', () => {
    expect(asProblemError(new TypeError('x')).problem).toBe('internal')
    expect(asProblemError(new ProblemError('offline')).problem).toBe('offline')
  })
})
