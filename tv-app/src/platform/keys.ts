/**
 * `KeyboardEvent.keyCode` of remotes and keyboards to the names Lightning hands to `_handle…`. Boxes of several makers
 * name Back differently: 461 is HbbTV and webOS, 10009 Tizen, 166 Android, 8 and 27 keyboards. Search is 170 on Android,
 * 10225 on Tizen.
 */
export const KEYS: Readonly<Record<number, string>> = {
  8: 'Back',
  13: 'Enter',
  19: 'Pause',
  27: 'Back',
  37: 'Left',
  38: 'Up',
  39: 'Right',
  40: 'Down',
  77: 'Menu',
  93: 'Menu',
  166: 'Back',
  170: 'Search',
  179: 'PlayPause',
  250: 'PlayPause',
  403: 'Menu',
  412: 'Rewind',
  413: 'Stop',
  415: 'Play',
  417: 'FastForward',
  457: 'Menu',
  461: 'Back',
  463: 'Pause',
  10009: 'Back',
  10225: 'Search',
  10252: 'PlayPause',
}

const MOVING: readonly number[] = [37, 38, 39, 40, 412, 417]

/** Holding an arrow moves on; holding OK, Back or Play is one press, however often the remote repeats it. */
export const movesWhenHeld = (keyCode: number): boolean => MOVING.includes(keyCode)

/** Keys that do something to what has the focus; Back, Menu and Search always mean the same. */
export const actsOnFocus = (keyCode: number): boolean => (keyCode >= 37 && keyCode <= 40) || keyCode === 13

declare module '@lightningjs/core' {
  namespace Lightning {
    namespace Component {
      interface DefaultKeyHandlers {
        _captureMenu?(event: KeyboardEvent): boolean | undefined
        _captureSearch?(event: KeyboardEvent): boolean | undefined
        _handlePlay?(event: KeyboardEvent): boolean | undefined
        _handlePause?(event: KeyboardEvent): boolean | undefined
        _handlePlayPause?(event: KeyboardEvent): boolean | undefined
        _handleStop?(event: KeyboardEvent): boolean | undefined
        _handleRewind?(event: KeyboardEvent): boolean | undefined
        _handleFastForward?(event: KeyboardEvent): boolean | undefined
      }
    }
  }
}
