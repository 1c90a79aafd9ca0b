import { startS3Server } from '../../lab/s3-server.ts'
import { openBucket, placeOf } from './s3-bench.ts'
import { describeMediaStore } from './store-suite.ts'

for (const prefix of ['', 'media/of-the-troupe']) {
  describeMediaStore(prefix === '' ? 'a bucket' : 'a part of a bucket', async () => {
    const server = await startS3Server()
    const store = await openBucket(placeOf(server, prefix))
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
