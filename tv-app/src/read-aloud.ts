import type { Locale } from '@ulan/contract'
import { type Announcer, newlySpoken, type Spoken, type SpokenStep } from '@ulan/player'

/** Reads aloud where the focus is and what is told, once the viewer has asked for it. */
export type ReadAloud = {
  /** Gives it a voice, which is not there from the start: what is first on the screen does not wait for it. */
  equip(announcer: Announcer): void
  /** Calls back when what this box can say has changed. */
  onChange(changed: () => void): void
  isOn(): boolean
  /** True where this box can say something in one of these languages. */
  isOffered(locales: readonly Locale[]): boolean
  toggle(): void
  /** The focus has moved; `steps` is asked only when it rests, and only while reading aloud is on. */
  follow(steps: () => readonly SpokenStep[]): void
  /** Something is told that has no focus: before what the focus says. */
  tell(texts: Spoken): void
}

type ReadAloudPorts = {
  readonly memory: { read(): boolean; write(isOn: boolean): void }
  readonly later: (milliseconds: number, then: () => void) => () => void
}

/** A held arrow passes over many cards; the one it stops at is read. */
const REST_MS = 250

/** Reading aloud as this box was left. */
export function createReadAloud({ memory, later }: ReadAloudPorts): ReadAloud {
  let announcer: Announcer | undefined
  let changed = (): void => undefined
  let isOn = memory.read()
  let said: readonly SpokenStep[] = []
  let told: Spoken = []
  let steps: () => readonly SpokenStep[] = () => said
  let cancel: (() => void) | undefined
  const speak = (): void => {
    cancel = undefined
    const now = steps()
    const texts = [...told, ...newlySpoken(said, now)]
    said = now
    told = []
    if (texts.length > 0) announcer?.say(texts)
  }
  const speakSoon = (): void => {
    if (!isOn || announcer === undefined) return
    cancel?.()
    cancel = later(REST_MS, speak)
  }
  return {
    equip(given) {
      announcer = given
      given.onChange(() => changed())
      changed()
      speakSoon()
    },
    onChange: (listener) => {
      changed = listener
    },
    isOn: () => isOn,
    isOffered: (locales) => announcer?.canSpeak(locales) === true,
    toggle() {
      isOn = !isOn
      memory.write(isOn)
      said = []
      told = []
      if (isOn) return speakSoon()
      cancel?.()
      announcer?.stop()
    },
    follow(now) {
      steps = now
      speakSoon()
    },
    tell(texts) {
      told = isOn ? [...told, ...texts] : []
      speakSoon()
    },
  }
}
