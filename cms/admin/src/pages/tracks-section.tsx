import { useQuery } from '@tanstack/react-query'
import type { AssetId, ProgrammeId, SoundLanguage } from '@ulan/contract'
import { Card } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSelect } from '../components/language-select.tsx'
import { assetQuery } from '../data/staff-queries.ts'
import { type OwnSound, type TracksView, tracksView } from '../data/track-view.ts'
import { AddedTrack } from './added-track.tsx'
import { TrackAdding } from './track-adding.tsx'
import { useAssetChange } from './use-asset-change.ts'
import { useTrackWords } from './use-track-words.ts'

type Place = { readonly programmeId: ProgrammeId; readonly assetId: AssetId }

/** In which languages a video can be heard and read, and how it gets more of them. */
export const TracksSection = ({ programmeId, assetId }: Place): ReactNode => {
  const { t } = useTranslation()
  const { data: asset } = useQuery(assetQuery(assetId))
  const view = asset === undefined ? undefined : tracksView(asset)
  return (
    <Card title={t('section.tracks')}>
      <div className="tracks">
        {view === undefined ? (
          <p className="muted">{t('tracks.notYet')}</p>
        ) : (
          <Tracks programmeId={programmeId} assetId={assetId} view={view} />
        )}
      </div>
    </Card>
  )
}

const Tracks = ({ programmeId, assetId, view }: Place & { readonly view: TracksView }): ReactNode => {
  const { t } = useTranslation()
  const words = useTrackWords()
  return (
    <>
      <p>{t('tracks.now', { sounds: words.list(view.sounds), subtitles: words.list(view.subtitles) })}</p>
      <ul className="track-list" aria-label={t('tracks.list')}>
        {view.ownSounds.map((sound) => (
          <OwnSoundRow key={sound.name} assetId={assetId} sound={sound} isInProgress={view.isInProgress} />
        ))}
        {view.tracks.map((track) => (
          <AddedTrack key={track.id} programmeId={programmeId} assetId={assetId} track={track} />
        ))}
      </ul>
      <TrackAdding assetId={assetId} />
    </>
  )
}

type OwnProps = { readonly assetId: AssetId; readonly sound: OwnSound; readonly isInProgress: boolean }

const OwnSoundRow = ({ assetId, sound, isInProgress }: OwnProps): ReactNode => {
  const { t } = useTranslation()
  const words = useTrackWords()
  const [wanted, setWanted] = useState<SoundLanguage>()
  const change = useAssetChange(assetId, (api, language: SoundLanguage) => api.setSoundLanguage(assetId, sound.name, language))
  const name = sound.number === 0 ? t('tracks.own') : t('tracks.ownNumber', { number: sound.number })
  // The version in which it is called so is still being made.
  const isOnItsWay = wanted !== undefined && (change.isPending || isInProgress)
  const choose = (language: SoundLanguage): void => {
    setWanted(language)
    change.mutate(language)
  }
  return (
    <li className="track">
      <div className="track-line">
        <strong className="grow">{name}</strong>
        <LanguageSelect
          label={t('tracks.languageOf', { name })}
          value={isOnItsWay ? wanted : sound.language}
          choices={words.spoken}
          placeholder={words.language(sound.tag)}
          isBusy={change.isPending}
          onChange={choose}
        />
      </div>
      {/* Said once, however many sounds there are. */}
      {sound.number <= 1 ? <div className="muted small">{t('tracks.ownHint')}</div> : null}
    </li>
  )
}
