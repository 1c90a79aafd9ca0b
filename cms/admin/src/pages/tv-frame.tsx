import type { TvPreview } from '@ulan/contract'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

export type TvSize = 'fit' | 'distance'

/** As large as the app draws. */
const PANEL = { widthPx: 1920, heightPx: 1080 }
/**
 * A television of 55″ is 1,218 mm wide; from three metres it fills what 244 mm fill at a desk, 0.6 m from the eye. In the
 * pixels of CSS, of which 96 are 25.4 mm.
 */
const DISTANCE_WIDTH_PX = Math.round((244 / 25.4) * 96)
/** What stands above and below it in the window. */
const AROUND_PX = 290
const TV_URL = '/tv/'

type Props = { readonly preview: TvPreview; readonly size: TvSize; readonly hasOverscan: boolean }

/** The television’s own app in a frame, with a home screen that is handed to it. */
export const TvFrame = ({ preview, size, hasOverscan }: Props): ReactNode => {
  const [box, widthPx] = useWidth()
  const fitPx = ((window.innerHeight - AROUND_PX) * PANEL.widthPx) / PANEL.heightPx
  const shownPx = Math.min(widthPx, size === 'distance' ? DISTANCE_WIDTH_PX : Math.max(fitPx, DISTANCE_WIDTH_PX))
  const scale = shownPx / PANEL.widthPx
  return (
    <div ref={box} className="tv-room">
      <div className="tv-panel" style={{ inlineSize: shownPx, blockSize: PANEL.heightPx * scale }}>
        <TvApp key={JSON.stringify(preview)} preview={preview} scale={scale} />
        {/* What the edge of some panels cuts off: 5 % at each side. */}
        {hasOverscan ? <div className="tv-overscan" aria-hidden /> : null}
      </div>
    </div>
  )
}

/** Made anew for each home: the app reads it once, when it starts. */
const TvApp = ({ preview: { home, at, isForKids }, scale }: Pick<Props, 'preview'> & { readonly scale: number }): ReactNode => {
  const { t } = useTranslation()
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    const element: (HTMLIFrameElement & { tvPreview?: TvPreview }) | null = frame.current
    if (element === null) return
    element.tvPreview = { home, at, isForKids }
    element.src = TV_URL
  }, [home, at, isForKids])
  return (
    <iframe
      ref={frame}
      title={t('home.preview.frame')}
      style={{ inlineSize: PANEL.widthPx, blockSize: PANEL.heightPx, transform: `scale(${String(scale)})` }}
    />
  )
}

/** The width an element has, in pixels, as it changes. */
function useWidth(): readonly [React.RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null)
  const [widthPx, setWidth] = useState(0)
  useEffect(() => {
    if (element.current === null) return undefined
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return [element, widthPx]
}
