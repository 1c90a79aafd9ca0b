import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'
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
const CACHE_CONTROL = 'public, max-age=5, stale-while-revalidate=60'

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

function makeForm(bytes: Buffer, encoding: Encoding, tag: string): Form {
  // A strong tag names bytes, so each coding has its own (RFC 9110 §8.8.3).
  const etag = encoding === 'identity' ? `"${tag}"` : `"${tag}-${encoding}"`
  const shared = ['ETag', etag, 'Cache-Control', CACHE_CONTROL, 'Vary', 'Accept-Encoding', 'X-Content-Type-Options', 'nosniff']
  const coding = encoding === 'identity' ? [] : ['Content-Encoding', encoding]
  return {
    bytes,
    etag,
    headers: ['Content-Type', 'application/json; charset=utf-8', 'Content-Length', String(bytes.length), ...shared, ...coding],
    unchanged: shared,
  }
}

/** Turns a value into an answer ready to be sent any number of times. */
export function prepareAnswer(value: object): PreparedAnswer {
  const plain = Buffer.from(JSON.stringify(value), 'utf8')
  const tag = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  const identity = makeForm(plain, 'identity', tag)
  const made = new Map<Encoding, Form>([['identity', identity]])
  if (plain.length < COMPRESS_FROM_BYTES) made.set('br', identity).set('gzip', identity)
  return {
    etags: new Set([`"${tag}"`, `"${tag}-br"`, `"${tag}-gzip"`]),
    form(encoding) {
      const known = made.get(encoding)
      if (known !== undefined) return known
      const form = encoding === 'identity' ? identity : makeForm(compress(plain, encoding), encoding, tag)
      made.set(encoding, form)
      return form
    },
    sizeBytes: () => [...new Set(made.values())].reduce((sum, form) => sum + form.bytes.length, 0),
    isRecent: true,
  }
}
