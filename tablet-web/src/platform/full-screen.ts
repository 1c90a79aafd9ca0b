import { useSyncExternalStore } from 'react'

/** Full screen of the page, where the browser offers it. */
export const canFillScreen = (): boolean => document.fullscreenEnabled === true

export const useIsFullScreen = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      document.addEventListener('fullscreenchange', listener)
      return () => document.removeEventListener('fullscreenchange', listener)
    },
    () => document.fullscreenElement !== null,
  )

/** Fills the screen, or gives it back. A refusal leaves things as they are. */
export function toggleFullScreen(): void {
  const change = document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen()
  change.catch(() => undefined) // refused by the browser: the picture simply stays as large as it is
}
