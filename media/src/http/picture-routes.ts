import type { Outcome, Picture, PictureCreate } from '@ulan/contract'
import type { BindRoute } from '@ulan/contract/schemas'

/** `/api/v1/pictures`: posters that staff make. */
export function bindPictureRoutes(bind: BindRoute, make: (wish: PictureCreate) => Promise<Outcome<Picture>>): void {
  bind('createPicture', { run: ({ body }) => make(body) })
}
