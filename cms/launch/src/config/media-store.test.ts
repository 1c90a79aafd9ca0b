import { describe, expect, it } from 'vitest'
import type { Env } from './env.ts'
import { readMediaStore } from './media-store.ts'

const KEYS = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' }
const read = (env: Env) => {
  const problems: string[] = []
  const places = readMediaStore(env, '/data', (variable, sentence) => problems.push(`${variable} ${sentence}`))
  return { ...places, problems }
}

describe('MEDIA_STORE', () => {
  it.each([
    [undefined, '/data/media'],
    ['file:/srv/media', '/srv/media'],
    ['file:///srv/media', '/srv/media'],
  ])('%s is the folder %s, where work goes on too', (MEDIA_STORE, folder) => {
    expect(read({ MEDIA_STORE })).toEqual({ mediaStore: { kind: 'file', folder }, mediaDir: folder, problems: [] })
  })

  it('is a part of a bucket, and work goes on in DATA_DIR', () => {
    const env = { ...KEYS, MEDIA_STORE: 's3://troupe/media/2026/', S3_ENDPOINT: 'http://10.0.0.5:9000', AWS_REGION: 'cn-north-1' }
    expect(read(env)).toEqual({
      mediaStore: {
        kind: 's3',
        bucket: 'troupe',
        prefix: 'media/2026',
        endpoint: 'http://10.0.0.5:9000',
        isPathStyle: true,
        region: 'cn-north-1',
        accessKeyId: 'id',
        secretAccessKey: 'secret',
      },
      mediaDir: '/data/media',
      problems: [],
    })
  })

  it('is a bucket that is a host, when the endpoint says so, and Amazon’s without one', () => {
    const asHost = read({ ...KEYS, MEDIA_STORE: 's3://troupe', S3_ENDPOINT: 'https://troupe.oss.example.cn' })
    expect([asHost.mediaStore, asHost.problems]).toMatchObject([{ endpoint: 'https://oss.example.cn', isPathStyle: false, prefix: '' }, []])
    const ofAmazon = read({ ...KEYS, MEDIA_STORE: 's3://troupe', AWS_REGION: 'cn-north-1' })
    expect([ofAmazon.mediaStore, ofAmazon.problems]).toMatchObject([{ endpoint: undefined, isPathStyle: false }, []])
  })

  it.each<[Env, string]>([
    [{ MEDIA_STORE: '/srv/media' }, 'MEDIA_STORE must be file:FOLDER or s3://BUCKET/PREFIX'],
    [{ ...KEYS, MEDIA_STORE: 's3://', AWS_REGION: 'r' }, 'MEDIA_STORE must be s3://BUCKET or'],
    [{ ...KEYS, MEDIA_STORE: 's3://Troupe', AWS_REGION: 'r' }, 'MEDIA_STORE must be s3://BUCKET or'],
    [{ ...KEYS, MEDIA_STORE: 's3://troupe/../x', AWS_REGION: 'r' }, 'MEDIA_STORE must be s3://BUCKET or'],
    [{ ...KEYS, MEDIA_STORE: 's3://troupe' }, 'AWS_REGION must be set'],
    [{ ...KEYS, MEDIA_STORE: 's3://troupe', S3_ENDPOINT: 'store.example.cn' }, 'S3_ENDPOINT must be an http'],
    [{ ...KEYS, MEDIA_STORE: 's3://troupe', S3_ENDPOINT: 'http://store/path' }, 'S3_ENDPOINT must be an http'],
    [{ ...KEYS, MEDIA_STORE: 's3://troupe', S3_ENDPOINT: 'http://store', PUBLIC_URL: 'https://legal' }, 'S3_ENDPOINT must be https'],
    [{ ...KEYS, MEDIA_STORE: 's3://troupe', AWS_REGION: 'r', MEDIA_ACCEL: 'nginx' }, 'MEDIA_ACCEL must be unset'],
  ])('of %j says what is wrong', (env, sentence) => {
    expect(read(env).problems).toEqual([expect.stringContaining(sentence)])
  })

  it('needs both keys for a bucket, and says so of both', () => {
    expect(read({ MEDIA_STORE: 's3://troupe', AWS_REGION: 'r' }).problems.map((text) => text.split(' ')[0])).toEqual([
      'AWS_ACCESS_KEY_ID',
      'AWS_SECRET_ACCESS_KEY',
    ])
  })
})
