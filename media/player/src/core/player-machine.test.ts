import { describe, expect, it } from 'vitest'
import type { MediaSample } from './media-sample.ts'
import { IDLE_MODEL, type PlayerCommand, type PlayerEvent, type PlayerModel, stepPlayer } from './player-machine.ts'

const running: MediaSample = {
  isPaused: false,
  isEnded: false,
  isSeeking: false,
  readyState: 4,
  positionSeconds: 3,
  durationSeconds: 60,
  bufferedEndSeconds: 20,
}
const sampled = (change: Partial<MediaSample> = {}): PlayerEvent => ({ kind: 'sampled', sample: { ...running, ...change } })
const load: PlayerEvent = { kind: 'load', source: { playlistUrl: '/media/a/1/master.m3u8', startSeconds: 0 } }
const decodeFault: PlayerEvent = { kind: 'fault', fault: { code: 'element-decode' } }
const networkFault: PlayerEvent = { kind: 'fault', fault: { code: 'segment-unreachable' } }

/** Plays events one after another; answers the last model and the commands of the last step. */
function after(...events: readonly PlayerEvent[]): { model: PlayerModel; commands: readonly PlayerCommand[] } {
  return events.reduce<{ model: PlayerModel; commands: readonly PlayerCommand[] }>((step, event) => stepPlayer(step.model, event), {
    model: IDLE_MODEL,
    commands: [],
  })
}
const phaseAfter = (...events: readonly PlayerEvent[]): string => after(...events).model.state.phase

