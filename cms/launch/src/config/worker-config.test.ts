import { describe, expect, it } from 'vitest'
import { readWorkerConfig } from './worker-config.ts'

const PROGRAMS = { FFMPEG_PATH: process.execPath, FFPROBE_PATH: process.execPath }

describe('readWorkerConfig', () => {
  it('needs nothing set beside a server of this machine, no secret either', () => {
    const result = readWorkerConfig({ ...PROGRAMS, DATA_DIR: '/tmp/d' }, 2)
    expect(result).toMatchObject({
      ok: true,
      config: { store: { kind: 'embedded' }, mediaStore: { kind: 'file', folder: '/tmp/d/media' }, mediaDir: '/tmp/d/media', workers: 1 },
    })
  })

  it.each([
    [1, 1],
    [2, 1],
    [3, 1],
    [8, 4],
    [256, 64],
  ])('on %i cores encodes %i units at a time', (cores, workers) => {
    expect(readWorkerConfig(PROGRAMS, cores)).toMatchObject({ ok: true, config: { workers } })
  })

  it('encodes as many as it is told, but not none', () => {
    expect(readWorkerConfig({ ...PROGRAMS, TRANSCODE_WORKERS: '3' }, 2)).toMatchObject({ ok: true, config: { workers: 3 } })
    expect(readWorkerConfig({ ...PROGRAMS, TRANSCODE_WORKERS: '0' }, 2)).toMatchObject({
      ok: false,
      problems: [{ variable: 'TRANSCODE_WORKERS', sentence: expect.stringMatching(/^must be a number from 1 to 64 for a worker/) }],
    })
  })

  it('keeps its copies in DATA_DIR when the media are in a bucket', () => {
    const bucket = {
      MEDIA_STORE: 's3://troupe/media',
      S3_ENDPOINT: 'https://s3.example.cn',
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 'b',
    }
    expect(readWorkerConfig({ ...PROGRAMS, ...bucket, DATA_DIR: '/tmp/w' }, 2)).toMatchObject({
      ok: true,
      config: { mediaStore: { kind: 's3' }, mediaDir: '/tmp/w/media' },
    })
  })

  it('lists every problem at once, and none about what only a server reads', () => {
    const result = readWorkerConfig(
      {
        MONGODB_URI: 'x',
        MEDIA_STORE: 'y',
        TRANSCODE_WORKERS: 'z',
        FFMPEG_PATH: '/nowhere',
        FFPROBE_PATH: '/tmp',
        LOG_LEVEL: 'loud',
        PORT: 'p',
        SECRET_KEY: 'short',
      },
      2,
    )
    expect(result.ok ? [] : result.problems.map(({ variable }) => variable)).toEqual([
      'MONGODB_URI',
      'MEDIA_STORE',
      'TRANSCODE_WORKERS',
      'FFMPEG_PATH',
      'FFPROBE_PATH',
      'LOG_LEVEL',
    ])
  })
})
