import type { Lightning } from '@lightningjs/sdk'
import type { ProgrammeId } from '@ulan/contract'
import { readStoryboard, type StoryboardPicture } from '@ulan/player'
import { FilmPreview } from '../components/film-preview.ts'
import { previewPictures } from '../data/preview-plan.ts'
import { writingOf } from '../layout.ts'
import type { PageServices } from './page-services.ts'

const EACH_MS = 1200

/** Shows a film in small pictures, once through, on a place of a page; the returned function ends it. */
export function playPreview(holder: Lightning.Element, services: PageServices, id: ProgrammeId): () => void {
  let isOver = false
  let cancelNext: (() => void) | undefined
  const preview = holder.stage.c({ type: FilmPreview, ref: 'FilmPreview' })
  const show = (pictures: readonly StoryboardPicture[], at: number): void => {
    if (isOver) return
    preview.show(pictures[at], writingOf(services.locale()))
    if (at < pictures.length) cancelNext = services.later(EACH_MS, () => show(pictures, at + 1))
  }
  const begin = async (): Promise<void> => {
    const answer = await services.catalogue.playback(id).load()
    const listUrl = answer.kind === 'ok' ? answer.value.storyboardUrl : undefined
    if (listUrl === undefined || isOver) return
    const pictures = previewPictures(await readStoryboard(new URL(listUrl, document.baseURI).href))
    if (isOver || pictures.length === 0) return
    holder.childList.add(preview)
    show(pictures, 0)
  }
  begin().catch((error: unknown) => {
    throw error
  })
  return () => {
    isOver = true
    cancelNext?.()
    holder.childList.remove(preview)
  }
}