describe('opening', () => {
  it('attaches and shows loading at the start position', () => {
    const { model, commands } = after({ kind: 'load', source: { playlistUrl: 'x', startSeconds: 42 } })
    expect(model.state).toMatchObject({ phase: 'loading', positionSeconds: 42 })
    expect(commands).toEqual([{ kind: 'attach', source: { playlistUrl: 'x', startSeconds: 42 } }])
  })
  it('takes a negative start as the beginning', () => {
    expect(after({ kind: 'load', source: { playlistUrl: 'x', startSeconds: -1 } }).model.state.positionSeconds).toBe(0)
  })
  it('plays once the element can show something, and only once', () => {
    const waiting = sampled({ readyState: 1, isPaused: true, positionSeconds: 0, bufferedEndSeconds: 0 })
    expect(after(load, sampled({ readyState: 0 })).commands).toEqual([])
    expect(after(load, waiting).commands).toEqual([])
    expect(after(load, waiting, sampled({ isPaused: true })).commands).toEqual([{ kind: 'play' }])
    expect(after(load, waiting, sampled({ isPaused: true }), sampled()).commands).toEqual([])
  })
  describe('where the first picture lies a few frames after 0', () => {
    const gap = sampled({ readyState: 1, isPaused: true, positionSeconds: 0, bufferedEndSeconds: 4 })
    it('gives the element a second to cross the gap by itself', () => {
      expect(after(load, gap).commands).toEqual([{ kind: 'start-later', delayMilliseconds: 1000 }])
      expect(after(load, gap, gap).commands).toEqual([])
      expect(after(load, gap, sampled({ isPaused: true })).commands).toEqual([{ kind: 'play' }])
      expect(after(load, gap, sampled(), { kind: 'start-due' }).commands).toEqual([])
    })
    it('plays it then all the same, so that it is carried over', () => {
      expect(after(load, gap, { kind: 'start-due' }).commands).toEqual([{ kind: 'play' }])
      expect(after(load, gap, { kind: 'start-due' }, { kind: 'play-refused' }, { kind: 'play' }).commands).toEqual([{ kind: 'play' }])
      expect(after(load, gap, { kind: 'pause' }, { kind: 'start-due' }).commands).toEqual([])
      expect(after(load, { kind: 'start-due' }).commands).toEqual([])
    })
    it('waits anew when the source is opened anew', () => {
      expect(after(load, gap, { kind: 'start-due' }, { kind: 'seek', seconds: 0 }, gap).commands).toMatchObject([{ kind: 'start-later' }])
    })
  })
  describe('at the end of a film, where nothing is left to show', () => {
    const known = (durationSeconds = 60): PlayerEvent =>
      sampled({ readyState: 1, isPaused: true, positionSeconds: 0, durationSeconds, bufferedEndSeconds: 0 })
    const from = (startSeconds: number): PlayerEvent => ({ kind: 'load', source: { playlistUrl: 'x', startSeconds } })
    const attachAt = (startSeconds: number): PlayerCommand[] => [{ kind: 'attach', source: { playlistUrl: 'x', startSeconds } }]
    it('opens its last second', () => {
      for (const seconds of [59.2, 60, 61]) {
        const { model, commands } = after(from(seconds), known())
        expect(commands).toEqual(attachAt(59))
        expect(model.state).toMatchObject({ phase: 'loading', positionSeconds: 59, durationSeconds: 60 })
      }
      expect(after(from(60), { kind: 'pause' }, known()).model.state.phase).toBe('paused')
      for (const seconds of [0, 30, 59]) expect(after(from(seconds), known()).commands).toEqual([])
    })
    it('begins again where the place is one of a longer film', () => {
      expect(after(from(75), known()).commands).toEqual(attachAt(0))
    })
    it('does so once, however short the film is', () => {
      expect(after(from(0), known(0.5)).commands).toEqual([])
      expect(after(from(1), known(0.5)).commands).toEqual(attachAt(0))
      expect(after(from(1), known(0.5), known(0.5)).commands).toEqual([])
      expect(after(from(60), known(), known()).commands).toEqual([])
    })
    it('opens its last second after a fault or a seek there, too', () => {
      expect(after(from(0), known(), { kind: 'seek', seconds: 60 }).commands).toEqual(attachAt(59))
      const failing = [from(0), sampled({ positionSeconds: 59.9 }), decodeFault, decodeFault]
      const commands = failing.flatMap((_event, index) => after(...failing.slice(0, index + 1)).commands)
      expect(commands.filter(({ kind }) => kind === 'attach')).toEqual([...attachAt(0), ...attachAt(59)])
    })
  })
  it('keeps the asked position until the first picture', () => {
    const open: PlayerEvent = { kind: 'load', source: { playlistUrl: 'x', startSeconds: 42 } }
    const early = after(open, sampled({ readyState: 1, isPaused: true, positionSeconds: 0 }))
    expect(early.model.state).toMatchObject({ phase: 'loading', positionSeconds: 42, durationSeconds: 60 })
    expect(after(open, sampled({ positionSeconds: 42.1 })).model.state.positionSeconds).toBe(42.1)
  })
  it('keeps the last known duration while the element does not know one', () => {
    const { state } = after(
      load,
      sampled({ readyState: 1, durationSeconds: Number.NaN }),
      sampled(),
      sampled({ durationSeconds: Infinity }),
    ).model
    expect(state.durationSeconds).toBe(60)
  })
  it('ignores everything but load while idle', () => {
    for (const kind of ['play', 'pause', 'toggle', 'retry', 'online', 'reload-due', 'play-refused', 'start-due'] as const) {
      expect(after({ kind })).toEqual({ model: IDLE_MODEL, commands: [] })
    }
    expect(after(sampled(), decodeFault, { kind: 'seek', seconds: 4 }).model).toBe(IDLE_MODEL)
  })
})

