import { done, refuse } from '@ulan/contract'
import { deleteProgramme } from '../service/delete-programme.ts'
import { createProgramme, type EditNeeds, moveProgramme, presentForStaff, updateProgramme } from '../service/edit-programme.ts'
import type { RouteBinder } from './bind-route.ts'

/** Staff's work on programmes. */
export function bindProgrammeRoutes({ bind }: RouteBinder, needs: EditNeeds): void {
  bind('listStaffProgrammes', {
    run: async ({ query }) => done({ items: await presentForStaff(needs, await needs.reader.listLatest(query.status)) }),
  })
  bind('readStaffProgramme', {
    run: async ({ params }) => {
      const programme = await needs.reader.readOne(params.id)
      const [shown] = await presentForStaff(needs, programme === undefined ? [] : [programme])
      return shown === undefined ? refuse('not-found') : done(shown)
    },
  })
  bind('createProgramme', { run: ({ body }) => createProgramme(needs, body) })
  bind('updateProgramme', { run: ({ params, body }) => updateProgramme(needs, params.id, body) })
  bind('deleteProgramme', {
    run: ({ params, query, member }) => deleteProgramme(needs, params.id, query.rev, member),
  })
  bind('publishProgramme', { run: ({ params, body }) => moveProgramme(needs, params.id, 'publish', body.rev) })
  bind('takeDownProgramme', { run: ({ params, body }) => moveProgramme(needs, params.id, 'take-down', body.rev) })
}
