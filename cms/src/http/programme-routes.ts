import { done, refuse } from '@ulan/contract'
import { deleteProgramme } from '../service/delete-programme.ts'
import { createProgramme, type EditNeeds, presentForStaff, updateProgramme } from '../service/edit-programme.ts'
import { listForStaff } from '../service/list-programmes.ts'
import { listSchedule, type ScheduleListNeeds } from '../service/list-schedule.ts'
import type { LiveListing } from '../service/live-listing.ts'
import { publishProgramme, takeDownProgramme } from '../service/publish-programme.ts'
import { inOwnRegion, refuseOtherRegion, withinRegion } from '../service/region-scope.ts'
import { listTrash, restoreProgramme } from '../service/restore-programme.ts'
import { listVersions, restoreVersion } from '../service/restore-version.ts'
import { scheduleProgramme } from '../service/schedule-programme.ts'
import type { RouteBinder } from './bind-route.ts'

/** Staff's work on programmes. */
export function bindProgrammeRoutes({ bind }: RouteBinder, needs: EditNeeds & ScheduleListNeeds & { readonly listing: LiveListing }): void {
  bind('listStaffProgrammes', { run: async ({ query }) => done(await listForStaff(needs, query)) })
  bind('readStaffProgramme', {
    run: async ({ params }) => {
      const programme = await needs.reader.readOne(params.id)
      const [shown] = await presentForStaff(needs, programme === undefined ? [] : [programme])
      return shown === undefined ? refuse('not-found') : done(shown)
    },
  })
  const { reader } = needs
  bind('createProgramme', {
    run: async ({ body, member }) => {
      const given = inOwnRegion(body, member)
      return refuseOtherRegion(given, member) ?? (await createProgramme(needs, given, member?.id))
    },
  })
  bind('updateProgramme', {
    run: async ({ params: { id }, body, member }) =>
      refuseOtherRegion(body, member) ?? (await withinRegion(reader, id, member, () => updateProgramme(needs, id, body, member?.id))),
  })
  bind('deleteProgramme', {
    run: ({ params: { id }, query, member }) => withinRegion(reader, id, member, () => deleteProgramme(needs, id, query.rev, member)),
  })
  bind('publishProgramme', {
    run: ({ params: { id }, body, member }) => withinRegion(reader, id, member, () => publishProgramme(needs, id, body.rev, member)),
  })
  bind('takeDownProgramme', {
    run: ({ params: { id }, body, member }) => withinRegion(reader, id, member, () => takeDownProgramme(needs, id, body)),
  })
  bind('listSchedule', { run: async ({ query }) => done({ items: await listSchedule(needs, query.id) }) })
  bind('scheduleProgramme', {
    run: async ({ params: { id }, body, member }) =>
      member === undefined
        ? refuse('not-allowed')
        : await withinRegion(reader, id, member, () => scheduleProgramme(needs, id, body, member)),
  })
  bind('listTrash', { run: async () => done({ items: await listTrash(needs) }) })
  bind('restoreProgramme', { run: ({ params, member }) => restoreProgramme(needs, params.id, member) })
  bind('listVersions', { run: ({ params }) => listVersions(needs, params.id) })
  bind('restoreVersion', {
    run: ({ params: { id, number }, body: { rev }, member }) =>
      withinRegion(reader, id, member, () => restoreVersion(needs, id, { number: Number(number), rev }, member)),
  })
}