describe('phases', () => {
  it('reads them from the element', () => {
    expect(phaseAfter(load, sampled())).toBe('playing')
    expect(phaseAfter(load, sampled(), sampled({ readyState: 2 }))).toBe('buffering')
    expect(phaseAfter(load, sampled(), sampled({ isSeeking: true }))).toBe('buffering')
    expect(phaseAfter(load, sampled(), sampled({ isEnded: true, isPaused: true }))).toBe('ended')
    expect(phaseAfter(load, sampled({ isPaused: true }))).toBe('loading')
  })
  it('pauses and goes on at the viewer’s wish', () => {
    expect(after(load, sampled(), { kind: 'pause' })).toMatchObject({
      model: { state: { phase: 'paused' } },
      commands: [{ kind: 'pause' }],
    })
    expect(phaseAfter(load, sampled(), { kind: 'pause' }, sampled({ isPaused: true }))).toBe('paused')
    expect(after(load, sampled(), { kind: 'pause' }, { kind: 'play' }).commands).toEqual([{ kind: 'play' }])
  })
  it('pauses before the source is known, and stays so', () => {
    const quiet = after(load, { kind: 'pause' }, sampled({ readyState: 1, isPaused: true, bufferedEndSeconds: 3 }))
    expect(quiet).toMatchObject({ model: { state: { phase: 'paused' } }, commands: [] })
    expect(phaseAfter(load, { kind: 'pause' }, { kind: 'play' })).toBe('loading')
  })
  it('toggles', () => {
    expect(after(load, sampled(), { kind: 'toggle' }).commands).toEqual([{ kind: 'pause' }])
    expect(after(load, sampled(), { kind: 'pause' }, { kind: 'toggle' }).commands).toEqual([{ kind: 'play' }])
    expect(after(load, sampled(), sampled({ isEnded: true }), { kind: 'toggle' }).commands).toEqual([{ kind: 'play' }])
  })
  it('stays ended when paused at the end', () => {
    expect(phaseAfter(load, sampled(), sampled({ isEnded: true }), { kind: 'pause' })).toBe('ended')
  })
  it('notices that something else paused the element, but not the pause before its end', () => {
    const outside = { kind: 'paused', sample: { ...running, isPaused: true } } as const
    expect(phaseAfter(load, sampled(), outside)).toBe('paused')
    expect(phaseAfter(load, sampled(), { kind: 'paused', sample: { ...running, isPaused: true, isEnded: true } })).toBe('ended')
    expect(after(load, { kind: 'paused', sample: { ...running, readyState: 0, isPaused: true } }).model.wantsToPlay).toBe(true)
  })
  it('takes a pause that is over by the time it is told of for none', () => {
    const late = { kind: 'paused', sample: running } as const
    expect(after(load, sampled(), { kind: 'pause' }, { kind: 'play' }, late).model.wantsToPlay).toBe(true)
  })
  it('shows refused autoplay as paused, not as a failure', () => {
    expect(phaseAfter(load, sampled({ isPaused: true }), { kind: 'play-refused' })).toBe('paused')
    expect(phaseAfter(load, sampled(), sampled({ isEnded: true }), { kind: 'play-refused' })).toBe('ended')
  })
  it('remembers the variant on screen', () => {
    expect(after(load, { kind: 'variant', heightPx: 360 }).model.state.variantHeightPx).toBe(360)
  })
})

describe('seeking', () => {
  it('stays within the programme', () => {
    expect(after(load, sampled(), { kind: 'seek', seconds: 99 }).commands).toEqual([{ kind: 'seek', seconds: 60 }])
    expect(after(load, sampled(), { kind: 'seek', seconds: -5 })).toMatchObject({ model: { state: { positionSeconds: 0 } } })
  })
  it('opens anew when nothing has been shown yet', () => {
    expect(after(load, { kind: 'seek', seconds: 30 }).commands).toMatchObject([{ kind: 'attach', source: { startSeconds: 30 } }])
  })
  it('plays on after seeking back from the end', () => {
    const ended = [load, sampled(), sampled({ isEnded: true, isPaused: true, positionSeconds: 60 })]
    expect(after(...ended, { kind: 'seek', seconds: 10 }).commands).toEqual([{ kind: 'seek', seconds: 10 }, { kind: 'play' }])
    expect(after(...ended, { kind: 'seek', seconds: 60 }).commands).toEqual([{ kind: 'seek', seconds: 60 }])
  })
  it('ignores what is no time', () => {
    expect(after(load, sampled(), { kind: 'seek', seconds: Number.NaN }).commands).toEqual([])
  })
})

describe('sounds', () => {
  const sounds = [
    { language: 'zh', name: '中文' },
    { language: 'mn', name: '蒙古语' },
  ]
  const known: PlayerEvent = { kind: 'sounds', sounds, language: 'zh' }

  it('are told with the one that is heard', () => {
    expect(after(load, known).model.state).toMatchObject({ sounds, soundLanguage: 'zh' })
  })
  it('change at once, and stay as wished when the source is opened again', () => {
    const { model, commands } = after(load, known, sampled(), { kind: 'choose-sound', language: 'mn' })
    expect(commands).toEqual([{ kind: 'sound', language: 'mn' }])
    expect(model.state.soundLanguage).toBe('mn')
    const again = stepPlayer(model, { kind: 'reload-due' })
    expect(again.commands).toMatchObject([{ kind: 'attach', source: { soundLanguage: 'mn' } }])
  })
  it('that a title has not are ignored', () => {
    expect(after(load, known, { kind: 'choose-sound', language: 'en' }).commands).toEqual([])
    expect(after(load, { kind: 'choose-sound', language: 'zh' }).commands).toEqual([])
  })
})

