import { done } from '@ulan/contract'
import { type SettingsNeeds, updateSettings } from '../service/edit-settings.ts'
import type { RouteBinder } from './bind-route.ts'

/** What is set for the installation: read by staff, changed by administrators, its changes looked through by overseers. */
export function bindSettingsRoutes({ bind }: RouteBinder, needs: SettingsNeeds): void {
  bind('readSettings', { run: async () => done(await needs.settings.readSettings()) })
  bind('updateSettings', { run: ({ body, member }) => updateSettings(needs, body, member) })
  bind('listSettingsChanges', { run: async () => done({ items: [...(await needs.settings.listChanges())] }) })
}
