import type { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import type { SpokenStep } from '@ulan/player'

/** A component that has something to say when the focus comes into it; those that only place others are none. */
export interface Speaker {
  /** What it says of itself, without what has the focus within it. */
  spoken(): readonly (LocalText | undefined)[]
}

/** What is to be said along the way from the app to what has the focus. */
export function spokenSteps(path: readonly Lightning.Component[]): readonly SpokenStep[] {
  return path.filter(isSpeaker).map((speaker) => ({
    key: String(speaker.ref ?? speaker.id),
    texts: speaker.spoken().filter((text) => text !== undefined),
  }))
}

const isSpeaker = (component: Lightning.Component): component is Lightning.Component & Speaker => 'spoken' in component
