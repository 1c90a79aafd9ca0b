import { describe, expect, it } from 'vitest'
import type { CueTrack, Track } from '../plan/addition-plan.ts'
import type { AudioPlan } from '../plan/audio-plan.ts'
import { trackState } from './track-state.ts'

const CUES: CueTrack = { kind: 'cues', id: 't-1', language: 'zh-Hans', offsetMs: 0 }
const SOUND: Track = {
  kind: 'audio',
  id: 't-2',
  language: 'mn',
  offsetMs: 1500,
  demuxer: 'mov',
  streamIndex: 0,
  channels: 2,
  firstSeconds: 0,
}
const plannedSound = (name: string, offsetMs: number, language = 'mn'): AudioPlan => ({
  ...{
    name,
    lowName: `${name}-low`,
    streamIndex: 0,
    channels: 2,
    bitrateBps: 1,
    lowBitrateBps: 1,
    language,
    isDefault: false,
    segmentCount: 1,
  },
  track: { id: 't-2', demuxer: 'mov', firstSeconds: 0, offsetMs },
})
const shownSound = { name: 'audio-2', language: 'mn', isDefault: false, trackId: 't-2' }
const cues = { name: 'cues', language: 'zh-Hans', trackId: 't-1', offsetMs: 0 }
const shownCues = { name: 'cues', language: 'zh-Hans', trackId: 't-1', version: 2 }

describe('trackState', () => {
  it('is being made when the version to come has it, and waits when that was begun before it came', () => {
    expect(trackState({ status: 'encoding', plan: { audios: [], cues: [cues] } }, CUES)).toBe('encoding')
    expect(trackState({ status: 'encoding', plan: { audios: [plannedSound('audio-2', 1500)] } }, SOUND)).toBe('encoding')
    expect(trackState({ status: 'encoding', plan: { audios: [] } }, CUES)).toBe('waiting')
  })
  it('stays published while something else is being made', () => {
    const published = { audios: [shownSound], cues: [shownCues] }
    const plan = { audios: [plannedSound('audio-2', 1500)], cues: [cues] }
    for (const track of [CUES, SOUND]) expect(trackState({ status: 'encoding', plan, published }, track)).toBe('published')
    for (const track of [CUES, SOUND]) expect(trackState({ status: 'ready', published }, track)).toBe('published')
  })
  it('is being made again for another language or another place in time', () => {
    const published = { audios: [shownSound], cues: [] }
    expect(trackState({ status: 'encoding', plan: { audios: [plannedSound('audio-3', 0)] }, published }, { ...SOUND, offsetMs: 0 })).toBe(
      'encoding',
    )
    const inEnglish = { ...SOUND, language: 'en' }
    expect(trackState({ status: 'encoding', plan: { audios: [plannedSound('audio-2', 1500, 'en')] }, published }, inEnglish)).toBe(
      'encoding',
    )
  })
  it('waits for another try when its making failed', () => {
    expect(trackState({ status: 'failed', plan: { audios: [], cues: [cues] } }, CUES)).toBe('waiting')
    const moved = { ...SOUND, offsetMs: 0 }
    expect(
      trackState(
        { status: 'failed', plan: { audios: [plannedSound('audio-3', 0)] }, published: { audios: [shownSound], cues: [] } },
        moved,
      ),
    ).toBe('waiting')
  })
})
