import { FONT_FAMILIES, PROBLEMS } from '@ulan/contract'
import { problemsOf, ROUTES, type Route } from '@ulan/contract/schemas'
import * as z from 'zod'
import { API_PREFIX } from './bind-route.ts'
import { escapeMarkup } from './markup.ts'

const STYLE = `@font-face{font-family:${FONT_FAMILIES.chinese};src:url(/fonts/sc.woff2) format("woff2");font-display:swap}
body{font:17px/1.6 system-ui,${FONT_FAMILIES.chinese},sans-serif;overflow-wrap:anywhere;max-width:1040px;margin:0 auto;padding:32px 20px;color:#16253a;background:#f6f2ea}
h1{font-size:30px}h2{font-size:20px;margin:0}code,pre{font:15px/1.5 ui-monospace,monospace}section{background:#fff;border:1px solid #c9bfae;border-radius:12px;padding:16px 20px;margin:14px 0}
.method{display:inline-block;min-width:4.2em;font-weight:700;color:#0a5fae}.staff{color:#7a5600}details{margin-top:8px}pre{overflow:auto;background:#fbf9f5;padding:12px;border-radius:8px}
summary{cursor:pointer;color:#0a5fae}table{border-collapse:collapse}td,th{text-align:start;vertical-align:baseline;padding:4px 0;padding-inline-end:16px}
td.method{overflow-wrap:normal}@media (max-width:700px){td{display:block}tr{display:block;padding-block:8px}}a{color:#0a5fae}`

const anchor = (name: string): string => escapeMarkup(name)

function shape(title: string, schema: z.ZodType | undefined): string {
  if (schema === undefined) return ''
  const text = JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' }), null, 2)
  return `<details><summary>${escapeMarkup(title)}</summary><pre>${escapeMarkup(text)}</pre></details>`
}

function routeMarkup(name: string, route: Route): string {
  const problems = problemsOf(route)
    .map((problem) => `${String(PROBLEMS[problem])} <code>${escapeMarkup(problem)}</code>`)
    .join(' · ')
  return `<section id="${anchor(name)}"><h2><span class="method">${route.method.toUpperCase()}</span><code>${escapeMarkup(API_PREFIX + route.path)}</code></h2>
<p>${escapeMarkup(route.summary)}${route.access === 'public' ? '' : ` <span class="staff">(staff: ${route.access})</span>`} → ${String(route.status)}</p>
${shape('Query', route.query)}${shape('Body', route.body)}${shape('Answer', route.answer)}<p>${problems}</p></section>`
}

/** The API for people: every route with its shapes, made from the contract, on one page without scripts. */
export function makeDocsPage(): string {
  const routes = Object.entries<Route>(ROUTES)
  const list = routes
    .map(
      ([name, route]) =>
        `<tr><td class="method">${route.method.toUpperCase()}</td><td><a href="#${anchor(name)}"><code>${escapeMarkup(route.path)}</code></a></td><td>${escapeMarkup(route.summary)}</td></tr>`,
    )
    .join('')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>法治乌兰牧骑 API</title><style>${STYLE}</style></head><body><h1><span lang="zh-Hans">法治乌兰牧骑</span> API</h1>
<p>Below <code>${API_PREFIX}</code>. Machine-readable: <a href="/api/openapi.json"><code>/api/openapi.json</code></a>. Errors are
<code>application/problem+json</code> (RFC 9457) with a stable <code>type</code>, in English for <code>Accept-Language: en</code>. Staff sign in with <code>POST /session</code>; staff writes need the same
Origin or header <code>X-CSRF: 1</code>. Uploads are tus 1.0 at <code>${API_PREFIX}/uploads</code>, media HLS at <code>/media/…</code>.</p>
<table>${list}</table>${routes.map(([name, route]) => routeMarkup(name, route)).join('')}</body></html>`
}
