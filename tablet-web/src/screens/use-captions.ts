import { type Locale, type Playback, subtitleLocaleOf } from '@ulan/contract'
import { type CueOverlay, type CueSize, createCueOverlay } from '@ulan/player'
import { type RefObject, useEffect, useMemo, useState } from 'react'
import { readCueSize, readSubtitles, writeCueSize, writeSubtitles } from '../platform/viewer-choice.ts'
import { useServices } from '../services.ts'

type Places = {
  readonly video: RefObject<HTMLVideoElement | null>
  readonly host: RefObject<HTMLElement | null>
  /** The controls above the picture. */
  readonly head: RefObject<HTMLElement | null>
  /** The buttons of chapters over the time line; there only while they are shown. */
  readonly chapters: RefObject<HTMLElement | null>
}
/** What lies over the picture now. */
type Cover = { readonly areControlsShown: boolean; readonly areChaptersShown: boolean }
type Subtitles = Playback['subtitles']

export type Captions = {
  /** Subtitles that the title has. */
  readonly tracks: Subtitles
  readonly chosen: readonly Locale[]
  readonly size: CueSize
  toggle(locale: Locale): void
  resize(size: CueSize): void
}

function ownSubtitles(locale: Locale, tracks: Subtitles): readonly Locale[] {
  const own = subtitleLocaleOf(
    locale,
    tracks.map((track) => track.locale),
  )
  return own === undefined ? [] : [own]
}

/** Room for the controls at the foot of the picture, px. */
const FOOT_PX = 128
/** The lower edge of the buttons of chapters, and a gap over them, px. */
const CHAPTERS_PX = 124 + 12

/**
 * Subtitles over a picture. Until somebody chooses, those in the language of the screen, else Chinese ones, are shown:
 * whoever cannot follow the sound must not have to find a button first.
 */
export function useCaptions(places: Places, tracks: Subtitles, locale: Locale, cover: Cover): Captions {
  const { storage } = useServices()
  const { video, host, head, chapters } = places
  const { areControlsShown, areChaptersShown } = cover
  const [choice, setChoice] = useState(() => readSubtitles(storage))
  const [size, setSize] = useState(() => readCueSize(storage))
  const [overlay, setOverlay] = useState<CueOverlay>()
  const chosen = useMemo(() => choice ?? ownSubtitles(locale, tracks), [choice, locale, tracks])
  useEffect(() => {
    if (video.current === null || host.current === null) return undefined
    const made = createCueOverlay(video.current, host.current)
    setOverlay(made)
    return () => {
      made.destroy()
      setOverlay(undefined)
    }
  }, [video, host])
  useEffect(() => overlay?.show(tracks.filter((track) => chosen.includes(track.locale))), [overlay, tracks, chosen])
  useEffect(() => overlay?.resize(size), [overlay, size])
  useEffect(() => {
    const above = head.current
    const picture = host.current
    if (overlay === undefined || above === null || picture === null) return undefined
    // A title in columns is taller than one in a line, and comes after the picture; the panel takes room beside that.
    const below = areChaptersShown ? chapters.current : null
    const leave = (): void => {
      const controls = areControlsShown ? { headPx: above.offsetHeight, footPx: FOOT_PX } : { headPx: 0, footPx: 0 }
      overlay.leave(below === null ? controls : { ...controls, footPx: CHAPTERS_PX + below.offsetHeight })
    }
    const observer = new ResizeObserver(leave)
    observer.observe(above)
    observer.observe(picture)
    if (below !== null) observer.observe(below)
    leave()
    return () => observer.disconnect()
  }, [overlay, head, host, chapters, areControlsShown, areChaptersShown])
  return {
    tracks,
    chosen,
    size,
    toggle(toggled) {
      const next = chosen.includes(toggled) ? chosen.filter((one) => one !== toggled) : [...chosen, toggled]
      writeSubtitles(storage, next)
      setChoice(next)
    },
    resize(next) {
      writeCueSize(storage, next)
      setSize(next)
    },
  }
}
