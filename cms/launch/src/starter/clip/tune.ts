import { seededRandom } from '../artwork/seeded-random.ts'

/** One bowed note: when it starts, how long it is held, how high it is. */
export type Note = { readonly atSeconds: number; readonly seconds: number; readonly frequencyHz: number; readonly loudness: number }

/** What is played under a clip, as a value that can be printed and compared. */
export type Tune = { readonly seconds: number; readonly droneHz: number; readonly notes: readonly Note[] }

/** Character of a tune: `calm` for the fiddle at night, `riding` for gallops and dances, `playful` for the animation. */
export type Mood = 'calm' | 'riding' | 'playful'

/** Steps of the pentatonic scales in semitones; the steppe sings in five tones. */
const SCALES: Readonly<Record<Mood, readonly number[]>> = { calm: [0, 3, 5, 7, 10], riding: [0, 2, 4, 7, 9], playful: [0, 2, 4, 7, 9] }
const BEAT_SECONDS: Readonly<Record<Mood, number>> = { calm: 0.86, riding: 0.42, playful: 0.48 }
/** Lengths in beats of one bar of four. */
const BARS: Readonly<Record<Mood, readonly (readonly number[])[]>> = {
  calm: [[3, 1], [2, 2], [1, 1, 2], [4]],
  riding: [
    [1, 0.5, 0.5, 1, 0.5, 0.5],
    [1.5, 0.5, 1, 1],
    [0.5, 0.5, 1, 0.5, 0.5, 1],
    [2, 2],
  ],
  playful: [
    [1, 1, 0.5, 0.5, 1],
    [0.5, 0.5, 1, 2],
    [1, 0.5, 0.5, 2],
    [1.5, 0.5, 2],
  ],
}

/** Composes a tune: phrases of four bars that wander in the scale and come home to its first tone. */
export function composeTune(seed: number, seconds: number, mood: Mood): Tune {
  const random = seededRandom(seed * 977 + 13)
  const root = (mood === 'playful' ? 220 : 146.83) * 2 ** (Math.floor(random() * 5) / 12)
  const scale = SCALES[mood]
  const beat = BEAT_SECONDS[mood]
  const notes: Note[] = []
  let [atSeconds, degree, bar] = [0.6, 5, 0]
  while (atSeconds < seconds - 2.4) {
    const isLastBar = bar % 4 === 3
    const lengths = BARS[mood][isLastBar ? 3 : Math.floor(random() * 3)] ?? [4]
    for (const [index, beats] of lengths.entries()) {
      const isHome = isLastBar && index === lengths.length - 1
      degree = isHome ? (random() < 0.5 ? 5 : 0) : Math.max(-1, Math.min(10, degree + Math.round((random() - 0.47) * 4)))
      notes.push({
        atSeconds: round(atSeconds),
        seconds: round(beats * beat),
        frequencyHz: round(root * 2 ** (semitones(scale, degree) / 12)),
        loudness: round(0.75 + random() * 0.25),
      })
      atSeconds += beats * beat
    }
    bar += 1
  }
  return { seconds, droneHz: round(root / 2), notes }
}

function semitones(scale: readonly number[], degree: number): number {
  const octave = Math.floor(degree / scale.length)
  return (scale[degree - octave * scale.length] ?? 0) + octave * 12
}

const round = (value: number): number => Math.round(value * 1000) / 1000
