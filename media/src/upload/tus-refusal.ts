import { ERRORS, Metadata } from '@tus/server'
import { type FieldProblem, type Refusal, refuse } from '@ulan/contract'

/** Value of a request header as tus sees it: several of one name are joined. */
export type ReadHeader = (name: string) => string | undefined

const isMetadata = (value: string): boolean => {
  try {
    Metadata.parse(value)
    return true
  } catch {
    return false // throwing is how the library says no
  }
}
const isWhole = (value: string): boolean => Number.isInteger(Number(value)) && String(Number(value)) === value && Number(value) >= 0
/** What tus 1.0 says of each header of its own. */
const FORMS: { readonly [header: string]: (value: string) => boolean } = {
  'Tus-Resumable': (value) => value === '1.0.0',
  'Tus-Version': (value) => value === '1.0.0',
  'Upload-Offset': isWhole,
  'Upload-Length': isWhole,
  'Upload-Defer-Length': (value) => value === '1',
  'Upload-Metadata': isMetadata,
  'Upload-Concat': (value) => value === 'partial' || value.startsWith('final;'),
}
const BODY_TYPE = 'application/offset+octet-stream'
const NEEDED: { readonly [method: string]: readonly string[] } = { POST: ['Upload-Length'], PATCH: ['Upload-Offset', 'Content-Type'] }

const malformed = (path: string, value: string): FieldProblem =>
  /^-\d+$/.test(value) ? { path, code: 'too-small', params: { min: 0 } } : { path, code: 'invalid' }

/** What is wrong with the form of a request's headers, before anybody looks at the upload; all of it together. */
export function checkTusForm(method: string, header: ReadHeader): Refusal | undefined {
  if (method === 'OPTIONS') return undefined
  if (header('Tus-Resumable') === undefined) return refuse('tus-version-missing', [{ path: 'Tus-Resumable', code: 'required' }])
  const errors = Object.entries(FORMS).flatMap(([name, fits]) => {
    const value = header(name)
    return value === undefined || fits(value) ? [] : [malformed(name, value)]
  })
  const type = header('Content-Type')
  if (method === 'PATCH' && type !== undefined && type !== BODY_TYPE) errors.push({ path: 'Content-Type', code: 'invalid' })
  return errors.length === 0 ? undefined : refuse('invalid-request', errors)
}

/** What a request of good form lacks, or asks too much of. */
export function checkTusWish(method: string, header: ReadHeader, maxUploadBytes: number): Refusal | undefined {
  const missing = (NEEDED[method] ?? []).filter((name) => header(name) === undefined)
  if (missing.length > 0)
    return refuse(
      'invalid-request',
      missing.map((path) => ({ path, code: 'required' })),
    )
  if (method !== 'POST' || Number(header('Upload-Length')) <= maxUploadBytes) return undefined
  return refuse('upload-too-large', [{ path: 'Upload-Length', code: 'too-big', params: { max: maxUploadBytes } }])
}

const overrun = refuse('upload-overrun', [{ path: 'Upload-Length', code: 'exceeded' }])
const unsupported = (path: string): Refusal => refuse('unsupported-upload-extension', [{ path, code: 'unknown-field' }])
const REFUSALS: ReadonlyMap<unknown, Refusal> = new Map<unknown, Refusal>([
  [ERRORS.INVALID_OFFSET, refuse('upload-offset-conflict', [{ path: 'Upload-Offset', code: 'not-at-end' }])],
  [ERRORS.INVALID_LENGTH, refuse('invalid-request', [{ path: 'Upload-Length', code: 'invalid' }])],
  [ERRORS.ERR_SIZE_EXCEEDED, overrun],
  [ERRORS.ERR_MAX_SIZE_EXCEEDED, overrun],
  [ERRORS.FILE_NOT_FOUND, refuse('not-found')],
  [ERRORS.FILE_NO_LONGER_EXISTS, refuse('not-found')],
  [ERRORS.ABORTED, refuse('upload-interrupted')],
  [ERRORS.UNSUPPORTED_CONCATENATION_EXTENSION, unsupported('Upload-Concat')],
  [ERRORS.UNSUPPORTED_CREATION_DEFER_LENGTH_EXTENSION, unsupported('Upload-Defer-Length')],
])

/** The library throws plain objects, and errors of a class it keeps to itself. */
const statusOf = (thrown: unknown): unknown =>
  typeof thrown === 'object' && thrown !== null && 'status_code' in thrown ? thrown.status_code : undefined

/** The house's words for what the tus library throws; undefined when it is no fault of the sender. */
export const refusalOfTus = (thrown: unknown): Refusal | undefined =>
  REFUSALS.get(thrown) ?? (statusOf(thrown) === 413 ? overrun : undefined)
