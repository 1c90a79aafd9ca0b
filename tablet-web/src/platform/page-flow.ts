import { DAY, isVertical, type Locale, SUN } from '@ulan/contract'

export type Light = 'day' | 'sun'

/** Sets language, direction of columns and colours of the whole page; style sheets read them from there. */
export function applyPageFlow(root: HTMLElement, locale: Locale, light: Light): void {
  root.lang = locale
  root.dataset['flow'] = isVertical(locale) ? 'vertical' : 'horizontal'
  root.dataset['light'] = light
  const palette = light === 'sun' ? SUN : DAY
  for (const [name, colour] of Object.entries(palette)) {
    root.style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, colour)
  }
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', palette.ground)
}

/**
 * How far a page of vertical columns moves along for a turn of the wheel, in px: forward turns move right, the way
 * columns follow each other. 0 leaves the wheel to the browser.
 */
export function columnScrollPx(
  wheel: { readonly deltaX: number; readonly deltaY: number; readonly deltaMode: number },
  pagePx: number,
): number {
  if (Math.abs(wheel.deltaX) >= Math.abs(wheel.deltaY)) return 0
  const unitsPx = [1, 40, pagePx]
  return wheel.deltaY * (unitsPx[wheel.deltaMode] ?? 1)
}

/** Turns the wheel into a movement along the columns while the page is vertical; the returned function ends it. */
export function followWheel(root: HTMLElement): () => void {
  const turn = (event: WheelEvent): void => {
    if (root.dataset['flow'] !== 'vertical' || event.ctrlKey || event.shiftKey) return
    const alongPx = columnScrollPx(event, innerWidth)
    if (alongPx === 0) return
    event.preventDefault()
    scrollBy({ left: alongPx })
  }
  globalThis.addEventListener('wheel', turn, { passive: false })
  return () => globalThis.removeEventListener('wheel', turn)
}
