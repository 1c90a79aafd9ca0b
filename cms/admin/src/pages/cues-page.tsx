import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Asset, AssetId, ProgrammeId, StaffProgramme } from '@ulan/contract'
import { Button, Result, Spin } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblemError } from '../data/problem-error.ts'
import { saveFile } from '../data/save-file.ts'
import { assetQuery, cuesQuery, programmeQuery } from '../data/staff-queries.ts'
import { useNewsroom } from '../newsroom.ts'
import { routeHash } from '../routes.ts'
import '../styles/cues.css'
import { CueDesk } from './cue-desk.tsx'
import { useProblemText } from './use-problem-text.ts'

/** A colleague's save is told of while somebody works. */
const POLL_MS = 10_000

type Props = { readonly id: ProgrammeId; readonly trackId: string }

/** Added subtitles of a programme's film, cue by cue. */
export const CuesPage = ({ id, trackId: lineId }: Props): ReactNode => {
  const programme = useQuery(programmeQuery(id))
  if (programme.isError) return <Unreadable id={id} error={programme.error} />
  if (programme.data === undefined) return <Waiting />
  const { assetId } = programme.data
  if (assetId === undefined) return <Gone id={id} lineId={lineId} />
  return <OfFilm programme={programme.data} assetId={assetId} lineId={lineId} />
}

type FilmProps = { readonly programme: StaffProgramme; readonly assetId: AssetId; readonly lineId: string }

const OfFilm = ({ programme, assetId, lineId }: FilmProps): ReactNode => {
  const asset = useQuery({ ...assetQuery(assetId), refetchInterval: POLL_MS })
  const track = asset.data === undefined ? undefined : trackOfLine(asset.data, lineId)
  const trackId = track?.id ?? ''
  const sheet = useQuery({ ...cuesQuery(assetId, trackId), enabled: track !== undefined, placeholderData: keepPreviousData })
  if (asset.data !== undefined && track === undefined) return <Gone id={programme.id} lineId={lineId} />
  const error = asset.data === undefined ? asset.error : sheet.error
  if (sheet.data === undefined && error !== null) return <Unreadable id={programme.id} error={error} />
  if (asset.data === undefined || track === undefined || sheet.data === undefined) return <Waiting />
  return (
    <CueDesk
      programme={programme}
      asset={asset.data}
      track={track}
      lineId={lineId}
      newest={sheet.data}
      onRenew={async () => void (await asset.refetch())}
    />
  )
}

const trackOfLine = ({ tracks }: Asset, lineId: string): Asset['tracks'][number] | undefined =>
  tracks.find(({ id, kind, editedFrom }) => kind === 'cues' && (editedFrom ?? id) === lineId)

const Waiting = (): ReactNode => <Spin size="large" style={{ display: 'block', marginBlock: 120, marginInline: 'auto' }} />

const BackButton = ({ id }: { readonly id: ProgrammeId }): ReactNode => {
  const { t } = useTranslation()
  return (
    <Button type="primary" href={routeHash({ page: 'programme', id })}>
      {t('cues.back')}
    </Button>
  )
}

const Unreadable = ({ id, error }: { readonly id: ProgrammeId; readonly error: Error }): ReactNode => {
  const { ofProblem } = useProblemText()
  return <Result status="warning" title={ofProblem(asProblemError(error).problem)} extra={<BackButton id={id} />} />
}

type GoneProps = { readonly id: ProgrammeId; readonly lineId: string }

/** Somebody took the subtitles out, or the film; what was typed here and not saved can be had. */
const Gone = ({ id, lineId }: GoneProps): ReactNode => {
  const { t } = useTranslation()
  const { cueDrafts } = useNewsroom()
  const draft = cueDrafts.readOfLine(lineId)
  return (
    <Result
      status="warning"
      title={t('cues.gone')}
      extra={[
        <BackButton key="back" id={id} />,
        draft === undefined ? null : (
          <Button key="mine" onClick={() => saveFile(`${t('cues.mineFile')}.vtt`, draft.text, 'text/vtt')}>
            {t('cues.takeMine')}
          </Button>
        ),
      ]}
    />
  )
}
