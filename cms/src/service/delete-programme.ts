import { done, type Outcome, type ProgrammeId, refuse } from '@ulan/contract'
import { isPermitted } from '../domain/staff/permissions.ts'
import type { EditNeeds } from './edit-programme.ts'
import type { StaffMember } from './staff-ports.ts'

/**
 * Puts a draft, or, for those who may publish, what was taken down, into the trash. Its video stays: others may use it, and
 * it is deleted by itself. Attempts at its quiz stay too.
 */
export async function deleteProgramme(
  { reader, writer, live, clock }: Pick<EditNeeds, 'reader' | 'writer' | 'live' | 'clock'>,
  id: ProgrammeId,
  seenRev: number,
  member: StaffMember | undefined,
): Promise<Outcome<undefined>> {
  const programme = await reader.readOne(id)
  // A repeated call after a lost answer.
  if (programme === undefined) return (await reader.wasDeleted(id)) ? done(undefined) : refuse('not-found')
  if (programme.status === 'published') return refuse('still-published')
  if (member === undefined || (programme.status === 'taken-down' && !isPermitted(member.role, 'publish'))) return refuse('not-allowed')
  if (programme.rev !== seenRev) return refuse('stale-revision')
  if (!(await writer.remove(programme, { email: member.email, at: clock() }))) return refuse('stale-revision')
  await live.refresh([{ kind: 'programme', id }])
  return done(undefined)
}
