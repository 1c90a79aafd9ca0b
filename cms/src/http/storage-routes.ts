import type { MediaLibrary } from '@ulan/contract'
import { type AssetUseNeeds, deleteAsset } from '../service/delete-asset.ts'
import type { RouteBinder } from './bind-route.ts'

/** What is kept of media, and what goes. */
export function bindStorageRoutes({ bind }: RouteBinder, needs: AssetUseNeeds & { readonly library: MediaLibrary }): void {
  bind('deleteAsset', { permission: 'publish', run: ({ params }) => deleteAsset(needs, params.id) })
}
