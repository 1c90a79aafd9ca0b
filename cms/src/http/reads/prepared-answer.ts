import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'
type Look = { readonly contentType: string; readonly cacheControl: string }
type Form = { readonly bytes: Buffer; readonly etag: string; readonly headers: readonly string[]; readonly unchanged: readonly string[] }

/** One answer as bytes, made once: plain at once, compressed when first asked for. */
export type PreparedAnswer = {
  readonly etags: ReadonlySet<string>
  form(encoding: Encoding): Form
  /** Bytes held now, all forms together. */
  sizeBytes(): number
  /** Set on every use; the cache clears it when it looks for room. */
  isRecent: boolean
}

/** Below this size compressing costs more than it saves. */
const COMPRESS_FROM_BYTES = 512
/** Above this size a fast setting is taken, since compressing blocks the process. */
const COMPRESS_FAST_FROM_BYTES = 512 * 1024
/** How a published read may be kept. */
const PUBLISHED: Look = { contentType: 'application/json; charset=utf-8', cacheControl: 'public, max-age=5, stale-while-revalidate=60' }

function compress(plain: Buffer, encoding: 'br' | 'gzip'): Buffer {
  const isLarge = plain.length >= COMPRESS_FAST_FROM_BYTES
  if (encoding === 'gzip') return gzipSync(plain, { level: isLarge ? 1 : 6 })
  return brotliCompressSync(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: isLarge ? 1 : 5,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  })
}

function makeForm(bytes: Buffer, encoding: Encoding, tag: string, { contentType, cacheControl }: Look): Form {
  // A strong tag names bytes, so each coding has its own (RFC 9110 §8.8.3).
  const etag = encoding === 'identity' ? `"${tag}"` : `"${tag}-${encoding}"`
  const shared = ['ETag', etag, 'Cache-Control', cacheControl, 'Vary', 'Accept-Encoding', 'X-Content-Type-Options', 'nosniff']
  const coding = encoding === 'identity' ? [] : ['Content-Encoding', encoding]
  return {
    bytes,
    etag,
    headers: ['Content-Type', contentType, 'Content-Length', String(bytes.length), ...shared, ...coding],
    unchanged: shared,
  }
}

/** Turns a published value into an answer ready to be sent any number of times. */
export const prepareAnswer = (value: object): PreparedAnswer => prepareText(JSON.stringify(value), PUBLISHED)

/** The same for any text. */
export function prepareText(text: string, look: Look): PreparedAnswer {
  const plain = Buffer.from(text, 'utf8')
  const tag = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  const identity = makeForm(plain, 'identity', tag, look)
  const made = new Map<Encoding, Form>([['identity', identity]])
  if (plain.length < COMPRESS_FROM_BYTES) made.set('br', identity).set('gzip', identity)
  return {
    etags: new Set([`"${tag}"`, `"${tag}-br"`, `"${tag}-gzip"`]),
    form(encoding) {
      const known = made.get(encoding)
      if (known !== undefined) return known
      const form = encoding === 'identity' ? identity : makeForm(compress(plain, encoding), encoding, tag, look)
      made.set(encoding, form)
      return form
    },
    sizeBytes: () => [...new Set(made.values())].reduce((sum, form) => sum + form.bytes.length, 0),
    isRecent: true,
  }
}

/** Weak comparison (RFC 9110 §13.1.2): any coding of the same content counts as seen. */
export function isUnchanged(header: string, answer: PreparedAnswer): boolean {
  if (answer.etags.has(header)) return true
  if (header === '*') return true
  return header.split(',').some((part) => answer.etags.has(part.trim().replace(/^W\//, '')))
}
