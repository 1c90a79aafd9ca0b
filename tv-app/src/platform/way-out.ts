/** What a box's own shell, or an operator's portal, may lay on the window before the app starts; see the README. */
type Shell = { readonly exit?: () => void }
declare global {
  interface Window {
    ulanShell?: Shell | undefined
  }
}

type LeavableWindow = {
  readonly ulanShell?: Shell | undefined
  readonly history: Pick<History, 'length' | 'back'>
  readonly document: Pick<Document, 'visibilityState'>
  addEventListener(name: 'pagehide', then: () => void): void
  close(): void
}

/** A box that has not let go by then does not: a page may be forbidden to close its window, and nobody tells it. */
const GONE_WITHIN_MS = 1500

/**
 * Leaves the app: by the shell's own `exit`, else back to the page it was opened from, a portal's, else by closing the
 * window. The app itself adds nothing to the history, so one step back is out. False when the box kept it all the same.
 */
export async function leaveApp(box: LeavableWindow, wait: (milliseconds: number) => Promise<void>): Promise<boolean> {
  const isHidden = new Promise<true>((resolve) => box.addEventListener('pagehide', () => resolve(true)))
  if (box.ulanShell?.exit !== undefined) box.ulanShell.exit()
  else if (box.history.length > 1) box.history.back()
  else box.close()
  // A shell may lay the page aside instead of leaving it.
  return await Promise.race([isHidden, wait(GONE_WITHIN_MS).then(() => box.document.visibilityState === 'hidden')])
}
