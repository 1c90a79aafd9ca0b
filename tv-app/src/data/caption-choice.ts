import type { LocalText } from '@ulan/contract'
import { type CueSize, isCueSize, type KeyValueStorage } from '@ulan/player'
import type { Say } from '../text/strings.ts'
import { joinTexts } from './card-view.ts'

/** How subtitles are shown on this television: so large, or not at all. */
export type CaptionChoice = CueSize | 'off'

/** Where the choice is kept on the box. */
export type CaptionMemory = { read(): CaptionChoice; write(choice: CaptionChoice): void }

const KEY = 'captions'

/** In the order of presses: growing, then none. */
export const CAPTION_ORDER: readonly CaptionChoice[] = ['small', 'medium', 'large', 'huge', 'off']

export const parseCaptionChoice = (stored: string | undefined): CaptionChoice => (stored === 'off' || isCueSize(stored) ? stored : 'medium')

export const captionMemory = (box: KeyValueStorage): CaptionMemory => ({
  read: () => parseCaptionChoice(box.get(KEY)),
  write: (choice) => box.set(KEY, choice),
})

export const nextCaptionChoice = (choice: CaptionChoice): CaptionChoice =>
  CAPTION_ORDER[(CAPTION_ORDER.indexOf(choice) + 1) % CAPTION_ORDER.length] ?? 'medium'

/** What the controls say of it. */
export const captionText = (choice: CaptionChoice, say: Say): LocalText =>
  choice === 'off' ? say('player:subtitlesOff') : joinTexts([say('player:subtitles'), say(`player:subtitleSize.${choice}`)])
