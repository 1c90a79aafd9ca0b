import type { ProgrammeContent, ProgrammeId } from '@ulan/contract'
import { type EditNeeds, findUnknownReferences, readAsset, refuseTakenEpisode } from './edit-programme.ts'

type Standing = { readonly content: ProgrammeContent; readonly leftOut: string[] }

/** A content of old without what points at something that is gone, or at a place in a series that another one holds; named. */
export async function withoutDangling(needs: EditNeeds, id: ProgrammeId, content: ProgrammeContent): Promise<Standing> {
  const unknown = (await findUnknownReferences(needs, content, await readAsset(needs, content))).map(({ path }) => path)
  const isTaken = content.episodeOf !== undefined && (await refuseTakenEpisode(needs, { id, episodeOf: content.episodeOf })) !== undefined
  const leftOut = [...new Set([...unknown.map((path) => path.split('.')[0] ?? path), ...(isTaken ? ['episodeOf'] : [])])]
  // Chapters are times in one film.
  const gone = new Set(leftOut.includes('assetId') ? [...leftOut, 'chapters'] : leftOut)
  const members = Object.entries(content).filter(([name]) => name === 'laws' || !gone.has(name))
  const laws = content.laws.filter((_, index) => !unknown.includes(`laws.${String(index)}`))
  return { content: { ...(Object.fromEntries(members) as ProgrammeContent), laws }, leftOut } // only optional ones can be unknown
}
