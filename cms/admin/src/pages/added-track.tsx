import type { AssetId, ProgrammeId, TrackEdit } from '@ulan/contract'
import { App, Button, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSelect } from '../components/language-select.tsx'
import { OffsetField } from '../components/offset-field.tsx'
import type { TrackLanguage } from '../data/track-file.ts'
import { type AddedTrack as Added, offsetMsOf } from '../data/track-view.ts'
import { routeHash } from '../routes.ts'
import { useAssetChange } from './use-asset-change.ts'
import { useTrackWords } from './use-track-words.ts'

const TONES = { published: 'success', encoding: 'processing', waiting: 'default' } as const

type Props = { readonly programmeId: ProgrammeId; readonly assetId: AssetId; readonly track: Added }

/** A sound or subtitles that were added: what they are, how they stand, corrected on the spot, taken out again. */
export const AddedTrack = ({ programmeId, assetId, track }: Props): ReactNode => {
  const { t } = useTranslation()
  const words = useTrackWords()
  const edit = useAssetChange(assetId, (api, wish: TrackEdit) => api.editTrack(assetId, track.id, wish))
  const choices = words.choices(track.kind)
  const language = choices.find(({ value }) => value === track.language)?.value
  const move = (seconds: number): void => {
    const offsetMs = offsetMsOf(seconds)
    if (offsetMs !== undefined) edit.mutate({ offsetMs })
  }
  return (
    <li className="track">
      <div className="track-line">
        <Tag>{t(`tracks.kind.${track.kind}`)}</Tag>
        <strong className="ellipsis grow" title={track.fileName}>
          {track.fileName}
        </strong>
        <Tag color={TONES[track.state]}>{t(`tracks.state.${track.state}`)}</Tag>
      </div>
      <div className="track-line">
        <LanguageSelect<TrackLanguage>
          label={t('tracks.languageOf', { name: track.fileName })}
          value={language}
          choices={choices}
          placeholder={words.language(track.language)}
          isBusy={edit.isPending}
          onChange={(chosen) => edit.mutate({ language: chosen })}
        />
        <span className="muted small">{t('tracks.offset')}</span>
        <OffsetField label={t('tracks.offsetOf', { name: track.fileName })} seconds={track.offsetSeconds} onChange={move} />
        {track.kind === 'cues' ? <EditButton programmeId={programmeId} track={track} /> : null}
        <RemoveButton assetId={assetId} track={track} />
      </div>
    </li>
  )
}

const EditButton = ({ programmeId, track }: Omit<Props, 'assetId'>): ReactNode => {
  const { t } = useTranslation()
  return (
    <Button
      size="small"
      type="link"
      aria-label={t('tracks.editCuesOf', { name: track.fileName })}
      href={routeHash({ page: 'cues', id: programmeId, trackId: track.lineId })}
    >
      {t('tracks.editCues')}
    </Button>
  )
}

const RemoveButton = ({ assetId, track }: { readonly assetId: AssetId; readonly track: Added }): ReactNode => {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const remove = useAssetChange(assetId, (api) => api.removeTrack(assetId, track.id))
  const ask = (): void => {
    modal.confirm({
      title: t('tracks.removeAsk', { name: track.fileName }),
      content: t('tracks.removeHint'),
      okText: t('tracks.removeConfirm'),
      cancelText: t('tracks.cancel'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutate(),
    })
  }
  return (
    <Button
      size="small"
      type="link"
      danger
      loading={remove.isPending}
      aria-label={t('tracks.removeOf', { name: track.fileName })}
      onClick={ask}
    >
      {t('tracks.remove')}
    </Button>
  )
}
