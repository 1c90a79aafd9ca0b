import type { Announcer } from '@ulan/player'
import { SPOKEN_SELECTOR, spokenTexts } from './spoken-text.ts'

/** What is touched and what then appears is one thing to hear. */
const REST_MS = 250

/**
 * Reads aloud what has the focus and what appears, until the returned function is called. It begins with what is there.
 * The page itself is the source: whatever it shows it can say, and no screen has to think of it.
 */
export function readAlong(root: HTMLElement, announcer: Announcer): () => void {
  const waiting = new Set<Element>(root.querySelectorAll(SPOKEN_SELECTOR))
  let timer: ReturnType<typeof setTimeout> | undefined
  const speak = (): void => {
    const there = [...waiting].filter((element) => element.isConnected)
    waiting.clear()
    const outermost = there.filter((element) => !there.some((other) => other !== element && other.contains(element)))
    const texts = outermost.flatMap(spokenTexts)
    if (texts.length > 0) announcer.say(texts)
  }
  const add = (...elements: readonly Element[]): void => {
    for (const element of elements) waiting.add(element)
    clearTimeout(timer)
    if (waiting.size > 0) timer = setTimeout(speak, REST_MS)
  }
  const follow = ({ target }: FocusEvent): void => {
    if (target instanceof Element && target !== root) add(target)
  }
  const observer = new MutationObserver((changes) => {
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof Element)
    add(...added.flatMap((node) => [...(node.matches(SPOKEN_SELECTOR) ? [node] : []), ...node.querySelectorAll(SPOKEN_SELECTOR)]))
  })
  root.addEventListener('focusin', follow)
  observer.observe(root, { childList: true, subtree: true })
  add()
  return () => {
    root.removeEventListener('focusin', follow)
    observer.disconnect()
    clearTimeout(timer)
    announcer.stop()
  }
}
