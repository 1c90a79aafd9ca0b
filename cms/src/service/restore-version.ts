import { coversRegion, done, type Outcome, type ProgrammeId, type ProgrammeVersion, type RestoredProgramme, refuse } from '@ulan/contract'
import { type KeptVersion, lastVersionOf } from '../domain/programme/kept-programme.ts'
import { restoreContent } from '../domain/programme/programme-draft.ts'
import { type EditNeeds, forStaff, readAsset, readTerms } from './edit-programme.ts'
import type { StaffMember } from './staff-ports.ts'
import { withoutDangling } from './without-dangling.ts'

const MOST_LISTED = 200

type VersionNeeds = Pick<EditNeeds, 'reader'>

/** The latest first. Undefined when there is no such programme. */
async function readVersions({ reader }: VersionNeeds, id: ProgrammeId): Promise<readonly KeptVersion[] | undefined> {
  const programme = await reader.readOne(id)
  if (programme === undefined) return undefined
  const last = lastVersionOf(programme)
  const kept = await reader.listVersions(id, MOST_LISTED)
  // The last one is among those that were kept when a publication was cut off before its end.
  return last === undefined ? kept : [last, ...kept.filter(({ number }) => number !== last.number)]
}

/** What went out of a programme, the latest first. */
export async function listVersions(needs: VersionNeeds, id: ProgrammeId): Promise<Outcome<{ items: ProgrammeVersion[] }>> {
  const versions = await readVersions(needs, id)
  if (versions === undefined) return refuse('not-found')
  return done({ items: versions.map(({ rev: _rev, film: _film, ...version }) => version) })
}

/** What is worked on becomes what went out once; what points at nothing any more is left out, and named. */
export async function restoreVersion(
  needs: EditNeeds,
  id: ProgrammeId,
  { number, rev }: { readonly number: number; readonly rev: number },
  member?: StaffMember,
): Promise<Outcome<RestoredProgramme>> {
  const [programme, versions] = await Promise.all([needs.reader.readOne(id), readVersions(needs, id)])
  const version = versions?.find((one) => one.number === number)
  if (programme === undefined || version === undefined) return refuse('not-found')
  if (programme.rev !== rev) return refuse('stale-revision')
  if (!coversRegion(member?.regionCode, version.content.regionCode)) return refuse('other-region')
  const { content, leftOut } = await withoutDangling(needs, id, version.content)
  const restored = restoreContent(programme, content, { now: needs.clock().toISOString(), ...(member && { writer: member.id }) })
  if (!(await needs.writer.replaceRevision(restored, rev))) return refuse('stale-revision')
  return done({ programme: forStaff(restored, await readAsset(needs, restored), await readTerms(needs)), leftOut })
}
