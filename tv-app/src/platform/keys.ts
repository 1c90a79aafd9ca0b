/** What a key asks for, as Lightning names it in its `_handle…`. */
export type KeyName =
  | ('Up' | 'Down' | 'Left' | 'Right' | 'Enter' | 'Back' | 'Menu' | 'Search')
  | ('Play' | 'Pause' | 'PlayPause' | 'Stop' | 'Rewind' | 'FastForward')
/** By `KeyboardEvent.keyCode`. */
export type RemoteKeys = Readonly<Record<number, KeyName>>

/** Keyboards, and what every box has in common with them; M and the menu key open the languages. */
const KEYBOARD: RemoteKeys = {
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
}
/** Virtual key codes of Windows, by which Chromium and WebKit name the media keys of Linux and Android. */
const VIRTUAL: RemoteKeys = {
  166: 'Back',
  170: 'Search',
  178: 'Stop',
  179: 'PlayPause',
  227: 'Rewind',
  228: 'FastForward',
  250: 'PlayPause',
}
/** CE-HTML (CEA-2014-A, annex F), as HbbTV and webOS have it; red opens the languages, as the menu key does. */
const CE_HTML: RemoteKeys = {
  403: 'Menu',
  412: 'Rewind',
  413: 'Stop',
  415: 'Play',
  417: 'FastForward',
  457: 'Menu',
  461: 'Back',
  463: 'Pause',
}
/** Of Samsung, beside CE-HTML. */
const SAMSUNG: RemoteKeys = { 10009: 'Back', 10225: 'Search', 10252: 'PlayPause' }
/** Programme guides of China's telecommunication companies: 24 is a second Back, 272 and 280 are menus, 275 is red. */
const OPERATOR_GUIDE: RemoteKeys = {
  24: 'Back',
  263: 'PlayPause',
  264: 'FastForward',
  265: 'Rewind',
  270: 'Stop',
  272: 'Menu',
  275: 'Menu',
  280: 'Menu',
  285: 'Search',
}
/** No key: by this code such guides tell that something happened to a film of their own player. */
export const MEDIA_EVENT = 768
/** Boxes of cable networks and of direct satellite (直播星): arrows from 1, the codes of keyboards beside them, 2305 is red. */
const CABLE: RemoteKeys = {
  1: 'Up',
  2: 'Down',
  3: 'Left',
  4: 'Right',
  197: 'Back',
  339: 'Back',
  340: 'Back',
  2305: 'Menu',
  4098: 'Menu',
  4160: 'Play',
  4161: 'Stop',
  4162: 'Pause',
}

/** The remotes of a family of boxes. The same code may mean another thing in another, so that none has them all. */
export const REMOTES = {
  desktop: { ...KEYBOARD, ...VIRTUAL, ...CE_HTML },
  samsung: { ...KEYBOARD, ...VIRTUAL, ...CE_HTML, ...SAMSUNG },
  operator: { ...KEYBOARD, ...VIRTUAL, ...CE_HTML, ...OPERATOR_GUIDE },
  cable: { ...KEYBOARD, ...VIRTUAL, ...CE_HTML, ...CABLE },
} as const satisfies Record<string, RemoteKeys>

const MOVING: readonly unknown[] = ['Left', 'Right', 'Up', 'Down', 'Rewind', 'FastForward']
const ON_FOCUS: readonly unknown[] = ['Left', 'Right', 'Up', 'Down', 'Enter']

/** Holding an arrow moves on; holding OK, Back or Play is one press, however often the remote repeats it. */
export const movesWhenHeld = (name: KeyName | undefined): boolean => MOVING.includes(name)

/** Keys that do something to what has the focus; Back, Menu and Search always mean the same. */
export const actsOnFocus = (name: KeyName | undefined): boolean => ON_FOCUS.includes(name)

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
