import type { Asset } from '@ulan/contract'
import { expect, test } from 'vitest'
import { ask, openLab, type Told } from '../test-lab.ts'

test('what has lost its master by the policy says so, and is refused another encode by name', { timeout: 60_000 }, async () => {
  const lab = await openLab({ workers: 0 })
  try {
    const times = { createdAt: new Date(0), queuedAt: new Date(0), masterGoneAt: new Date(0) }
    const record = { fileName: 'a.mp4', sizeBytes: 1, origin: 'upload', attempt: 1, ...times }
    const problem = { type: '/problems/encode-failed', title: '转码失败', status: 500 }
    type Row = { _id: string; [member: string]: unknown }
    await lab.connection.collection<Row>('assets').insertMany([
      { _id: 'plays', status: 'ready', version: 10, ...record },
      { _id: 'failed', status: 'failed', problem, ...record },
    ])
    for (const id of ['plays', 'failed']) {
      expect((await ask<Asset>(`${lab.url}/api/v1/assets/${id}`)).body).toMatchObject({ isMasterGone: true })
      const refused = await ask<Told>(`${lab.url}/api/v1/assets/${id}/retry`, {})
      expect([refused.status, refused.body.type]).toEqual([409, '/problems/master-gone'])
    }
  } finally {
    await lab.close()
  }
})
