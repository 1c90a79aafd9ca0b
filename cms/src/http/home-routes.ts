import { done } from '@ulan/contract'
import { type HomeNeeds, readHomeLayout, updateHomeLayout } from '../service/edit-home.ts'
import { type PreviewNeeds, previewHome } from '../service/preview-home.ts'
import type { RouteBinder } from './bind-route.ts'

/** What the home screen is made of, and how it will look. */
export function bindHomeRoutes({ bind }: RouteBinder, needs: HomeNeeds & PreviewNeeds): void {
  bind('readHomeLayout', { run: async () => done(await readHomeLayout(needs)) })
  bind('updateHomeLayout', { run: ({ body, member }) => updateHomeLayout(needs, body, member) })
  bind('previewHome', { run: async ({ body }) => done(await previewHome(needs, body)) })
}
