import type { TvElement } from './tv-element.ts'

/** Runs in the page: how many elements that could be seen still lack their texture, or fade in. */
export function countUnpainted(): number {
  let waiting = 0
  const walk = (element: TvElement): void => {
    if (element.visible === false || element.alpha === 0) return
    const { texture } = element
    const isPicture = element.active === true && texture !== undefined && texture !== null
    const isFading = element.ref === 'Image' && (element.alpha ?? 1) < 1
    if (isPicture && (isFading || !texture.isLoaded())) waiting += 1
    for (const child of element.children ?? []) walk(child)
  }
  const root = window.__app?.stage.root
  if (root !== undefined) walk(root)
  return waiting
}

/** An expression in the page, as `TV_FOCUS`: true when everything on the screen has its picture. */
export const TV_IS_PAINTED = `(${countUnpainted})() === 0`

/** Runs in the page: looks at the posters of all cards in every frame from now on. */
export function watchPosters(): void {
  const look = (element: TvElement): void => {
    if (element.active !== true) return
    if (element.ref === 'Image' && element.parent?.ref === 'Poster') {
      window.faintestPoster = Math.min(window.faintestPoster ?? 1, element.alpha ?? 1)
    }
    for (const child of element.children ?? []) look(child)
  }
  const lookOn = (): void => {
    const root = window.__app?.stage.root
    if (root !== undefined) look(root)
    requestAnimationFrame(lookOn)
  }
  lookOn()
}

/** Runs in the page. */
export function hidePictures(): void {
  const hide = (element: TvElement): void => {
    if (element.ref === 'Image') Object.assign(element, { visible: false })
    for (const child of element.children ?? []) hide(child)
  }
  const root = window.__app?.stage.root
  if (root !== undefined) hide(root)
}
