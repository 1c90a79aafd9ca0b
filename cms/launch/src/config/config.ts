import { resolve } from 'node:path'
import { isStaffAddress } from '@ulan/contract'
import { hostInUrl } from '../lan-urls.ts'
import type { Env } from './env.ts'
import { type MediaPlaces, readMediaStore } from './media-store.ts'
import {
  type Complain,
  type ConfigProblem,
  integer,
  type LogLevel,
  type Programs,
  readLogLevel,
  readPrograms,
  readStore,
  type Store,
} from './read-setting.ts'

/** `measure`: that many sample programmes with posters and no clips, for measuring. */
export type Demo = { readonly kind: 'off' } | { readonly kind: 'starter' } | { readonly kind: 'measure'; readonly count: number }

export type LaunchConfig = MediaPlaces &
  Programs & {
    readonly port: number
    readonly host: string
    readonly publicUrl: string
    readonly trustProxy: boolean
    readonly metricsToken?: string
    readonly dataDir: string
    readonly store: Store
    readonly mediaAccel: 'none' | 'nginx'
    readonly transcodeWorkers: number
    readonly adminEmail: string
    readonly adminPassword?: string
    readonly secretKey?: string
    readonly demo: Demo
    readonly logLevel: LogLevel
  }

export type ConfigResult =
  | { readonly ok: true; readonly config: LaunchConfig }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] }

const LEAST_SAMPLES = 20
const SHORTEST_PASSWORD = 12
/** The sign-in takes no more. */
const LONGEST_PASSWORD = 256

/** Turns the environment into a config, or lists everything wrong with it at once. */
export function readConfig(env: Env, isBox: boolean): ConfigResult {
  const problems: ConfigProblem[] = []
  const complain = (variable: keyof Env, sentence: string): void => {
    problems.push({ variable, sentence })
  }
  const dataDir = resolve(env.DATA_DIR ?? 'data')
  const host = env.HOST ?? (isBox ? '0.0.0.0' : '127.0.0.1')
  const port = integer(env.PORT, 8080, 0, 65_535, () => complain('PORT', 'must be a number from 0 to 65535'))
  const publicUrl = readPublicUrl(env, host, port, complain)
  const config: LaunchConfig = {
    port,
    host,
    publicUrl,
    trustProxy: readSwitch(env.TRUST_PROXY, () => complain('TRUST_PROXY', 'must be 0 or 1')),
    ...(env.METRICS_TOKEN === undefined ? {} : { metricsToken: env.METRICS_TOKEN }),
    dataDir,
    store: readStore(env, complain),
    ...readMediaStore(env, dataDir, complain),
    mediaAccel: readAccel(env, complain),
    transcodeWorkers: integer(env.TRANSCODE_WORKERS, 1, 0, 64, () => complain('TRANSCODE_WORKERS', 'must be a number from 0 to 64')),
    ...readPrograms(env, complain),
    adminEmail: readAdminEmail(env, complain),
    ...readPassword(env, complain),
    ...readSecret(env, complain),
    demo: readDemo(env, complain),
    logLevel: readLogLevel(env, complain),
  }
  return problems.length === 0 ? { ok: true, config } : { ok: false, problems }
}

function readSwitch(text: string | undefined, complain: () => void): boolean {
  if (text !== undefined && text !== '0' && text !== '1') complain()
  return text === '1'
}

function readPublicUrl(env: Env, host: string, port: number, complain: Complain): string {
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  const text = env.PUBLIC_URL ?? `http://${hostInUrl(shownHost)}:${String(port)}`
  if (!URL.canParse(text) || !/^https?:\/\//.test(text)) complain('PUBLIC_URL', 'must be an http:// or https:// address')
  return text.replace(/\/+$/, '')
}

function readAccel(env: Env, complain: Complain): 'none' | 'nginx' {
  if (env.MEDIA_ACCEL === undefined) return 'none'
  if (env.MEDIA_ACCEL !== 'nginx') complain('MEDIA_ACCEL', 'must be nginx, or unset')
  return 'nginx'
}

function readAdminEmail(env: Env, complain: Complain): string {
  const email = env.ADMIN_EMAIL ?? 'admin@localhost'
  if (!isStaffAddress(email)) complain('ADMIN_EMAIL', 'must be a mail address, such as admin@localhost')
  return email
}

function readPassword(env: Env, complain: Complain): { adminPassword?: string } {
  if (env.ADMIN_PASSWORD === undefined) return {}
  const { length } = env.ADMIN_PASSWORD
  if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD)
    complain('ADMIN_PASSWORD', `must have ${String(SHORTEST_PASSWORD)} to ${String(LONGEST_PASSWORD)} characters`)
  return { adminPassword: env.ADMIN_PASSWORD }
}

function readSecret(env: Env, complain: Complain): { secretKey?: string } {
  if (env.SECRET_KEY === undefined) return {}
  if (env.SECRET_KEY.length < 32) complain('SECRET_KEY', 'must have at least 32 characters')
  return { secretKey: env.SECRET_KEY }
}

function readDemo(env: Env, complain: Complain): Demo {
  if (env.DEMO === undefined) return { kind: 'starter' }
  if (env.DEMO === '0') return { kind: 'off' }
  const count = integer(env.DEMO, LEAST_SAMPLES, LEAST_SAMPLES, 100_000, () =>
    complain('DEMO', `must be 0, or a number from ${String(LEAST_SAMPLES)} to 100000`),
  )
  return { kind: 'measure', count }
}
