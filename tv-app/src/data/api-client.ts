import {
  type AttemptCreate,
  type Beacon,
  type Home,
  type Locale,
  type PlayableRecording,
  type Playback,
  type ProgrammeDetail,
  type ProgrammeId,
  problemType,
  type Region,
  type RegionCode,
  type SearchResult,
  type SeriesDetail,
  type SeriesId,
} from '@ulan/contract'
import type { SendOutcome } from '@ulan/player'
import { knownHome, knownPlayback, knownProgramme, knownResult, knownSeries } from './known-cards.ts'
import { rootOf, withRoot } from './server-root.ts'

/** `not-for-children`: it is there, but children's mode has not got it. */
export type Failure = 'network' | 'not-found' | 'not-for-children' | 'server'
/** Asking again changes nothing about these. */
export const isFinal = (failure: Failure): boolean => failure === 'not-found' || failure === 'not-for-children'
export type Answer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'aborted' }

/** What the client needs of its surroundings; `later` calls back once after so many ms, and returns how to call it off. */
export type ApiPorts = {
  /** Path of the app's page, which tells where the server stands: `/tv/`, or longer below a portal. */
  readonly pagePath: string
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly later: (milliseconds: number, then: () => void) => () => void
}

/** Who looks at the screen. */
export type Viewer = { readonly locale: Locale; readonly isForKids: boolean }

export type ApiClient = {
  /** Programmes of the viewer's own region come first where one is given. */
  readHome(viewer: Viewer, region: RegionCode | undefined, signal?: AbortSignal): Promise<Answer<Home>>
  readRegions(signal?: AbortSignal): Promise<Answer<{ readonly items: readonly Region[] }>>
  readProgramme(id: ProgrammeId, viewer: Viewer, signal?: AbortSignal): Promise<Answer<ProgrammeDetail>>
  readSeries(id: SeriesId, viewer: Viewer, signal?: AbortSignal): Promise<Answer<SeriesDetail>>
  /** What fits typed letters: pinyin initials, or whatever else the server understands. */
  searchProgrammes(letters: string, viewer: Viewer, signal?: AbortSignal): Promise<Answer<SearchResult>>
  /** Texts that people have read aloud. */
  readRecordings(locale: Locale): Promise<Answer<{ readonly items: readonly PlayableRecording[] }>>
  readPlayback(id: ProgrammeId, isForKids: boolean, signal?: AbortSignal): Promise<Answer<Playback>>
  sendAttempt(attempt: AttemptCreate): Promise<SendOutcome>
  /** Tells how a film played; nobody waits for it, and what does not arrive is not missed. */
  sendBeacon(beacon: Beacon): void
}

const TIMEOUT_MS = 8000
/** Answers to an attempt that will be the same next time: the attempt itself is at fault. */
const REFUSALS: readonly number[] = [400, 404, 409, 413, 422]
/** Pauses before the second and third try of a read. */
const RETRY_PAUSES_MS = [400, 1200]

/** The public API as the television uses it: reads are tried three times, each answer is a value, nothing throws. */
export function createApiClient(ports: ApiPorts): ApiClient {
  const read = <T>(path: string, signal?: AbortSignal): Promise<Answer<T>> => readWithRetry<T>(ports, path, signal)
  return {
    readHome: (viewer, region, signal) =>
      read<Home>(`/home?${queryOf(viewer)}&device=tv${region === undefined ? '' : `&region=${region}`}`, signal).then(only(knownHome)),
    readRegions: (signal) => read('/regions', signal),
    readProgramme: (id, viewer, signal) =>
      read<ProgrammeDetail>(`/programmes/${encodeURIComponent(id)}?${queryOf(viewer)}`, signal).then(only(knownProgramme)),
    readSeries: (id, viewer, signal) =>
      read<SeriesDetail>(`/series/${encodeURIComponent(id)}?${queryOf(viewer)}`, signal).then(only(knownSeries)),
    searchProgrammes: (letters, viewer, signal) =>
      read<SearchResult>(`/search?${queryOf(viewer)}&q=${encodeURIComponent(letters)}`, signal).then(only(knownResult)),
    readRecordings: (locale) => read(`/recordings?locale=${locale}`),
    readPlayback: (id, isForKids, signal) =>
      read<Playback>(`/programmes/${encodeURIComponent(id)}/playback${isForKids ? '?kids=1' : ''}`, signal).then(only(knownPlayback)),
    sendBeacon(beacon) {
      // Not `keepalive`: WPE WebKit 2.38 comes to a stand with it.
      void request(ports, '/beacons', posted({ beacons: [beacon] }))
    },
    async sendAttempt(attempt) {
      const reply = await request(ports, '/attempts', posted(attempt))
      // Only JSON is the server's own word: what a proxy or a public network says in its place decides nothing.
      if (reply?.body === undefined) return 'unreachable'
      if (reply.ok) return 'stored'
      return REFUSALS.includes(reply.status) ? 'refused' : 'later'
    },
  }
}

