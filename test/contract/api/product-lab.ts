import type { Problem } from '@ulan/contract'
import { problemSchema } from '@ulan/contract/schemas'
import { expect } from 'vitest'
import type { ApiClient, RawResult } from '../../lab/api-client.ts'
import { createLab, type Lab } from '../../lab/lab.ts'
import { type ApiDescription, describedClient } from './described.ts'

export const UPLOADS = '/api/v1/uploads'
export const TUS = { 'tus-resumable': '1.0.0' }
/** An upload that nobody began. */
export const NOBODY = '0'.repeat(32)

/** The whole product, asked by clients that notice every answer without a place in its description. */
export type ProductLab = { readonly lab: Lab; readonly staff: ApiClient; visitor(): ApiClient }

export async function createProductLab(): Promise<ProductLab> {
  const lab = await createLab()
  const description: ApiDescription = JSON.parse((await lab.visitor().raw('GET', '/api/openapi.json')).text)
  const visitor = (): ApiClient => describedClient(lab.visitor(), description)
  return { lab, staff: describedClient(await lab.signIn(), description), visitor }
}

/** Begins an upload of so many bytes; its id. */
export async function beginUpload(staff: ApiClient, length: string): Promise<string> {
  const made = await staff.raw('POST', UPLOADS, { headers: { ...TUS, 'upload-length': length } })
  return made.headers.get('location')?.split('/').at(-1) ?? ''
}

/** The problem that an answer is, in every respect in which all problems are alike. */
export function problemOf(reply: RawResult): Problem {
  expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(reply.headers.get('cache-control')).toBe('no-store')
  const problem = problemSchema.parse(JSON.parse(reply.text))
  expect(problem.status).toBe(reply.status)
  expect(problem.instance).toMatch(/^urn:request:.+/)
  expect(problem.title).toMatch(/[\u4e00-\u9fff]{4}/)
  expect(problem.detail).not.toBe(problem.title)
  for (const { path } of problem.errors ?? []) expect(problem.detail).toContain(`${path}: `)
  return problem
}
