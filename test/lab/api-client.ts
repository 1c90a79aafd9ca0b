import { createHash } from 'node:crypto'
import type { Asset, Problem, Session } from '@ulan/contract'
import { problemSchema, ROUTES, type RouteName } from '@ulan/contract/schemas'
import { Upload } from 'tus-js-client'

type RouteOf<N extends RouteName> = (typeof ROUTES)[N]
type Parsed<T> = T extends { parse(input: unknown): infer O } ? O : never
type AnswerOf<N extends RouteName> = RouteOf<N> extends { answer: infer A } ? Parsed<A> : undefined
type BodyOf<N extends RouteName> = RouteOf<N> extends { body: { _zod: { input: infer I } } } ? I : undefined
type Query = Readonly<Record<string, string>>
type CallInput<N extends RouteName> = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Query
  readonly body?: BodyOf<N>
}
export type CallResult<N extends RouteName> =
  | { readonly ok: true; readonly status: number; readonly answer: AnswerOf<N> }
  | { readonly ok: false; readonly status: number; readonly problem: Problem }

export type RawResult = { readonly status: number; readonly headers: Headers; readonly text: string }
export type RawInit = {
  readonly headers?: Readonly<Record<string, string>>
  /** A stream is sent as it comes. */
  readonly body?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>
}

export type ApiClient = {
  /** Calls a route of the contract; its answer (or problem) is checked against the contract's schema. */
  call<N extends RouteName>(name: N, input?: CallInput<N>): Promise<CallResult<N>>
  /** As `call`, but a problem throws. */
  must<N extends RouteName>(name: N, input?: CallInput<N>): Promise<AnswerOf<N>>
  /** Any request with this client's cookies and `X-CSRF`; nothing is checked. */
  raw(method: string, path: string, init?: RawInit): Promise<RawResult>
  signIn(email: string, password: string): Promise<Session>
  /** What signs it in, for a browser that is to be the same person. */
  cookies(): readonly { readonly name: string; readonly value: string }[]
  /** Sends bytes by tus; the id is what `POST /assets` takes. */
  upload(bytes: Buffer, fileName: string): Promise<{ readonly uploadId: string }>
  /** Upload, then `POST /assets` with the true hash. */
  uploadAsset(bytes: Buffer, fileName: string): Promise<Asset>
}

export function createApiClient(origin: string): ApiClient {
  const cookies = new Map<string, string>()
  const ownHeaders = (): Record<string, string> => ({
    'X-CSRF': '1',
    ...(cookies.size === 0 ? {} : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
  })
  const raw = async (method: string, path: string, init: RawInit = {}): Promise<RawResult> => {
    const response = await fetch(new URL(path, origin), {
      method,
      headers: { ...ownHeaders(), ...init.headers },
      ...(init.body === undefined ? {} : { body: init.body }),
      ...(init.body instanceof ReadableStream ? { duplex: 'half' } : {}),
    })
    for (const line of response.headers.getSetCookie()) keepCookie(cookies, line)
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const call = async <N extends RouteName>(name: N, input: CallInput<N> = {}): Promise<CallResult<N>> => {
    const route = ROUTES[name]
    const path = route.path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(input.params?.[key] ?? ''))
    const query = new URLSearchParams(input.query ?? {}).toString()
    const body = input.body === undefined ? {} : { body: JSON.stringify(input.body), headers: { 'content-type': 'application/json' } }
    const result = await raw(route.method.toUpperCase(), `/api/v1${path}${query === '' ? '' : `?${query}`}`, body)
    if (result.status >= 400) return { ok: false, status: result.status, problem: problemSchema.parse(JSON.parse(result.text)) }
    const answer = 'answer' in route ? route.answer.parse(JSON.parse(result.text)) : undefined
    return { ok: true, status: result.status, answer: answer as AnswerOf<N> } // the schema of this very route has just parsed it
  }
  const must = async <N extends RouteName>(name: N, input: CallInput<N> = {}): Promise<AnswerOf<N>> => {
    const result = await call(name, input)
    if (!result.ok) throw new Error(`${name} answered ${result.status} ${JSON.stringify(result.problem)}`)
    return result.answer
  }
  const upload = (bytes: Buffer, fileName: string): Promise<{ uploadId: string }> => sendByTus(origin, bytes, fileName, ownHeaders())
  return {
    call,
    must,
    raw,
    upload,
    cookies: () => [...cookies].map(([name, value]) => ({ name, value })),
    signIn: (email, password) => must('createSession', { body: { email, password } }),
    uploadAsset: async (bytes, fileName) => {
      const { uploadId } = await upload(bytes, fileName)
      return must('createAsset', { body: { uploadId, sha256: sha256(bytes) } })
    },
  }
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  const name = pair.slice(0, at).trim()
  const value = pair.slice(at + 1)
  if (value === '' || /max-age=0(;|$)/i.test(line)) cookies.delete(name)
  else cookies.set(name, value)
}

function sendByTus(origin: string, bytes: Buffer, fileName: string, headers: Record<string, string>): Promise<{ uploadId: string }> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(bytes, {
      endpoint: new URL('/api/v1/uploads', origin).href,
      headers,
      metadata: { filename: fileName, filetype: 'video/mp4' },
      retryDelays: [],
      onError: reject,
      onSuccess: () => {
        const uploadId = upload.url?.replace(/\/+$/, '').split('/').at(-1)
        if (uploadId === undefined || uploadId === '') reject(new Error('the server named no address for the upload'))
        else resolve({ uploadId })
      },
    })
    upload.start()
  })
}