const isObject = (body: unknown): boolean => typeof body === 'object' && body !== null

const only =
  <T>(keep: (value: T) => T | undefined) =>
  (answer: Answer<T>): Answer<T> => {
    if (answer.kind !== 'ok') return answer
    // A public network may answer with anything, `null` among it.
    const value = isObject(answer.value) ? keep(answer.value) : undefined
    return value === undefined ? { kind: 'failed', failure: 'server' } : { kind: 'ok', value }
  }

const queryOf = ({ locale, isForKids }: Viewer): string => `locale=${locale}${isForKids ? '&kids=1' : ''}`

const posted = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'application/json' },
  body: JSON.stringify(body),
})

async function readWithRetry<T>(ports: ApiPorts, path: string, signal?: AbortSignal): Promise<Answer<T>> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await readOnce<T>(ports, path, signal)
    const pause = RETRY_PAUSES_MS[attempt]
    if (answer.kind !== 'failed' || isFinal(answer.failure) || pause === undefined) return answer
    await new Promise<void>((resolve) => ports.later(pause, resolve))
  }
}

async function readOnce<T>(ports: ApiPorts, path: string, signal?: AbortSignal): Promise<Answer<T>> {
  // Revalidated each time: an answer kept by the engine would be one publication behind.
  const reply = await request(ports, path, { headers: { accept: 'application/json' }, cache: 'no-cache' }, signal)
  if (signal?.aborted === true) return { kind: 'aborted' }
  if (reply === undefined) return { kind: 'failed', failure: 'network' }
  const { ok, status, body } = reply
  if (ok && body !== undefined) return { kind: 'ok', value: withRoot(body, rootOf(ports.pagePath)) as T } // the server checks its answers against the contract
  return { kind: 'failed', failure: failureOf(status, body) }
}

function failureOf(status: number, body: unknown): Failure {
  const type = typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string' ? body.type : ''
  if (type.endsWith(problemType('not-for-children'))) return 'not-for-children'
  return status === 404 || status === 400 || type.endsWith(problemType('not-found')) ? 'not-found' : 'server'
}

/** `body` is undefined where it is no JSON. */
type Reply = { readonly ok: boolean; readonly status: number; readonly body: unknown }

/** One request, its body read, with a time limit; undefined when no answer came. Engines without AbortController just stop waiting. */
async function request(ports: ApiPorts, path: string, init: RequestInit, outer?: AbortSignal): Promise<Reply | undefined> {
  const controller = typeof AbortController === 'function' ? new AbortController() : undefined
  const stop = (): void => controller?.abort()
  outer?.addEventListener('abort', stop)
  let callOff = stop
  const timeout = new Promise<undefined>((resolve) => {
    callOff = ports.later(TIMEOUT_MS, () => {
      stop()
      resolve(undefined)
    })
  })
  const url = `${rootOf(ports.pagePath)}api/v1${path}`
  try {
    const sent = ports.fetch(url, controller === undefined ? init : { ...init, signal: controller.signal }).then(readReply)
    return await Promise.race([sent.catch(() => undefined), timeout])
  } finally {
    // A limit left running would hold the page that asked in memory: 40 pages on a box whose keys are pressed quickly.
    callOff()
    outer?.removeEventListener('abort', stop)
  }
}

async function readReply(reply: Response): Promise<Reply> {
  const body: unknown = await reply.json().catch(() => undefined)
  return { ok: reply.ok, status: reply.status, body }
}
