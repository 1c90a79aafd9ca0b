import type { ProblemName } from '@ulan/contract'
import * as z from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import { problemResponses, STAFF_SECURITY } from './operation-parts.ts'

const BYTES = 'application/offset+octet-stream'
const whole = (description: string): z.ZodInt => z.int().min(0).meta({ description })
const version = z.literal('1.0.0').meta({ description: 'Version of the protocol' })
const uploadId = z.strictObject({
  id: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .meta({ description: 'Last part of the `Location` that the start answered' }),
})
const answered = { 'Tus-Resumable': version }
const ofAny: readonly ProblemName[] = ['sign-in-required', 'method-not-allowed', 'internal', 'store-unavailable']
const ofTus: readonly ProblemName[] = [...ofAny, 'invalid-request', 'not-allowed', 'tus-version-missing']
const ofWrites: readonly ProblemName[] = [...ofTus, 'cross-site-request']

const options = (operationId: string, where: object): ZodOpenApiOperationObject => ({
  operationId,
  summary: 'What uploads can do here (tus 1.0)',
  security: STAFF_SECURITY,
  ...where,
  responses: {
    '204': {
      description: 'In headers',
      headers: z.object({ 'Tus-Version': version, 'Tus-Extension': z.string(), 'Tus-Max-Size': whole('Bytes of the largest upload') }),
    },
    ...problemResponses(ofAny),
  },
})

const createUpload: ZodOpenApiOperationObject = {
  operationId: 'createUpload',
  summary: 'Start a resumable upload (tus 1.0); then `POST /assets` with its id',
  description: 'Same Origin, or header `X-CSRF: 1`. Bytes may come along, with `Content-Type: application/offset+octet-stream`.',
  security: STAFF_SECURITY,
  requestParams: {
    header: z.object({
      'Tus-Resumable': version,
      'Upload-Length': whole('Bytes of the whole file'),
      'Upload-Metadata': z.string().optional().meta({ description: '`filename` and its value in base64, as tus writes them' }),
    }),
  },
  requestBody: { content: { [BYTES]: { schema: { type: 'string', format: 'binary' } } } },
  responses: {
    '201': { description: 'Upload made', headers: z.object({ ...answered, Location: z.string() }) },
    ...problemResponses([
      ...ofWrites,
      'upload-too-large',
      'upload-overrun',
      'upload-interrupted',
      'unsupported-upload-extension',
      'too-many-uploads',
      'queue-full',
      'storage-full',
    ]),
  },
}

const readUpload: ZodOpenApiOperationObject = {
  operationId: 'readUpload',
  summary: 'How many bytes have arrived (tus 1.0)',
  security: STAFF_SECURITY,
  requestParams: { path: uploadId, header: z.object({ 'Tus-Resumable': version }) },
  responses: {
    '200': {
      description: 'In headers',
      headers: z.object({
        ...answered,
        'Upload-Offset': whole('Bytes that have arrived'),
        'Upload-Length': whole('Bytes of the whole file'),
        'Upload-Metadata': z.string().optional(),
      }),
    },
    ...problemResponses([...ofTus, 'not-found']),
  },
}

const continueUpload: ZodOpenApiOperationObject = {
  operationId: 'continueUpload',
  summary: 'Send more bytes from `Upload-Offset` on (tus 1.0)',
  description: 'Same Origin, or header `X-CSRF: 1`.',
  security: STAFF_SECURITY,
  requestParams: { path: uploadId, header: z.object({ 'Tus-Resumable': version, 'Upload-Offset': whole('Where these bytes begin') }) },
  requestBody: { required: true, content: { [BYTES]: { schema: { type: 'string', format: 'binary' } } } },
  responses: {
    '204': { description: 'Bytes taken', headers: z.object({ ...answered, 'Upload-Offset': whole('Bytes that have arrived') }) },
    ...problemResponses([
      ...ofWrites,
      'not-found',
      'upload-offset-conflict',
      'upload-overrun',
      'upload-interrupted',
      'unsupported-upload-extension',
      'storage-full',
    ]),
  },
}

const deleteUpload: ZodOpenApiOperationObject = {
  operationId: 'deleteUpload',
  summary: 'Give an upload up (tus 1.0); what had arrived is removed',
  description: 'Same Origin, or header `X-CSRF: 1`.',
  security: STAFF_SECURITY,
  requestParams: { path: uploadId, header: z.object({ 'Tus-Resumable': version }) },
  responses: { '204': { description: 'Gone', headers: z.object(answered) }, ...problemResponses([...ofWrites, 'not-found']) },
}

/** Resumable uploads speak their own protocol, so they are described here and not in the route table. */
export const uploadPaths = (prefix: string): ZodOpenApiPathsObject => ({
  [`${prefix}/uploads`]: { options: options('describeUploads', {}), post: createUpload },
  [`${prefix}/uploads/{id}`]: {
    options: options('describeUpload', { requestParams: { path: uploadId } }),
    head: readUpload,
    patch: continueUpload,
    delete: deleteUpload,
  },
})
