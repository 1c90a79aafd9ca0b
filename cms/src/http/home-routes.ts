import { done } from '@ulan/contract'
import { type HomeNeeds, readHomeLayout, updateHomeLayout } from '../service/edit-home.ts'
import type { RouteBinder } from './bind-route.ts'

/** What the home screen is made of. */
export function bindHomeRoutes({ bind }: RouteBinder, needs: HomeNeeds): void {
  bind('readHomeLayout', { run: async () => done(await readHomeLayout(needs)) })
  bind('updateHomeLayout', { run: ({ body, member }) => updateHomeLayout(needs, body, member) })
}
