import type { Outcome, Permission } from '@ulan/contract'
import {
  fieldProblems,
  problemLanguageOfHeader,
  ROUTES,
  type Route,
  type RouteBinding,
  type RouteInput,
  type RouteMember,
  type RouteName,
} from '@ulan/contract/schemas'
import { type Express, json, type Request, type RequestHandler, type Response } from 'express'
import type { Logger } from 'pino'
import { isPermitted, needsSecondFactor } from '../domain/staff/permissions.ts'
import type { AuditLog, Deed } from '../service/keep-audit.ts'
import type { StaffMember } from '../service/staff-ports.ts'
import { brokenTexts } from './problem/broken-texts.ts'
import { type SuccessStatus, sendOutcome, sendProblem } from './problem/problem-response.ts'

type EdgeInput<N extends RouteName> = RouteInput<N> & {
  readonly request: Request
  readonly response: Response
  /** Who asks, where the route's access is a permission. */
  readonly member?: StaffMember
}
/** A binding of this side of the house: it may look at the request itself. */
type Binding<N extends RouteName> = Omit<RouteBinding<N>, 'run'> & {
  /** Runs before the body is read; answers by itself what is too much. */
  readonly limit?: RequestHandler
  run(input: EdgeInput<N>): Promise<Outcome<RouteMember<N, 'answer'>>>
  /** Success status where it depends on the answer; else the contract's. */
  statusOf?(answer: RouteMember<N, 'answer'>): SuccessStatus
}

export type RouteBinder = {
  bind<N extends RouteName>(name: N, binding: Binding<N>): void
  /** Lets members of staff with the permission pass, answers all others. */
  allow(permission: Permission): RequestHandler
}
export type BinderNeeds = {
  readonly app: Express
  readonly audit: Pick<AuditLog, 'begin'>
  readonly logger: Pick<Logger, 'error'>
  authorise(request: Request): Promise<StaffMember | undefined>
  /** Whether 三审三校 is on, which asks some roles for a second factor. */
  isStrict(): boolean
}

export const API_PREFIX = '/api/v1'
const BODY_LIMIT_BYTES = 1024 * 1024

const expressPath = (path: string): string => API_PREFIX + path.replaceAll(/\{(\w+)\}/g, ':$1')

/** Connects use cases to the contract's routes: authorise → validate → run → answer, the same for all. */
export function createRouteBinder({ app, authorise, isStrict, audit, logger }: BinderNeeds): RouteBinder {
  const members = new WeakMap<Request, StaffMember>()
  const parseUpTo = (limit: number): RequestHandler => json({ limit, type: ['application/json', 'application/*+json'] })
  const parseUsual = parseUpTo(BODY_LIMIT_BYTES)
  return {
    allow: (permission) => allowStaff({ authorise, isStrict }, permission, members),
    bind(name, binding) {
      const route: Route = ROUTES[name]
      const allow =
        route.access === 'public' || route.access === 'session' ? [] : [allowStaff({ authorise, isStrict }, route.access, members)]
      const parseBody = route.mostBodyBytes === undefined ? parseUsual : parseUpTo(route.mostBodyBytes)
      const readBody: RequestHandler[] = route.body === undefined ? [] : [requireJson, parseBody]
      const limit = binding.limit === undefined ? [] : [binding.limit]
      app[route.method](expressPath(route.path), ...limit, ...allow, ...readBody, async (request, response) => {
        const input = parseInput(route, request, response)
        if (input === undefined) return
        // The schemas just ran are the ones `RouteInput` is inferred from; the table cannot carry that link per name.
        const language = problemLanguageOfHeader(request.get('accept-language'))
        const member = members.get(request)
        const run = () => binding.run({ ...input, language, request, response, ...(member && { member }) } as EdgeInput<typeof name>)
        const outcome = await (member === undefined || route.method === 'get' || route.isQuestion === true
          ? run()
          : logged({ audit, logger }, deedOf(name, input, request, member), run))
        const status = outcome.kind === 'done' ? binding.statusOf?.(outcome.value) : undefined
        sendOutcome(request, response, outcome, status ?? route.status)
      })
    },
  }
}

const deedOf = (action: RouteName, asked: Parsed, { ip = '', params }: Request, by: StaffMember): Deed => {
  const { id } = params
  return { by, address: ip, action, ...(typeof id === 'string' ? { target: id } : {}), asked }
}

/** Nothing is done that was not written down before; how it ended is written down before it is answered. */
async function logged<T>(
  { audit, logger }: Pick<BinderNeeds, 'audit' | 'logger'>,
  deed: Deed,
  run: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const end = await audit.begin(deed)
  const outcome = await run()
  // What is done is done: that it stays open in the log is less wrong than to answer that it failed.
  await end(outcome).catch((error: unknown) => logger.error({ err: error, action: deed.action }, 'the end of a deed is missing in the log'))
  return outcome
}

function allowStaff(
  { authorise, isStrict }: Pick<BinderNeeds, 'authorise' | 'isStrict'>,
  permission: Permission,
  members: WeakMap<Request, StaffMember>,
): RequestHandler {
  return async (request, response, next) => {
    const member = await authorise(request)
    if (member === undefined) return sendProblem(request, response, 'sign-in-required')
    if (!isPermitted(member.role, permission)) return sendProblem(request, response, 'not-allowed')
    const lacksFactor = !member.hasSecondFactor && needsSecondFactor(member.role) && permission !== 'read'
    if (lacksFactor && isStrict()) return sendProblem(request, response, 'second-factor-missing')
    members.set(request, member)
    next()
  }
}

const requireJson: RequestHandler = (request, response, next) => {
  // An empty body is no body of a wrong type: its fields are what is missing.
  if (request.get('content-length') === '0' || request.is(['json', '+json']) !== false) next()
  else sendProblem(request, response, 'unsupported-media-type')
}

type Parsed = { readonly params: unknown; readonly query: unknown; readonly body: unknown }

/** The request's parts by the route's schemas; undefined after a problem was sent. */
function parseInput(route: Route, request: Request, response: Response): Parsed | undefined {
  const params = route.params?.safeParse(request.params)
  // An id that cannot exist is an id that does not exist.
  if (params?.success === false) {
    sendProblem(request, response, 'not-found')
    return undefined
  }
  const query = route.query?.safeParse(request.query)
  const given: unknown = request.body ?? {}
  const body = route.body?.safeParse(given)
  const errors = [
    ...(query?.error ? fieldProblems(query.error, request.query) : []),
    ...(body?.error ? fieldProblems(body.error, given) : []),
    ...brokenTexts(query?.data),
    ...brokenTexts(body?.data),
  ]
  if (errors.length > 0) {
    sendProblem(request, response, 'invalid-request', errors)
    return undefined
  }
  return { params: params?.data, query: query?.data, body: body?.data }
}
