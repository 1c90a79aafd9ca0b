import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type S3Server, startS3Server } from '../../lab/s3-server.ts'
import { freePort, spawnServer } from '../../lab/server-process.ts'

let s3: S3Server
let dataDir: string
beforeAll(async () => {
  s3 = await startS3Server()
  dataDir = await mkdtemp(join(tmpdir(), 'legal-bucket-'))
})
afterAll(async () => {
  await s3.close()
  await rm(dataDir, { recursive: true, force: true })
})

it.each([
  [
    'nobody answers at its address',
    { S3_ENDPOINT: 'http://127.0.0.1:9' },
    /^cannot reach the bucket of MEDIA_STORE \(.*ECONNREFUSED.*\): check S3_ENDPOINT/,
  ],
  [
    'the secret is another',
    { AWS_SECRET_ACCESS_KEY: 'wrong' },
    /^the bucket of MEDIA_STORE may not be used \(SignatureDoesNotMatch.*\): check AWS_ACCESS_KEY_ID/,
  ],
  ['there is no such bucket', { MEDIA_STORE: 's3://nowhere/media' }, /^the bucket of MEDIA_STORE is not there \(NoSuchBucket.*\): make it/],
  ['a key is missing', { AWS_ACCESS_KEY_ID: '' }, /^AWS_ACCESS_KEY_ID must be set/],
] as const)('a start ends with one line when %s', async (_why, wrong, line) => {
  const environment = { ...s3.environment('media'), ...wrong, PORT: String(await freePort()), DATA_DIR: dataDir, DEMO: '0' }
  const server = spawnServer(environment)
  expect(await server.waitForExit()).toEqual({ code: 1, signal: null })
  expect(server.output().trim().split('\n')).toEqual([expect.stringMatching(line)])
})
