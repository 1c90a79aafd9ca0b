import { expect, it } from 'vitest'
import { startS3Server } from '../../lab/s3-server.ts'
import { openBucket, PATIENCE, placeOf } from './s3-lab.ts'
import { describeMediaStore } from './store-suite.ts'

/** What is looked at here is not time: a busy machine is given up by nobody. */
const CALM = { ...PATIENCE, idleMs: 30_000 }

for (const prefix of ['', 'media/of-the-troupe']) {
  describeMediaStore(prefix === '' ? 'a bucket' : 'a part of a bucket', async () => {
    const server = await startS3Server()
    const store = await openBucket(placeOf(server, prefix), { patience: CALM })
    return {
      store,
      takeAway: server.shut,
      bringBack: server.open,
      close: async () => {
        store.close()
        await server.close()
      },
    }
  })
}

it('a bucket lists and removes more than it tells at once', async () => {
  const server = await startS3Server()
  const store = await openBucket(placeOf(server, 'p'), { patience: CALM })
  const names = Array.from({ length: 1_003 }, (_, index) => `assets/a1/7/${index}/0.m4s`)
  for (let at = 0; at < names.length; at += 50) {
    await Promise.all(names.slice(at, at + 50).map((name) => store.put(name, Buffer.from('x'))))
  }
  expect((await store.list('assets/a1/7')).map(({ key }) => key).toSorted()).toEqual(names.toSorted())
  // A store tells at most a thousand of them in one answer.
  expect(server.seen.filter(({ query }) => query.has('continuation-token'))).toHaveLength(1)
  expect(await store.folders('assets/a1/7')).toHaveLength(names.length)
  await store.remove('assets/a1/7')
  expect(await store.list('assets/a1/7')).toEqual([])
  store.close()
  await server.close()
})
