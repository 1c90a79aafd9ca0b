import { BASE_LOCALE, isLocale, type LocalText } from '@ulan/contract'

/** What a part of the page says when it appears: `<section {...SPOKEN}>`. */
export const SPOKEN = { 'data-spoken': '' } as const
export const SPOKEN_SELECTOR = '[data-spoken]'

/** What an element says: its label where it has one, else its texts in the order they are read, each in its own language. */
export function spokenTexts(element: Element): readonly LocalText[] {
  const label = element.getAttribute('aria-label')
  if (label !== null) return [{ text: label, locale: localeOf(element) }]
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, hearing)
  const texts: LocalText[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node instanceof Element ? (node.getAttribute('aria-label') ?? '') : (node.textContent ?? '').trim()
    const owner = node instanceof Element ? node : node.parentElement
    if (text !== '' && owner !== null) texts.push({ text, locale: localeOf(owner) })
  }
  return texts
}

/** Drawings are passed over; what has a label says that and nothing of what is in it. */
function hearing(node: Node): number {
  if (node instanceof Element && node.getAttribute('aria-hidden') === 'true') return NodeFilter.FILTER_REJECT
  return node.parentElement?.hasAttribute('aria-label') === true ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT
}

function localeOf(element: Element): LocalText['locale'] {
  const tag = element.closest('[lang]')?.getAttribute('lang')
  return isLocale(tag) ? tag : BASE_LOCALE
}
