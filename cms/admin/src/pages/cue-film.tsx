import { type Asset, isLocale, type Locale, type StaffProgramme } from '@ulan/contract'
import type { CueOverlay } from '@ulan/player'
import { type ReactNode, useDeferredValue, useEffect, useRef, useState } from 'react'
import { movedBy } from '../cue/cue-edit.ts'
import { type CueSheet, writeSheet } from '../cue/cue-sheet.ts'
import { assetView } from '../data/asset-view.ts'
import { useFilmClock } from './film-clock.ts'
import { PreviewPlayer } from './preview-player.tsx'

type Props = {
  readonly programme: StaffProgramme
  readonly asset: Asset
  readonly sheet: CueSheet
  readonly language: string
  readonly offsetMs: number
  readonly onRenew: () => Promise<void>
}

/** The film, with the subtitles over it as they are in the fields, drawn as viewers' devices draw them. */
export const CueFilm = ({ programme, asset, sheet, language, offsetMs, onRenew }: Props): ReactNode => {
  const { source, sounds } = assetView(asset, programme.status === 'published')
  if (source === undefined) return null
  const posterUrl = (asset.posters ?? programme.posters)?.medium
  return (
    <PreviewPlayer source={source} posterUrl={posterUrl} sounds={sounds} onRenew={onRenew} isAtHand>
      <CueLayer sheet={sheet} locale={isLocale(language) ? language : 'zh-Hans'} offsetMs={offsetMs} />
    </PreviewPlayer>
  )
}

/** The browser's own controls lie there. */
const FOOT_PX = 64

type LayerProps = { readonly sheet: CueSheet; readonly locale: Locale; readonly offsetMs: number }

const CueLayer = ({ sheet, locale, offsetMs }: LayerProps): ReactNode => {
  const host = useRef<HTMLDivElement>(null)
  const overlay = useOverlay(host)
  // Whoever types is not kept waiting for the picture.
  const shown = useDeferredValue(sheet)
  const version = useRef(0)
  useEffect(() => {
    version.current += 1
    overlay?.show([{ locale, url: `edited-${version.current}`, text: writeSheet(movedBy(shown, offsetMs)) }])
  }, [overlay, shown, locale, offsetMs])
  return <div ref={host} className="cue-layer" />
}

function useOverlay(host: { readonly current: HTMLElement | null }): CueOverlay | undefined {
  const { clock, hasFilm } = useFilmClock()
  const [overlay, setOverlay] = useState<CueOverlay>()
  useEffect(() => {
    const [film, place] = [hasFilm ? clock.film() : undefined, host.current]
    if (film === undefined || place === null) return undefined
    let made: CueOverlay | undefined
    let isGone = false
    const make = async (): Promise<void> => {
      const { createCueOverlay } = await import('@ulan/player')
      if (isGone) return
      made = createCueOverlay(film, place)
      made.leave({ headPx: 0, footPx: FOOT_PX })
      setOverlay(made)
    }
    void make()
    return () => {
      isGone = true
      made?.destroy()
      setOverlay(undefined)
    }
  }, [clock, hasFilm, host])
  return overlay
}
