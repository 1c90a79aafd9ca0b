import type { Law, ProgrammeId } from '@ulan/contract'
import { ARTWORK, type Artwork } from './artwork/artwork-table.ts'
import { mergeStills } from './artwork/scene.ts'
import { type ClipPlan, planClip } from './clip/clip-plan.ts'
import { drawCitation, drawTitle } from './clip/draw-words.ts'
import { type RenderNeeds, renderPlannedClip } from './clip/render-clip.ts'
import type { ClosingCitation, StarterProgramme } from './read-catalogue.ts'
import type { Typefaces } from './text/typefaces.ts'

/** What the pictures of a clip are drawn from, besides the programme. */
export type ClipSources = {
  readonly laws: readonly Law[]
  readonly citations: ReadonlyMap<ProgrammeId, ClosingCitation>
  readonly faces: Typefaces
}

/** Plans the clip of a programme; pure. */
export function planStarterClip(programme: StarterProgramme): ClipPlan {
  const { artwork, seed } = artworkOf(programme)
  return planClip({ id: programme.id, scene: mergeStills(artwork.scene()), seconds: artwork.seconds, mood: artwork.mood, seed })
}

/** Draws, sounds and encodes the clip of a programme into `outFile`, which appears only when it is whole. */
export async function renderClip(programme: StarterProgramme, sources: ClipSources, outFile: string, needs: RenderNeeds): Promise<void> {
  const { artwork } = artworkOf(programme)
  const citation = sources.citations.get(programme.id)
  const law = sources.laws.find((candidate) => candidate.id === citation?.lawId)
  if (citation === undefined || law === undefined) throw new Error(`programme ${programme.id} has no closing citation`)
  const drawings = {
    scene: mergeStills(artwork.scene()),
    title: drawTitle(artwork, sources.faces),
    citation: drawCitation(law.title, citation.article, citation.quote, sources.faces),
  }
  await renderPlannedClip(planStarterClip(programme), drawings, outFile, needs)
}

function artworkOf(programme: StarterProgramme): { artwork: Artwork; seed: number } {
  const seed = ARTWORK.findIndex((candidate) => candidate.assetId === programme.assetId)
  const artwork = ARTWORK[seed]
  if (artwork === undefined) throw new Error(`programme ${programme.id} has no artwork`)
  return { artwork, seed }
}
