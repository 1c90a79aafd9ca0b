import { attemptCreateSchema } from '@ulan/contract/schemas'
import { describe, expect, it } from 'vitest'
import { type ApiClient, createApiClient } from './api-client.ts'

const answer = (status: number, type: string, body: string): ApiClient =>
  createApiClient(async () => new Response(body, { status, headers: { 'content-type': type } }))
const unreachable = createApiClient(async () => {
  throw new TypeError('Failed to fetch')
})
const attempt = attemptCreateSchema.parse({
  id: '00000000-0000-4000-8000-000000000001',
  quizId: 'quiz-1',
  device: 'tablet',
  locale: 'zh-Hans',
  startedAt: '2026-11-24T10:00:00.000Z',
  finishedAt: '2026-11-24T10:01:00.000Z',
  answers: [],
})

describe('read', () => {
  it('gives the text of a JSON answer', async () => {
    expect(await answer(200, 'application/json; charset=utf-8', '{}').read('/home')).toEqual({ kind: 'ok', text: '{}' })
  })
  it.each([
    [404, 'gone'],
    [410, 'gone'],
    [500, 'failed'],
    [400, 'failed'],
    [502, 'unreachable'],
    [503, 'unreachable'],
  ])('takes %d as %s', async (status, kind) => {
    expect(await answer(status, 'application/problem+json', '{}').read('/home')).toEqual({ kind })
  })
  it('does not take the sign-in page of a public network for an answer', async () => {
    expect(await answer(200, 'text/html', '<html>').read('/home')).toEqual({ kind: 'unreachable' })
  })
  it('says unreachable when the answer breaks off', async () => {
    const body = new ReadableStream({ start: (stream) => stream.error(new TypeError('network error')) })
    const client = createApiClient(async () => new Response(body, { headers: { 'content-type': 'application/json' } }))
    expect(await client.read('/home')).toEqual({ kind: 'unreachable' })
    expect(await client.sendAttempt(attempt)).toBe('unreachable')
  })
  it('says unreachable where nobody answers', async () => {
    expect(await unreachable.read('/home')).toEqual({ kind: 'unreachable' })
  })
})

describe('sendAttempt', () => {
  it('posts it as JSON', async () => {
    const seen: unknown[] = []
    const client = createApiClient(async (path, init) => {
      const request = new Request(`http://tablet.test${String(path)}`, init)
      seen.push(request.method, path, request.headers.get('content-type'), await request.json())
      return new Response('{}', { status: 201, headers: { 'content-type': 'application/json' } })
    })
    expect(await client.sendAttempt(attempt)).toBe('stored')
    expect(seen).toEqual(['POST', '/api/v1/attempts', 'application/json', attempt])
  })
  it.each([
    [409, 'refused'],
    [400, 'refused'],
    [429, 'later'],
    [500, 'later'],
    [503, 'later'],
  ])('takes %d as %s', async (status, outcome) => {
    expect(await answer(status, 'application/problem+json', '{}').sendAttempt(attempt)).toBe(outcome)
  })
  it('keeps what a stranger acknowledged, or nobody', async () => {
    expect(await answer(200, 'text/html', '').sendAttempt(attempt)).toBe('unreachable')
    expect(await unreachable.sendAttempt(attempt)).toBe('unreachable')
  })
  it.each([400, 404, 413])('keeps what a stranger, not the server, answered with %d', async (status) => {
    expect(await answer(status, 'text/html', '<html>').sendAttempt(attempt)).toBe('unreachable')
  })
})
