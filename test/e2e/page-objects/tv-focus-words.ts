import type { Page } from 'playwright-core'
import type { TvElement } from './tv-element.ts'

/** What is written on the thing that has the focus; of a picture alone, nothing. */
export function wordsInFocus(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const texts: string[] = []
    const collect = (element: TvElement): void => {
      if (element.visible === false || element.alpha === 0) return
      // A label keeps `text|locale|slot`.
      const text = typeof element.shown === 'string' ? /^(.*)\|[\w-]+\|\{/s.exec(element.shown)?.[1] : undefined
      if (text !== undefined && text.trim() !== '') texts.push(text)
      for (const child of element.children ?? []) collect(child)
    }
    const focused = window.__app?.focusPath.at(-1)
    if (focused !== undefined) collect(focused)
    return texts
  })
}
