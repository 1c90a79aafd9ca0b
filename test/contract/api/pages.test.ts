import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CmsLab, createCmsLab } from './cms-lab.ts'

const FIGURES = { assets: { ready: 5, failed: 2 }, unitsWaiting: 7, unitsRunning: 1, uploadsOpen: 3, freeBytes: 1000 }
const STORED = { countedAt: new Date(5_000), bytes: { masters: 70, versions: 30 } }

let lab: CmsLab
let lan: CmsLab
beforeAll(async () => {
  ;[lab, lan] = await Promise.all([
    createCmsLab({ metricsToken: 'token-of-metrics' }, { readMediaFigures: () => Promise.resolve({ ...FIGURES, stored: STORED }) }),
    createCmsLab({ lanUrls: () => ['http://192.168.1.23:8080/'] }, { readMediaFigures: () => Promise.reject(new Error('disk gone')) }),
  ])
})
afterAll(() => Promise.all([lab.close(), lan.close()]))

const INLINE = `'sha256-${createHash('sha256').update('start()').digest('base64')}'`

describe('the clients', () => {
  it.each(['tv', 'tablet', 'admin'])('/%s/ is its page, always asked for again', async (name) => {
    const reply = await lab.call(`/${name}/`)
    expect([reply.status, reply.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    expect(reply.text).toContain(`<title>${name}</title>`)
    expect((await lab.call(`/${name}`)).headers.get('location')).toBe(`/${name}/`)
  })
  it('lets only the television page evaluate code, and only known inline scripts run', async () => {
    const policy = async (path: string) => (await lab.call(path)).headers.get('content-security-policy') ?? ''
    expect(await policy('/tv/')).toContain(`script-src 'self' 'unsafe-eval' ${INLINE}`)
    for (const path of ['/tablet/', '/admin/', '/']) expect(await policy(path)).not.toContain('unsafe-eval')
    expect(await policy('/admin/')).toContain(`script-src 'self' ${INLINE}`)
    for (const path of ['/tv/', '/tablet/', '/admin/', '/']) expect(await policy(path)).not.toMatch(/https?:/)
  })
  it('lets nothing but the television page stand in a frame, and only in one of our own', async () => {
    const framing = async (path: string) => {
      const { headers } = await lab.call(path)
      const policy = headers.get('content-security-policy') ?? ''
      return [/frame-ancestors [^;]*/.exec(policy)?.[0], headers.get('x-frame-options')]
    }
    for (const path of ['/tv/', '/tv/?build=legacy', '/tv/index.html']) {
      expect([path, ...(await framing(path))]).toEqual([path, "frame-ancestors 'self'", 'SAMEORIGIN'])
    }
    const others = [
      '/',
      '/tv',
      '/tv/nowhere',
      '/tv/assets/main-BEd6x1Yz.js',
      '/tablet/',
      '/tablet/index.html',
      '/admin/',
      '/admin/index.html',
    ]
    for (const path of [...others, '/api/docs', '/api/openapi.json', '/fonts/sc.woff2', '/healthz', '/nowhere']) {
      expect([path, ...(await framing(path))]).toEqual([path, "frame-ancestors 'none'", 'DENY'])
    }
  })
  it('may keep what is named by its content for ever, compressed', async () => {
    const reply = await lab.call('/tv/assets/main-BEd6x1Yz.js', { headers: { 'accept-encoding': 'br' } })
    expect(reply.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect([reply.headers.get('content-encoding'), reply.headers.get('content-type')]).toEqual(['br', 'text/javascript; charset=utf-8'])
    expect(reply.text).toContain("page = 'tv'")
    const again = await lab.call('/tv/assets/main-BEd6x1Yz.js', {
      headers: { 'accept-encoding': 'br', 'if-none-match': reply.headers.get('etag') ?? '' },
    })
    expect([again.status, again.text]).toEqual([304, ''])
  })
  it('do not take a page for a script that is not there', async () => {
    expect((await lab.call('/admin/assets/gone-12345678.js')).status).toBe(404)
  })
  it.each([
    '/tv/..%2Foutside.txt',
    '/tv/%2e%2e/outside.txt',
    '/tv/.secret',
    '/tv/assets/..%2f..%2foutside.txt',
    '/fonts/..%2Ffonts.ts',
    '/tv/%00.js',
  ])('%s gives nothing away', async (path) => {
    const reply = await lab.call(path)
    expect(reply.status).toBe(404)
    expect(reply.text).not.toMatch(/outside|hidden/)
  })
  it('share the fonts', async () => {
    for (const name of ['sc', 'mong']) {
      const reply = await lab.call(`/fonts/${name}.woff2`)
      expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'font/woff2'])
    }
  })
})

describe('the start page', () => {
  it('leads to the three clients and names the product in both scripts', async () => {
    const { text } = await lab.call('/')
    for (const path of ['/tv/', '/tablet/', '/admin/']) expect(text).toContain(`href="${path}"`)
    expect(text).toContain('法治乌兰牧骑')
    expect(text).toContain('ᠬᠠᠤᠯᠢ ᠵᠠᠰᠠᠭ᠎ᠤᠨ ᠤᠯᠠᠭᠠᠨ ᠮᠥᠴᠢᠷ')
    expect(text).not.toMatch(/localhost|API|CMS|undefined/)
  })
  it('has codes to scan only where other devices can come in', async () => {
    const here = await lab.call('/')
    expect(here.text).toContain('npm run box')
    expect(here.text).not.toContain('class="code"')
    const shared = await lan.call('/')
    expect(shared.text.match(/192\.168\.1\.23:8080\/\w+/g)).toHaveLength(3)
    expect(shared.text.match(/扫码/g)).toHaveLength(3)
  })
})

describe('the description of the API', () => {
  it.each([
    ['/api/docs', 'text/html; charset=utf-8'],
    ['/api/openapi.json', 'application/json; charset=utf-8'],
  ])('%s is sent small, and not again to who has it', async (path, type) => {
    const plain = await lab.call(path, { headers: { 'accept-encoding': 'identity' } })
    const small = await lab.call(path, { headers: { 'accept-encoding': 'br' } })
    expect(small.text).toBe(plain.text)
    expect([small.headers.get('content-type'), small.headers.get('content-encoding')]).toEqual([type, 'br'])
    expect(Number(small.headers.get('content-length')) * 4).toBeLessThan(plain.text.length)
    const again = await lab.call(path, { headers: { 'accept-encoding': 'br', 'if-none-match': small.headers.get('etag') ?? '' } })
    expect([again.status, again.text, again.headers.get('cache-control')]).toEqual([304, '', 'no-cache'])
    expect((await lab.call(path, { method: 'HEAD' })).status).toBe(200)
    expect(plain.headers.get('content-security-policy')).not.toContain('unsafe-eval')
    expect(plain.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('operations', () => {
  it('is alive and ready', async () => {
    expect((await lab.call('/healthz')).status).toBe(200)
    expect((await lab.call('/readyz')).json()).toEqual({ store: true, media: true })
  })
  it('shows figures to who has the token, or without one to this machine alone', async () => {
    const get = (from: CmsLab, headers: { readonly [name: string]: string }) => from.call('/metrics', { headers })
    expect((await get(lab, {})).status).toBe(403)
    expect((await get(lab, { authorization: 'Bearer token-of-wrongly' })).status).toBe(403)
    const shown = await get(lab, { authorization: 'Bearer token-of-metrics' })
    expect([shown.status, shown.text.includes('ulan_public_answers_total')]).toEqual([200, true])
    expect((await get(lan, {})).status).toBe(200)
    expect((await get(lan, { 'x-forwarded-for': '10.0.0.1' })).status).toBe(403)
  })
  it('counts answers by class and time, and what it is given of the media side', async () => {
    await lab.call('/nowhere')
    const { text } = await lab.call('/metrics', { headers: { authorization: 'Bearer token-of-metrics' } })
    expect(text).toMatch(/ulan_http_answer_seconds_bucket\{le="0\.1",class="4xx"\} [1-9]/)
    expect(text).toMatch(/ulan_http_answer_seconds_count\{class="2xx"\} [1-9]/)
    expect(text).toContain('ulan_assets{status="failed"} 2')
    expect(text).toContain('ulan_encode_units{state="waiting"} 7')
    expect(text).toContain('ulan_uploads_open 3')
    expect(text).toContain('ulan_media_free_bytes 1000')
    expect(text).toContain('ulan_media_bytes{kind="masters"} 70')
    expect(text).toContain('ulan_media_bytes{kind="superseded"} 0')
    expect(text).toContain('ulan_media_counted_seconds 5')
    expect((await lan.call('/metrics')).text).toContain('process_cpu_seconds_total')
  })
  it('gives every slow-path answer an id to ask about', async () => {
    expect((await lab.call('/healthz')).headers.get('x-request-id')).toMatch(/^r-[0-9a-f]+$/)
    const given = await lab.call('/healthz', { headers: { 'x-request-id': 'from-a-proxy-1' } })
    expect(given.headers.get('x-request-id')).toBe('from-a-proxy-1')
  })
})
