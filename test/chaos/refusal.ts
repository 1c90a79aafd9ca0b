import { type Problem, problemType } from '@ulan/contract'
import { problemSchema } from '@ulan/contract/schemas'
import { expect } from 'vitest'
import type { ApiClient } from '../lab/api-client.ts'
import type { Refused } from './file-recipe.ts'

/** The problem that a call ends in, for a reader of English. */
export async function inEnglish(staff: ApiClient, path: string, body: object): Promise<Problem> {
  const headers = { 'content-type': 'application/json', 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' }
  const { text } = await staff.raw('POST', `/api/v1${path}`, { headers, body: JSON.stringify(body) })
  return problemSchema.parse(JSON.parse(text))
}

/** A named problem with a sentence of what to do, in Chinese. */
export function expectRefusal(problem: Problem, { problem: name, fields = [] }: Refused): void {
  expect(problem).toMatchObject({ type: problemType(name), status: 422, title: expect.stringMatching(/[\u4e00-\u9fff]{4}.*。$/) })
  expectFields(problem, fields)
}

/** The same problem in English: title and details, without a sign of Chinese. */
export function expectEnglish(english: Problem, { problem: name, fields = [] }: Refused): void {
  expect(english).toMatchObject({ type: problemType(name), status: 422, title: expect.stringMatching(/^[A-Z].*\.$/) })
  expectFields(english, fields)
  expect(`${english.title} ${english.detail ?? ''}`).not.toMatch(/[\u3000-\u9fff]/)
}

function expectFields({ errors = [], detail = '' }: Problem, fields: readonly string[]): void {
  expect([...new Set(errors.map(({ code }) => code))]).toEqual(fields)
  expect(detail !== '', 'details of each').toBe(fields.length > 0)
  expect(detail, 'all numbers are filled in').not.toContain('{{')
}
