import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

const PROGRAMS = { FFMPEG_PATH: process.execPath, FFPROBE_PATH: process.execPath }

describe('readConfig', () => {
  it('needs nothing set', () => {
    const result = readConfig({ ...PROGRAMS, DATA_DIR: '/tmp/d' }, false)
    expect(result).toMatchObject({
      ok: true,
      config: {
        port: 8080,
        host: '127.0.0.1',
        publicUrl: 'http://127.0.0.1:8080',
        store: { kind: 'embedded' },
        mediaDir: '/tmp/d/media',
        transcodeWorkers: 1,
        demo: { kind: 'starter' },
      },
    })
  })

  it('listens to the whole network in box mode', () => {
    expect(readConfig(PROGRAMS, true)).toMatchObject({ ok: true, config: { host: '0.0.0.0', publicUrl: 'http://localhost:8080' } })
  })

  it('lists every problem at once, by variable', () => {
    const result = readConfig(
      {
        PORT: 'x',
        PUBLIC_URL: 'ftp://a',
        MONGODB_URI: 'postgres://a',
        MEDIA_STORE: 'ftp://b',
        DEMO: '3',
        SECRET_KEY: 'short',
        LOG_LEVEL: 'loud',
        ADMIN_EMAIL: 'boss',
        ADMIN_PASSWORD: 'x'.repeat(257),
        FFMPEG_PATH: '/tmp',
        FFPROBE_PATH: '/nowhere/ffprobe',
      },
      false,
    )
    expect(result.ok ? [] : result.problems.map((problem) => problem.variable)).toEqual([
      'PORT',
      'PUBLIC_URL',
      'MONGODB_URI',
      'MEDIA_STORE',
      'FFMPEG_PATH',
      'FFPROBE_PATH',
      'ADMIN_EMAIL',
      'ADMIN_PASSWORD',
      'SECRET_KEY',
      'DEMO',
      'LOG_LEVEL',
    ])
  })

  it.each([' ', '1e3', '0x1f', '80.0', '-1', '65536', ' 80', '٨٠'])('takes %j for no port', (PORT) => {
    expect(readConfig({ ...PROGRAMS, PORT }, false)).toMatchObject({ ok: false, problems: [{ variable: 'PORT' }] })
  })

  it('names a program that is not there, or cannot be run', () => {
    const problemsOf = (FFMPEG_PATH: string): string[] => {
      const result = readConfig({ ...PROGRAMS, FFMPEG_PATH }, false)
      return result.ok ? [] : result.problems.map(({ sentence }) => sentence)
    }
    expect(problemsOf('/nowhere/ffmpeg')).toEqual(['names /nowhere/ffmpeg, which is not a file that can be run'])
    expect(problemsOf('/tmp')).toEqual(['names /tmp, which is not a file that can be run'])
    expect(problemsOf(process.execPath)).toEqual([])
  })

  it('writes an IPv6 address into its own address as URLs want it', () => {
    expect(readConfig({ ...PROGRAMS, HOST: '::1' }, false)).toMatchObject({ ok: true, config: { publicUrl: 'http://[::1]:8080' } })
  })

  it('takes a number of samples for measuring, and none', () => {
    expect(readConfig({ ...PROGRAMS, DEMO: '60' }, false)).toMatchObject({ ok: true, config: { demo: { kind: 'measure', count: 60 } } })
    expect(readConfig({ ...PROGRAMS, DEMO: '0' }, false)).toMatchObject({ ok: true, config: { demo: { kind: 'off' } } })
  })
})
