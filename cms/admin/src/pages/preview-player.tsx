import { Button } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSelect } from '../components/language-select.tsx'
import type { AssetView } from '../data/asset-view.ts'
import { useAsFilm } from './film-clock.ts'
import { usePreviewPlayer } from './use-preview-player.ts'
import { useTrackWords } from './use-track-words.ts'

type Props = {
  readonly source: NonNullable<AssetView['source']>
  readonly posterUrl: string | undefined
  /** Languages it can be heard in, BCP 47, the one that plays by itself first. */
  readonly sounds: readonly string[]
  /** Asks for a fresh address: signed ones expire in a window left open. */
  readonly onRenew: () => Promise<void>
  /** There at once, and still, without subtitles of its own: whoever works beside it goes to places in it and lays theirs over it. */
  readonly isAtHand?: boolean
  /** What lies over the picture. */
  readonly children?: ReactNode
}

/**
 * The programme as viewers will see it. While it is still being encoded it starts by itself, silent, so that whoever
 * uploaded it sees at once that all is well; a finished one waits for a click.
 */
export const PreviewPlayer = ({ source, posterUrl, sounds, onRenew, isAtHand = false, children }: Props): ReactNode => {
  const { t } = useTranslation()
  const video = useRef<HTMLVideoElement>(null)
  const [isWanted, setWanted] = useState(!source.isWhole || isAtHand)
  const [isSilent] = useState(!source.isWhole)
  const { player, state } = usePreviewPlayer(video, isWanted, isAtHand)
  useAsFilm(video, isWanted)
  // Addresses are signed anew with every answer: only a renewal and another version need a new load, as does
  // the step from partial to whole.
  const [soundLanguage, setSoundLanguage] = useState<string>()
  const [renewals, setRenewals] = useState(0)
  const [held, setHeld] = useState({ ...source, renewals })
  if (held.isWhole !== source.isWhole || held.version !== source.version || held.renewals !== renewals) setHeld({ ...source, renewals })
  // Of an encode that is not whole yet, waiting in vain for the next segment is no fault of anything.
  const hasCaughtUp = !held.isWhole && state?.failure?.kind === 'media'
  const retry = async (): Promise<void> => {
    await onRenew()
    setRenewals((count) => count + 1)
  }
  useEffect(() => {
    if (player === undefined) return
    const { phase, positionSeconds } = player.state()
    const isOver = phase === 'ended'
    const isFirst = phase === 'idle'
    const startSeconds = isOver ? 0 : positionSeconds
    player.load({ playlistUrl: held.url, startSeconds, ...(soundLanguage === undefined ? {} : { soundLanguage }) })
    if (phase === 'paused' || isOver || (isFirst && isAtHand)) player.pause()
  }, [player, held, soundLanguage, isAtHand])
  return (
    <>
      <div className="preview">
        <video
          ref={video}
          controls={isWanted}
          playsInline
          muted={isSilent}
          aria-label={t('preview.label')}
          {...(posterUrl === undefined ? {} : { poster: posterUrl })}
        />
        {children}
        {isWanted ? null : (
          <div className="preview-empty">
            <Button type="primary" size="large" onClick={() => setWanted(true)}>
              {t('preview.play')}
            </Button>
          </div>
        )}
        {state?.phase === 'failed' ? (
          <div className="preview-empty" style={{ background: '#0d1a2b' }}>
            <div>
              <p>{t(hasCaughtUp ? 'preview.caughtUp' : 'preview.failed')}</p>
              <Button onClick={() => void retry()}>{hasCaughtUp ? t('preview.again') : t('action.retry', { ns: 'common' })}</Button>
            </div>
          </div>
        ) : null}
      </div>
      {isWanted ? <SoundChoice sounds={sounds} chosen={soundLanguage} onChoose={setSoundLanguage} /> : null}
    </>
  )
}

type ChoiceProps = {
  readonly sounds: readonly string[]
  readonly chosen: string | undefined
  readonly onChoose: (language: string) => void
}

/** The browser's own controls cannot change the sound. */
const SoundChoice = ({ sounds, chosen, onChoose }: ChoiceProps): ReactNode => {
  const { t } = useTranslation()
  const words = useTrackWords()
  const [first] = sounds
  if (sounds.length < 2) return null
  return (
    <div className="track-line">
      <span>{t('preview.sound')}</span>
      <LanguageSelect
        label={t('preview.sound')}
        value={chosen !== undefined && sounds.includes(chosen) ? chosen : first}
        choices={sounds.map((value) => ({ value, label: words.language(value) }))}
        placeholder={t('choose')}
        isBusy={false}
        onChange={onChoose}
      />
    </div>
  )
}
