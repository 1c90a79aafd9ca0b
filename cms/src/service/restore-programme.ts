import { coversRegion, done, type Outcome, type ProgrammeId, type RestoredProgramme, refuse, type TrashedProgramme } from '@ulan/contract'
import { contentOf, lastVersionOf } from '../domain/programme/kept-programme.ts'
import { restoreContent } from '../domain/programme/programme-draft.ts'
import { isPermitted } from '../domain/staff/permissions.ts'
import { type EditNeeds, forStaff, readAsset, readTerms } from './edit-programme.ts'
import type { StaffMember } from './staff-ports.ts'
import { withoutDangling } from './without-dangling.ts'

const MOST_LISTED = 200

/** The latest first; what exists after all (a deletion that was cut off, a restoration) is none of it. */
export async function listTrash({ reader }: Pick<EditNeeds, 'reader'>): Promise<TrashedProgramme[]> {
  const deleted = await reader.listDeleted(MOST_LISTED)
  const there = new Set((await reader.readMany(deleted.map(({ programme }) => programme.id))).map(({ id }) => id))
  return deleted
    .filter(({ programme }) => !there.has(programme.id))
    .map(({ programme: { id, title, kind, status, regionCode }, by }) => ({
      ...{ programmeId: id, title, kind, status, ...(regionCode && { regionCode }) },
      ...{ deletedBy: by.email, deletedAt: by.at.toISOString() },
    }))
}

/** Has a programme back as it was, without what is gone meanwhile; whoever may delete one may. Doing it twice is harmless. */
export async function restoreProgramme(
  needs: EditNeeds,
  id: ProgrammeId,
  member: StaffMember | undefined,
): Promise<Outcome<RestoredProgramme>> {
  const [there, deleted] = await Promise.all([needs.reader.readOne(id), needs.reader.readDeleted(id)])
  const old = there ?? deleted?.programme
  if (old === undefined) return refuse('not-found')
  if (member === undefined || (old.status !== 'draft' && !isPermitted(member.role, 'publish'))) return refuse('not-allowed')
  if (!coversRegion(member.regionCode, old.regionCode)) return refuse('other-region')
  const answer = async (programme: typeof old, leftOut: string[]): Promise<Outcome<RestoredProgramme>> =>
    done({ programme: forStaff(programme, await readAsset(needs, programme), await readTerms(needs)), leftOut })
  if (there !== undefined) return await answer(there, [])
  const { content, leftOut } = await withoutDangling(needs, id, contentOf(old))
  const { schedule: _schedule, ...restored } = restoreContent(old, content, { now: needs.clock().toISOString() })
  const last = lastVersionOf(old)
  const programme = { ...restored, ...(last && { lastVersion: last }) }
  return (await needs.writer.putBack(programme)) ? await answer(programme, leftOut) : await restoreProgramme(needs, id, member)
}
