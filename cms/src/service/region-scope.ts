import { coversRegion, type Outcome, type ProgrammeCreate, type ProgrammeId, type ProgrammePatch, refuse } from '@ulan/contract'
import type { ProgrammeReader } from './ports.ts'
import type { StaffMember } from './staff-ports.ts'

type Reader = Pick<ProgrammeReader, 'readOne'>

/** Does the work, unless the programme belongs to a region that the member does not work for. */
export async function withinRegion<T>(
  reader: Reader,
  id: ProgrammeId,
  member: StaffMember | undefined,
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (member?.regionCode === undefined) return await work()
  const programme = await reader.readOne(id)
  // What is not there is answered by the work itself.
  return programme === undefined || coversRegion(member.regionCode, programme.regionCode) ? await work() : refuse('other-region')
}

/** What is made by somebody of a region is theirs, where they do not say otherwise. */
export const inOwnRegion = (given: ProgrammeCreate, member: StaffMember | undefined): ProgrammeCreate =>
  given.regionCode === undefined && member?.regionCode !== undefined ? { ...given, regionCode: member.regionCode } : given

/** Nobody gives a programme to a region that is not theirs: they could not take it back. */
export const refuseOtherRegion = (
  { regionCode }: Pick<ProgrammeCreate | ProgrammePatch, 'regionCode'>,
  member: StaffMember | undefined,
): Outcome<never> | undefined =>
  regionCode === undefined || coversRegion(member?.regionCode, regionCode)
    ? undefined
    : refuse('invalid-request', [{ path: 'regionCode', code: 'other-region' }])
