import { done } from '@ulan/contract'
import { deleteAsset } from '../service/delete-asset.ts'
import { type RetentionNeeds, readRetention, updateRetention } from '../service/edit-retention.ts'
import { readStorage, type StorageNeeds } from '../service/read-storage.ts'
import type { RouteBinder } from './bind-route.ts'

/** What is kept of media, and what goes. */
export function bindStorageRoutes({ bind }: RouteBinder, needs: StorageNeeds & RetentionNeeds): void {
  bind('readStorage', { run: async () => done(await readStorage(needs)) })
  bind('countStorage', {
    run: async () => {
      needs.library.countStorage()
      return done(await readStorage(needs))
    },
  })
  bind('readRetention', { run: async ({ query }) => done(await readRetention(needs, query.masterDays)) })
  bind('updateRetention', { run: ({ body, member }) => updateRetention(needs, body, member) })
  bind('deleteAsset', { run: ({ params }) => deleteAsset(needs, params.id) })
}
