import { done } from '@ulan/contract'
import { type SettingsNeeds, updateSettings } from '../service/edit-settings.ts'
import type { RouteBinder } from './bind-route.ts'

/** What the installation says of itself: read by staff, changed by administrators. */
export function bindSettingsRoutes({ bind }: RouteBinder, needs: SettingsNeeds): void {
  bind('readSettings', { permission: 'read', run: async () => done(await needs.settings.readSettings()) })
  bind('updateSettings', { permission: 'administer', run: ({ body }) => updateSettings(needs, body) })
}
