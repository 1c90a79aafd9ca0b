import type { Playback, ProgrammeId } from '@ulan/contract'
import { createPlayer, type Player, type PlayerState, placeToResume } from '@ulan/player'
import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import { useServices } from '../services.ts'

const TABLET_PROFILE = { maxHeightPx: 1080, maxBufferSeconds: 30, backBufferSeconds: 20, drawsCues: true } as const
const REMEMBER_EVERY_SECONDS = 5
const IDLE: PlayerState = { phase: 'idle', positionSeconds: 0, durationSeconds: 0, bufferedEndSeconds: 0, sounds: [] }

/** A player on `video` for as long as the screen stands; remembers the position as it goes. */
export function usePlayer(
  video: RefObject<HTMLVideoElement | null>,
  playback: Playback | undefined,
  isFromStart: boolean,
  soundLanguage: string,
): { readonly state: PlayerState; readonly player: Player | undefined } {
  const { resume, storage, sendBeacon } = useServices()
  const [state, setState] = useState(IDLE)
  const [player, setPlayer] = useState<Player>()
  const programmeId = playback?.programmeId
  const playlistUrl = useBegun(programmeId, playback?.playlistUrl)
  // Only for the start: another language of the screen is no wish for another sound.
  const wishedSound = useEffectEvent(() => soundLanguage)
  // Chapters that staff change meanwhile must not begin the film anew; and the film that goes may no longer be the one on screen.
  const placeOf = useEffectEvent((id: ProgrammeId, seconds: number) => {
    const chapters = playback?.programmeId === id ? playback.chapters : undefined
    return placeToResume(chapters ?? [], seconds)
  })
  useEffect(() => {
    const element = video.current
    if (element === null || playlistUrl === undefined || programmeId === undefined) return undefined
    const life = new AbortController()
    let made: Player | undefined
    let rememberedSeconds = 0
    const remember = (now: PlayerState): void => {
      rememberedSeconds = now.positionSeconds
      resume.write(programmeId, placeOf(programmeId, now.positionSeconds), now.durationSeconds)
    }
    void createPlayer(element, { profile: TABLET_PROFILE, memory: storage }).then((ready) => {
      if (life.signal.aborted) {
        ready.destroy()
        return
      }
      made = ready
      ready.subscribe((now) => {
        setState(now)
        const isDue = Math.abs(now.positionSeconds - rememberedSeconds) >= REMEMBER_EVERY_SECONDS || now.phase === 'ended'
        if (now.durationSeconds > 0 && isDue) remember(now)
      })
      setPlayer(ready)
      ready.load({ playlistUrl, startSeconds: isFromStart ? 0 : resume.read(programmeId), soundLanguage: wishedSound() })
    })
    return () => {
      life.abort()
      const last = made?.state()
      if (last !== undefined && last.durationSeconds > 0 && last.phase !== 'loading') remember(last)
      const report = made?.report()
      if (report !== undefined) sendBeacon({ device: 'tablet', programmeId, ...report })
      made?.destroy()
      setPlayer(undefined)
    }
  }, [video, playlistUrl, programmeId, isFromStart, resume, storage, sendBeacon])
  return { state, player }
}

/** The playlist that a programme was begun with: one that is made meanwhile is for the next who opens it. */
function useBegun(id: ProgrammeId | undefined, url: string | undefined): string | undefined {
  const [begun, setBegun] = useState({ id, url })
  if (begun.id === id) return begun.url
  setBegun({ id, url })
  return url
}
