import { seededRandom } from '../artwork/seeded-random.ts'
import type { Note, Tune } from './tune.ts'

const SAMPLE_RATE = 48_000
/** Loudness of a bowed string's partials, with the nasal hump of a skin-covered body at the third and fourth. */
const PARTIALS = [1, 0.62, 0.74, 0.5, 0.24, 0.2, 0.11, 0.07, 0.05] as const

/** Plays a tune on a synthetic fiddle with a drone and a little hall. Mono samples, −1 to 1. */
export function playTune(tune: Tune): Float32Array {
  const samples = new Float32Array(Math.ceil(tune.seconds * SAMPLE_RATE))
  for (const [index, note] of tune.notes.entries()) bow(samples, note, index)
  drone(samples, tune)
  hall(samples)
  return finish(samples, tune.seconds)
}

/** One stroke: a soft attack, vibrato that grows, a glide from just below, a breath of bow noise. */
function bow(samples: Float32Array, note: Note, seed: number): void {
  const random = seededRandom(seed + 5)
  const start = Math.floor(note.atSeconds * SAMPLE_RATE)
  const held = note.seconds + 0.22
  const count = Math.min(samples.length - start, Math.floor(held * SAMPLE_RATE))
  const highest = PARTIALS.length
  let [phase, noise] = [0, 0]
  for (let index = 0; index < count; index += 1) {
    const t = index / SAMPLE_RATE
    const vibrato = 1 + 0.006 * Math.min(1, t / 0.5) * Math.sin(2 * Math.PI * 5.3 * t)
    const glide = 1 - 0.018 * Math.exp(-t / 0.045)
    phase += (2 * Math.PI * note.frequencyHz * vibrato * glide) / SAMPLE_RATE
    // Partials by the recurrence sin(kp) = 2 cos(p) sin((k−1)p) − sin((k−2)p): one sine and one cosine a sample.
    const twice = 2 * Math.cos(phase)
    let [before, now, sum] = [0, Math.sin(phase), 0]
    for (let partial = 0; partial < highest; partial += 1) {
      sum += now * (PARTIALS[partial] ?? 0)
      const next = twice * now - before
      before = now
      now = next
    }
    noise = noise * 0.86 + (random() - 0.5) * 0.14
    const envelope = Math.min(1, t / 0.09) * Math.min(1, (held - t) / 0.26)
    samples[start + index] = (samples[start + index] ?? 0) + (sum * 0.16 + noise * 0.5) * envelope * note.loudness
  }
}

/** Root and fifth, breathing slowly, an octave below the song. */
function drone(samples: Float32Array, tune: Tune): void {
  for (const [ratio, level] of [
    [1, 0.075],
    [1.5, 0.04],
    [2, 0.03],
  ] as const) {
    const step = (2 * Math.PI * tune.droneHz * ratio) / SAMPLE_RATE
    for (let index = 0; index < samples.length; index += 1) {
      const swell = 0.8 + 0.2 * Math.sin((2 * Math.PI * 0.13 * index) / SAMPLE_RATE + ratio)
      const angle = step * index
      samples[index] = (samples[index] ?? 0) + (Math.sin(angle) + 0.35 * Math.sin(2 * angle) + 0.16 * Math.sin(3 * angle)) * level * swell
    }
  }
}

/** Four combs of different length: the sound of an open valley. */
function hall(samples: Float32Array): void {
  const dry = samples.slice()
  for (const [milliseconds, feedback] of [
    [67, 0.5],
    [89, 0.46],
    [113, 0.42],
    [151, 0.38],
  ] as const) {
    const delay = Math.floor((milliseconds / 1000) * SAMPLE_RATE)
    const line = new Float32Array(delay)
    let damped = 0
    for (let index = 0; index < dry.length; index += 1) {
      const slot = index % delay
      const echo = line[slot] ?? 0
      damped = damped * 0.35 + echo * 0.65
      line[slot] = (dry[index] ?? 0) + damped * feedback
      samples[index] = (samples[index] ?? 0) + echo * 0.14
    }
  }
}

/** Even loudness, fades at both ends. */
function finish(samples: Float32Array, seconds: number): Float32Array {
  let peak = 0.001
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample))
  for (let index = 0; index < samples.length; index += 1) {
    const t = index / SAMPLE_RATE
    const fade = Math.min(1, t / 0.8, Math.max(0, (seconds - t) / 1.8))
    samples[index] = ((samples[index] ?? 0) / peak) * 0.72 * fade
  }
  return samples
}

/** 16-bit mono RIFF/WAVE. */
export function encodeWav(samples: Float32Array): Buffer {
  const wav = Buffer.alloc(44 + samples.length * 2)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + samples.length * 2, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(SAMPLE_RATE, 24)
  wav.writeUInt32LE(SAMPLE_RATE * 2, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(samples.length * 2, 40)
  for (const [index, sample] of samples.entries()) wav.writeInt16LE(Math.round(sample * 32767), 44 + index * 2)
  return wav
}
