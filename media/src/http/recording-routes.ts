import { done, type Locale, type Outcome, type Recording, type RecordingCreate, refuse } from '@ulan/contract'
import type { BindRoute } from '@ulan/contract/schemas'

export type RecordingNeeds = {
  /** What devices are told; a change made elsewhere may be missing for half a minute. */
  listPublic(locale: Locale): Promise<readonly Recording[]>
  list(locale: Locale): Promise<readonly Recording[]>
  add(wish: RecordingCreate): Promise<Outcome<Recording>>
  /** False when there is none of that id. */
  remove(id: string): Promise<boolean>
}

/** `/api/v1/recordings`: for devices all of a language, for staff one by one. */
export function bindRecordingRoutes(bind: BindRoute, { listPublic, list, add, remove }: RecordingNeeds): void {
  bind('readRecordings', {
    run: async ({ query }) => done({ items: (await listPublic(query.locale)).map(({ text, seconds, url }) => ({ text, seconds, url })) }),
  })
  bind('listRecordings', { run: async ({ query }) => done({ items: [...(await list(query.locale))] }) })
  bind('createRecording', { run: ({ body }) => add(body) })
  bind('deleteRecording', {
    run: async ({ params }) => ((await remove(params.id)) ? done(undefined) : refuse('not-found')),
  })
}
