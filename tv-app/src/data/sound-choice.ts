import { isSoundLanguage, type Locale, SOUND_LANGUAGES, type SoundLanguage, soundLanguageOf } from '@ulan/contract'
import type { KeyValueStorage } from '@ulan/player'

/** In which language films are heard on this television, where they have it: that of the screen, or always the same. */
export type SoundChoice = SoundLanguage | 'screen'

/** Where the choice is kept on the box. */
export type SoundMemory = { read(): SoundChoice; write(choice: SoundChoice): void }

const KEY = 'sound'

export const SOUND_ORDER: readonly SoundChoice[] = ['screen', ...SOUND_LANGUAGES]

export const parseSoundChoice = (stored: string | undefined): SoundChoice =>
  stored !== undefined && isSoundLanguage(stored) ? stored : 'screen'

export const soundMemory = (box: KeyValueStorage): SoundMemory => ({
  read: () => parseSoundChoice(box.get(KEY)),
  write: (choice) => box.set(KEY, choice),
})

/** What to ask a film for while the screen is in `locale`. */
export const soundFor = (choice: SoundChoice, locale: Locale): SoundLanguage => (choice === 'screen' ? soundLanguageOf(locale) : choice)
