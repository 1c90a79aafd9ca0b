import { describe, expect, it } from 'vitest'
import { createDeviceStorage } from '../platform/device-storage.ts'
import type { ApiClient, Reply } from './api-client.ts'
import { createCatalogue } from './catalogue.ts'

const PATH = '/home?locale=zh-Hans&device=tablet'

function setUp(): { api: ApiClient; server: { reply: Reply; calls: number }; storage: ReturnType<typeof createDeviceStorage> } {
  const server = { reply: { kind: 'ok', text: '{"snapshot":"1"}' } as Reply, calls: 0 } // widened: the tests change it
  const api: ApiClient = {
    read: async () => {
      server.calls += 1
      return server.reply
    },
    sendAttempt: async () => 'stored',
    sendBeacon: () => undefined,
  }
  return { api, server, storage: createDeviceStorage(undefined) }
}

describe('createCatalogue', () => {
  it('is loading, then ready', async () => {
    const { api, storage } = setUp()
    const catalogue = createCatalogue(api, storage)
    expect(catalogue.peek(PATH)).toEqual({ kind: 'loading' })
    await catalogue.refresh(PATH)
    expect(catalogue.peek(PATH)).toEqual({ kind: 'ready', value: { snapshot: '1' }, isStale: false })
  })
  it('keeps the same object for the same words', async () => {
    const { api, storage } = setUp()
    const catalogue = createCatalogue(api, storage)
    await catalogue.refresh(PATH)
    const before = catalogue.peek(PATH)
    await catalogue.refresh(PATH)
    expect(catalogue.peek(PATH)).toBe(before)
  })
  it('asks once for the same thing at the same time', async () => {
    const { api, storage, server } = setUp()
    const catalogue = createCatalogue(api, storage)
    await Promise.all([catalogue.refresh(PATH), catalogue.refresh(PATH)])
    expect(server.calls).toBe(1)
  })
  it('shows the last answer, marked, when the server is out of reach, also after a restart', async () => {
    const { api, storage, server } = setUp()
    await createCatalogue(api, storage).refresh(PATH)
    server.reply = { kind: 'unreachable' }
    const later = createCatalogue(api, storage)
    await later.refresh(PATH)
    expect(later.peek(PATH)).toEqual({ kind: 'ready', value: { snapshot: '1' }, isStale: true })
    server.reply = { kind: 'ok', text: '{"snapshot":"2"}' }
    later.refreshFailed()
    await later.refresh(PATH)
    expect(later.peek(PATH)).toEqual({ kind: 'ready', value: { snapshot: '2' }, isStale: false })
  })
  it('is no longer stale when the same answer comes again', async () => {
    const { api, storage, server } = setUp()
    const catalogue = createCatalogue(api, storage)
    await catalogue.refresh(PATH)
    server.reply = { kind: 'failed' }
    await catalogue.refresh(PATH)
    server.reply = { kind: 'ok', text: '{"snapshot":"1"}' }
    await catalogue.refresh(PATH)
    expect(catalogue.peek(PATH)).toMatchObject({ kind: 'ready', isStale: false })
  })
  it('says why there is nothing', async () => {
    const { api, storage, server } = setUp()
    const catalogue = createCatalogue(api, storage)
    for (const kind of ['unreachable', 'failed', 'gone'] as const) {
      server.reply = { kind }
      await catalogue.refresh(PATH)
      expect(catalogue.peek(PATH)).toEqual({ kind })
    }
  })
  it('forgets what was taken down', async () => {
    const { api, storage, server } = setUp()
    await createCatalogue(api, storage).refresh(PATH)
    server.reply = { kind: 'gone' }
    await createCatalogue(api, storage).refresh(PATH)
    server.reply = { kind: 'unreachable' }
    const later = createCatalogue(api, storage)
    await later.refresh(PATH)
    expect(later.peek(PATH)).toEqual({ kind: 'unreachable' })
  })
  it('does not stumble over an answer cut short, nor over a damaged kept one', async () => {
    const { api, storage, server } = setUp()
    server.reply = { kind: 'ok', text: '{"snap' }
    const catalogue = createCatalogue(api, storage)
    await catalogue.refresh(PATH)
    expect(catalogue.peek(PATH)).toEqual({ kind: 'failed' })
    storage.set(`catalogue${PATH}`, '{"x')
    server.reply = { kind: 'unreachable' }
    await catalogue.refresh(PATH)
    expect(catalogue.peek(PATH)).toEqual({ kind: 'unreachable' })
  })
  it('keeps the forty latest answers on the tablet', async () => {
    const { api, storage } = setUp()
    const catalogue = createCatalogue(api, storage)
    for (let at = 0; at < 42; at += 1) await catalogue.refresh(`/programmes/p${at}`)
    expect([0, 1, 2, 41].map((at) => (storage.get(`catalogue/programmes/p${at}`) ?? '') !== '')).toEqual([false, false, true, true])
  })
  it('tells of changes until told to stop', async () => {
    const { api, storage } = setUp()
    const catalogue = createCatalogue(api, storage)
    let calls = 0
    const stop = catalogue.subscribe(() => {
      calls += 1
    })
    await catalogue.refresh(PATH)
    stop()
    await catalogue.refresh('/programmes/other')
    expect(calls).toBe(1)
  })
})
