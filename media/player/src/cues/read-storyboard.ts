import { parseStoryboard, type Storyboard } from '../core/storyboard.ts'

/** Fetches a list of small pictures; empty when it cannot be had: a film is as good without. `url` is a full URL. */
export async function readStoryboard(url: string): Promise<Storyboard> {
  const answer = await fetch(url).catch(() => undefined) // no network
  const text = answer?.ok === true ? await answer.text().catch(() => '') : '' // cut off on its way
  return parseStoryboard(text, url)
}
