import type { AssetId } from '@ulan/contract'
import { Alert, Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSelect } from '../components/language-select.tsx'
import { OffsetField } from '../components/offset-field.tsx'
import { guessLanguage, TRACK_ENDINGS, type TrackKind, type TrackLanguage, trackKind } from '../data/track-file.ts'
import { offsetMsOf } from '../data/track-view.ts'
import { useNewsroom, useTrackUploads } from '../newsroom.ts'
import { TrackUploadLine } from './track-upload-line.tsx'
import { useProblemText } from './use-problem-text.ts'
import { useTrackWords } from './use-track-words.ts'

type Chosen = { readonly file: File; readonly kind: TrackKind }

/** Three steps: a file, its language, 开始; then it can be watched on its way. */
export const TrackAdding = ({ assetId }: { readonly assetId: AssetId }): ReactNode => {
  const { t } = useTranslation()
  const { trackUploads } = useNewsroom()
  const { ofProblem } = useProblemText()
  const uploads = useTrackUploads().filter((upload) => upload.assetId === assetId)
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<Chosen>()
  const [complaint, setComplaint] = useState('')
  const take = (file: File | undefined): void => {
    if (file === undefined) return
    const kind = trackKind(file.name)
    setComplaint(kind === undefined ? t('tracks.unknownFile', { fileName: file.name }) : '')
    setChosen(kind === undefined ? undefined : { file, kind })
  }
  const begin = ({ file, kind }: Chosen, language: TrackLanguage, offsetMs: number): void => {
    const begun = trackUploads.add(file, assetId, { kind, language, offsetMs })
    setComplaint(begun === 'added' ? '' : ofProblem(begun))
    setChosen(undefined)
  }
  const choose = (): void => input.current?.click()
  return (
    <>
      {uploads.map((upload) => (
        <TrackUploadLine key={upload.id} upload={upload} onAnother={choose} />
      ))}
      {complaint === '' ? null : <Alert type="error" showIcon title={complaint} />}
      {chosen === undefined ? (
        <Button onClick={choose}>{t('tracks.add')}</Button>
      ) : (
        <TrackQuestions
          key={`${chosen.file.name} ${chosen.file.lastModified}`}
          chosen={chosen}
          onStart={(language, offsetMs) => begin(chosen, language, offsetMs)}
          onCancel={() => setChosen(undefined)}
        />
      )}
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept={TRACK_ENDINGS}
        aria-label={t('tracks.input')}
        tabIndex={-1}
        onChange={(event) => {
          take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </>
  )
}

type QuestionProps = {
  readonly chosen: Chosen
  readonly onStart: (language: TrackLanguage, offsetMs: number) => void
  readonly onCancel: () => void
}

const TrackQuestions = ({ chosen: { file, kind }, onStart, onCancel }: QuestionProps): ReactNode => {
  const { t } = useTranslation()
  const words = useTrackWords()
  const [guess] = useState(() => guessLanguage(kind, file.name))
  const [language, setLanguage] = useState(guess)
  const [seconds, setSeconds] = useState(0)
  return (
    <div className="track-questions">
      <strong className="ellipsis" title={file.name}>
        {`${t(`tracks.kind.${kind}`)} · ${file.name}`}
      </strong>
      <div className="track-line">
        <span className="track-question">{t('tracks.language')}</span>
        <LanguageSelect<TrackLanguage>
          label={t('tracks.language')}
          value={language}
          choices={words.choices(kind)}
          placeholder={t('choose')}
          isBusy={false}
          onChange={setLanguage}
        />
        {guess !== undefined && language === guess ? <span className="muted small">{t('tracks.guessed')}</span> : null}
      </div>
      <div className="track-line">
        <span className="track-question">{t('tracks.offset')}</span>
        <OffsetField label={t('tracks.offset')} seconds={seconds} onChange={setSeconds} />
      </div>
      <div className="muted small">{t('tracks.offsetHint')}</div>
      <div className="track-line">
        <Button
          type="primary"
          disabled={language === undefined}
          onClick={() => language !== undefined && onStart(language, offsetMsOf(seconds) ?? 0)}
        >
          {t('tracks.start')}
        </Button>
        <Button onClick={onCancel}>{t('tracks.cancel')}</Button>
      </div>
    </div>
  )
}
