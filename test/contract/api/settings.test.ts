import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { NO_SETTINGS, type Role } from '@ulan/contract'
import { problemSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitUntil } from '../../lab/wait-until.ts'
import { type CmsLab, createCmsLab } from './cms-lab.ts'

let lab: CmsLab
let cookie: string
beforeAll(async () => {
  lab = await createCmsLab()
  cookie = await lab.signIn()
})
afterAll(() => lab.close())

const change = (body: unknown, as = cookie) => lab.call('/api/v1/settings', { method: 'PATCH', body, cookie: as })

describe('what the installation says of itself', () => {
  it('is empty at first, and on the start page with the answer to its change', async () => {
    expect((await lab.call('/api/v1/settings', { cookie })).json()).toEqual(NO_SETTINGS)
    expect((await change({ rev: 0, organiser: '自治区司法厅', filingNumber: '蒙ICP备1号' })).json()).toMatchObject({ rev: 1 })
    expect((await lab.call('/')).text).toMatch(/自治区司法厅.*蒙ICP备1号/)
    expect((await change({ rev: 1, licenceNumber: '05' })).json()).toMatchObject({ organiser: '自治区司法厅', licenceNumber: '05', rev: 2 })
  })
  it('reaches every process', async () => {
    const other = await lab.secondCms()
    other.finish()
    const server = createServer(other.handle)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/` // a TCP server's address is one
    const { rev } = (await lab.call('/api/v1/settings', { cookie })).json() as { rev: number } // checked by the test of all routes
    await change({ rev, organiser: '盟司法局' })
    await waitUntil(
      'the change in the other process',
      async () => (await fetch(url)).text(),
      (text) => text.includes('盟司法局'),
    )
    await new Promise((resolve) => server.close(resolve).closeAllConnections())
  })
  it('is not overwritten by who saw an older one', async () => {
    const reply = await change({ rev: 0, organiser: '别的' })
    expect([reply.status, problemSchema.parse(reply.json()).type]).toEqual([409, '/problems/stale-revision'])
    const both = await Promise.all([3, 3].map((rev) => change({ rev, organiser: '同时' })))
    expect(both.map((one) => one.status).sort()).toEqual([200, 409])
  })
  it.each(['editor', 'publisher', 'inspector', 'reviewer-3'] satisfies Role[])(
    'is read by %s and changed by administrators alone',
    async (role) => {
      const theirs = await lab.signIn(role)
      expect((await lab.call('/api/v1/settings', { cookie: theirs })).status).toBe(200)
      expect((await change({ rev: 4, organiser: role }, theirs)).status).toBe(403)
    },
  )
  it('is not for strangers', async () => expect((await lab.call('/api/v1/settings')).status).toBe(401))
})
