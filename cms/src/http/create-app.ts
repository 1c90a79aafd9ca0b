import type { IncomingMessage } from 'node:http'
import { languagesToOffer, type Settings } from '@ulan/contract'
import express, { type Express, type Response } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { API_PREFIX } from './bind-route.ts'
import { makeDocsPage } from './docs-page.ts'
import { makeOpenapiDocument } from './openapi-document.ts'
import { contentPolicy } from './page/content-policy.ts'
import { FAVICON, makeLandingPage, sharedAddress } from './page/landing-page.ts'
import { chooseLandingLocale } from './page/landing-texts.ts'
import { addPageRoutes, type PageFolders } from './page/page-routes.ts'
import { addReadOnly } from './read-only.ts'
import { type PreparedAnswer, prepareText } from './reads/prepared-answer.ts'
import { sendPrepared } from './reads/send-prepared.ts'
import { identifyAndLog, refuseForeignWrites } from './request-guard.ts'

export type AppSettings = {
  readonly publicUrl: string
  readonly trustProxy: boolean | string
  readonly pages: PageFolders
  readonly mediaOrigin?: string
  readonly fontFolder: string
  lanUrls(): readonly string[]
  siteSettings(): Settings
}
export type AppNeeds = {
  readonly logger: Logger
  newRequestId(): string
  nowMs(): number
  observe(status: number, durationMs: number): void
  /** What went wrong with a request before it came here. */
  failureOf(request: IncomingMessage): unknown
}

/** The Express application with all that is the same for every route; the API's own routes are bound to it afterwards. */
export function createApp(settings: AppSettings, needs: AppNeeds): Express {
  const app = express()
  const isSecure = settings.publicUrl.startsWith('https:')
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', 'simple')
  app.set('trust proxy', trustedHops(settings.trustProxy))
  app.use(identifyAndLog(needs))
  app.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
      xFrameOptions: { action: 'deny' },
      // Both are refused with a warning by browsers on plain http, which is all an outreach box has.
      strictTransportSecurity: isSecure,
      crossOriginOpenerPolicy: isSecure,
      originAgentCluster: isSecure,
      xXssProtection: false,
    }),
  )
  app.use((request, _response, next) => next(needs.failureOf(request)))
  app.use(API_PREFIX, refuseForeignWrites(settings.publicUrl))
  addPlainPages(app, settings)
  addPageRoutes(app, settings)
  return app
}

/**
 * A number of proxies in front, or names and networks of them, as Express reads it. `true` is one: Express would take it
 * for all, and believe whatever address a client puts into `X-Forwarded-For` itself.
 */
function trustedHops(given: boolean | string): boolean | string | number {
  if (given === true) return 1
  return typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given
}

function addPlainPages(app: Express, settings: AppSettings): void {
  addReadOnly(app, '/', async (request, response) => {
    const site = settings.siteSettings()
    const offered = languagesToOffer(site.languages.offered)
    const locale = chooseLandingLocale(request.query['lang'], request.get('accept-language'), offered)
    response.set('Content-Language', locale).vary('Accept-Language')
    sendPage(response, await makeLandingPage(sharedAddress(settings.lanUrls(), settings.publicUrl), site, locale))
  })
  addReadOnly(app, ['/favicon.svg', '/favicon.ico'], (_request, response) => {
    response.set('Cache-Control', 'public, max-age=86400').type('image/svg+xml').send(FAVICON)
  })
  addDescription(app, settings.publicUrl)
}

/** The API for programs and for people; both are made from the contract, which does not change while the process runs. */
function addDescription(app: Express, publicUrl: string): void {
  let description: PreparedAnswer | undefined
  addReadOnly(app, '/api/openapi.json', (request, response) => {
    const look = { contentType: 'application/json; charset=utf-8', cacheControl: 'no-cache' }
    description ??= prepareText(JSON.stringify(makeOpenapiDocument(publicUrl)), look)
    sendPrepared(request, response, description)
  })
  let docs: { readonly page: PreparedAnswer; readonly policy: string } | undefined
  addReadOnly(app, '/api/docs', (request, response) => {
    if (docs === undefined) {
      const html = makeDocsPage()
      docs = {
        page: prepareText(html, { contentType: 'text/html; charset=utf-8', cacheControl: 'no-cache' }),
        policy: contentPolicy('plain', html),
      }
    }
    sendPrepared(request, response.set('Content-Security-Policy', docs.policy), docs.page)
  })
}

function sendPage(response: Response, html: string): void {
  response
    .set({ 'Content-Security-Policy': contentPolicy('plain', html), 'Cache-Control': 'no-cache' })
    .type('html')
    .send(html)
}