describe('faults', () => {
  it('recovers media once, reopens at the same place next, then fails with a way to retry', () => {
    const playing = [load, sampled()]
    expect(after(...playing, decodeFault).commands).toEqual([{ kind: 'recover-media' }])
    expect(after(...playing, decodeFault, decodeFault).commands).toMatchObject([{ kind: 'attach', source: { startSeconds: 3 } }])
    const failed = after(...playing, decodeFault, decodeFault, decodeFault)
    expect(failed.model.state).toMatchObject({ phase: 'failed', positionSeconds: 3, failure: { kind: 'media', canRetry: true } })
    expect(failed.commands).toEqual([{ kind: 'detach' }])
  })
  it('forgets recoveries after ten good seconds', () => {
    const recovered = [load, sampled(), decodeFault]
    expect(after(...recovered, sampled({ positionSeconds: 12 })).model.recoveries.media).toBe(1)
    expect(after(...recovered, sampled({ positionSeconds: 13.5 })).model.recoveries.media).toBe(0)
  })
  it('waits twice for the network, then fails, and comes back by itself', () => {
    expect(after(load, networkFault).commands).toEqual([{ kind: 'reload-later', delayMilliseconds: 1000 }])
    expect(after(load, networkFault, { kind: 'reload-due' }).commands).toMatchObject([{ kind: 'attach' }])
    const failed = [load, networkFault, networkFault, networkFault]
    expect(after(...failed).model.state.failure).toEqual({ kind: 'network', canRetry: true })
    expect(after(...failed, { kind: 'online' })).toMatchObject({ model: { state: { phase: 'loading' } }, commands: [{ kind: 'attach' }] })
    expect(after(...failed, { kind: 'online' }).model.state.failure).toBeUndefined()
    expect(after(load, sampled(), { kind: 'online' }).commands).toEqual([])
  })
  it('asks the network again while its failure stands, and fails at once when that is no better', () => {
    const failed = [load, sampled(), networkFault, networkFault, networkFault]
    expect(after(...failed).commands).toEqual([{ kind: 'detach' }, { kind: 'reload-later', delayMilliseconds: 15_000 }])
    const again = after(...failed, { kind: 'reload-due' })
    expect(again).toMatchObject({ model: { state: { phase: 'loading' } }, commands: [{ kind: 'attach', source: { startSeconds: 3 } }] })
    expect(phaseAfter(...failed, { kind: 'reload-due' }, networkFault)).toBe('failed')
    const broken = [load, decodeFault, decodeFault, decodeFault]
    expect(after(...broken, { kind: 'reload-due' }).commands).toEqual([])
  })
  it('retries at the viewer’s wish where it makes sense', () => {
    const failed = [load, sampled(), { kind: 'pause' }, networkFault, networkFault, networkFault] as const
    expect(after(...failed, { kind: 'retry' })).toMatchObject({
      model: { state: { phase: 'loading' }, wantsToPlay: true, recoveries: { network: 0 } },
      commands: [{ kind: 'attach', source: { startSeconds: 3 } }],
    })
    const gone: PlayerEvent = { kind: 'fault', fault: { code: 'playlist-unreachable', httpStatus: 404 } }
    expect(after(load, gone, { kind: 'retry' })).toMatchObject({ model: { state: { phase: 'failed' } }, commands: [] })
    expect(after(load, sampled(), { kind: 'retry' }).commands).toEqual([])
  })
  it('reopens paused what was paused', () => {
    expect(phaseAfter(load, sampled(), { kind: 'pause' }, networkFault, { kind: 'reload-due' })).toBe('paused')
  })
  it('does nothing more once failed', () => {
    const failed = [load, networkFault, networkFault, networkFault]
    for (const kind of ['play', 'pause', 'toggle'] as const) expect(after(...failed, { kind }).commands).toEqual([])
    expect(after(...failed, { kind: 'seek', seconds: 3 }).commands).toEqual([])
    expect(after(...failed, sampled()).model.state.phase).toBe('failed')
    expect(after(...failed, decodeFault).commands).toEqual([])
    expect(phaseAfter(...failed, { kind: 'play-refused' })).toBe('failed')
  })
  it('does not care for faults after the end', () => {
    expect(phaseAfter(load, sampled(), sampled({ isEnded: true }), networkFault)).toBe('ended')
  })
})
