import type { Player, PlayerState } from '@ulan/player'
import { useEffect, useState } from 'react'

const PROFILE = { maxHeightPx: 1080, maxBufferSeconds: 20, backBufferSeconds: 10 } as const
/** Until the page is closed: a desk has room. */
const learned = new Map<string, string>()

/** The shared player on the element, loaded only when somebody wants to see something. */
export function usePreviewPlayer(
  video: { readonly current: HTMLVideoElement | null },
  isWanted: boolean,
  drawsCues = false,
): { readonly player: Player | undefined; readonly state: PlayerState | undefined } {
  const [player, setPlayer] = useState<Player>()
  const [state, setState] = useState<PlayerState>()
  useEffect(() => {
    const element = video.current
    if (!isWanted || element === null) return undefined
    let made: Player | undefined
    let isGone = false
    const make = async (): Promise<void> => {
      const { createPlayer } = await import('@ulan/player')
      const memory = { get: (key: string) => learned.get(key), set: (key: string, value: string) => void learned.set(key, value) }
      const created = await createPlayer(element, { profile: { ...PROFILE, drawsCues }, memory })
      if (isGone) return created.destroy()
      made = created
      created.subscribe(setState)
      setPlayer(created)
    }
    void make()
    return () => {
      isGone = true
      made?.destroy()
      setPlayer(undefined)
    }
  }, [video, isWanted, drawsCues])
  return { player, state }
}
