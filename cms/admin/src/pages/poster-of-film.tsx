import { type Asset, formatClock, type PictureCrop } from '@ulan/contract'
import { Button, Slider, Spin } from 'antd'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { assetView } from '../data/asset-view.ts'
import { type PictureSize, widestCrop } from '../data/crop-frame.ts'
import { frameAt, lastFrame, placeOfFrame, secondsOfFrame } from '../data/film-frame.ts'
import { type PosterChoice, PosterDialog } from './poster-dialog.tsx'
import { usePreviewPlayer } from './use-preview-player.ts'

type Props = PosterChoice & { readonly asset: Asset; readonly isPublic: boolean }

/** Until the probe has told it; what is told of a frame is then nearly right. */
const USUAL_RATE = { numerator: 25, denominator: 1 }
/** A telling picture is seldom the first one: the pipeline's own is taken there, too. */
const FIRST_LOOK = 0.25

/** A moment of the film as a poster: looked for in the preview, taken by the server from the film itself. */
export const PosterOfFilm = ({ asset, isPublic, ...choice }: Props): ReactNode => {
  const { t } = useTranslation()
  const rate = asset.source?.frameRate ?? USUAL_RATE
  const filmSeconds = asset.durationSeconds ?? asset.source?.durationSeconds ?? 0
  const last = lastFrame(filmSeconds, rate)
  const [frame, setFrame] = useState(() => Math.min(last, frameAt(filmSeconds * FIRST_LOOK, rate)))
  const { shown, place, hasFailed, retry } = useShown(assetView(asset, isPublic).source?.url, placeOfFrame(frame, rate))
  const [chosen, setChosen] = useState<PictureCrop>()
  const go = (to: number): void => setFrame(Math.min(last, Math.max(0, to)))
  const second = Math.round(rate.numerator / rate.denominator)
  const size = shown && sizeTaken(asset, shown.size)
  const framed =
    shown === undefined || size === undefined
      ? undefined
      : { size, crop: chosen ?? widestCrop(size), drawable: shown.video, moment: shown.moment }
  const clock = formatClock(secondsOfFrame(frame, rate))
  return (
    <PosterDialog
      {...choice}
      heading={t('poster.frameTitle')}
      framed={framed}
      problem={undefined}
      onCrop={setChosen}
      make={(crop) => api.createPicture({ source: { kind: 'frame', assetId: asset.id, atSeconds: secondsOfFrame(frame, rate) }, crop })}
      picture={
        <>
          <video ref={place} muted playsInline aria-label={t('poster.frameTitle')} />
          {shown === undefined && !hasFailed ? <Spin description={t('poster.loading')} /> : null}
          {hasFailed ? (
            <div className="preview-empty">
              <div>
                <p>{t('preview.failed')}</p>
                <Button onClick={retry}>{t('action.retry', { ns: 'common' })}</Button>
              </div>
            </div>
          ) : null}
        </>
      }
      controls={
        <div className="moment-line">
          <span className="grow">
            <Slider
              ariaLabelForHandle={t('poster.moment')}
              min={0}
              max={last}
              value={frame}
              tooltip={{ formatter: null }}
              ariaValueTextFormatterForHandle={(at) => formatClock(secondsOfFrame(at, rate))}
              onChange={go}
            />
          </span>
          <span role="status">{clock}</span>
          <Button onClick={() => go(frame - second)}>{t('poster.secondBack')}</Button>
          <Button onClick={() => go(frame - 1)}>{t('poster.frameBack')}</Button>
          <Button onClick={() => go(frame + 1)}>{t('poster.frameOn')}</Button>
          <Button onClick={() => go(frame + second)}>{t('poster.secondOn')}</Button>
        </div>
      }
    />
  )
}

/** What everybody gets of a film is no larger than this; another screen than the server's may have less of it at first. */
const MOST_SHORT_SIDE_PX = 1080

/** How large the picture is that the server takes of a film, whatever rung is shown here. */
function sizeTaken({ source }: Asset, shown: PictureSize): PictureSize {
  if (source === undefined) return shown
  const part = Math.min(1, MOST_SHORT_SIDE_PX / Math.min(source.widthPx, source.heightPx))
  return { widthPx: source.widthPx * part, heightPx: source.heightPx * part }
}

type Shown = { readonly video: HTMLVideoElement; readonly size: PictureSize; readonly moment: number }

/** The film standing still at a place; what it shows there, once it shows anything. `place`: takes the element, which a dialog draws late. */
function useShown(
  url: string | undefined,
  placeSeconds: number,
): {
  readonly shown: Shown | undefined
  readonly place: (element: HTMLVideoElement | null) => void
  readonly hasFailed: boolean
  readonly retry: () => void
} {
  const video = useRef<HTMLVideoElement>(null)
  const [isDrawn, setDrawn] = useState(false)
  const place = useCallback((element: HTMLVideoElement | null): void => {
    video.current = element
    setDrawn(element !== null)
  }, [])
  const { player, state } = usePreviewPlayer(video, isDrawn)
  const [address] = useState(url)
  const [start] = useState(placeSeconds)
  const [shown, setShown] = useState<Shown>()
  useEffect(() => {
    const element = video.current
    if (player === undefined || address === undefined || element === null) return undefined
    let moment = 0
    const look = (): void => {
      if (element.videoWidth === 0) return
      moment += 1
      setShown({ video: element, size: { widthPx: element.videoWidth, heightPx: element.videoHeight }, moment })
    }
    const events = ['loadeddata', 'seeked', 'resize'] as const
    for (const event of events) element.addEventListener(event, look)
    player.load({ playlistUrl: address, startSeconds: start })
    player.pause()
    return () => {
      for (const event of events) element.removeEventListener(event, look)
    }
  }, [player, address, start])
  const isShown = shown !== undefined
  useEffect(() => {
    if (isShown) player?.seek(placeSeconds)
  }, [player, isShown, placeSeconds])
  const retry = (): void => {
    if (address === undefined) return
    player?.load({ playlistUrl: address, startSeconds: placeSeconds })
    player?.pause()
  }
  return { shown, place, hasFailed: state?.phase === 'failed', retry }
}
