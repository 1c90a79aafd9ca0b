import { createHash } from 'node:crypto'

/** Which pages a policy is for; Lightning compiles its templates, so only the television page may evaluate code. */
export type PageKind = 'tv' | 'tablet' | 'admin' | 'plain'

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g

/** CSP sources for the scripts written into a page, so that no other inline script runs. */
function inlineScriptSources(html: string): string[] {
  return [...html.matchAll(INLINE_SCRIPT)].map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
}

/** The newsroom shows home in the television itself; no other page stands in a frame, and none in a stranger's. */
export const isFramed = (kind: PageKind): boolean => kind === 'tv'

/** Content-Security-Policy of a page. No origin but our own is ever named, and that of the house's own bucket, which sends segments. */
export function contentPolicy(kind: PageKind, html: string, mediaOrigin?: string): string {
  const scripts = ["'self'", ...(kind === 'tv' ? ["'unsafe-eval'"] : []), ...inlineScriptSources(html)]
  const media = mediaOrigin === undefined ? [] : [mediaOrigin]
  return [
    "default-src 'self'",
    `script-src ${scripts.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    ["media-src 'self' blob:", ...media].join(' '),
    "worker-src 'self' blob:",
    ["connect-src 'self'", ...media].join(' '),
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${isFramed(kind) ? "'self'" : "'none'"}`,
  ].join('; ')
}
