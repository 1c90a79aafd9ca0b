import type { StaffProgramme } from '@ulan/contract'
import { Alert, Button, Card } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DropZone } from '../components/drop-zone.tsx'
import { useNewsroom, useUploads } from '../newsroom.ts'
import { AssetProgress } from './asset-progress.tsx'
import { RefusedFiles } from './refused-files.tsx'
import { UploadLine } from './upload-line.tsx'
import { useDropWords } from './use-drop-words.ts'
import { useFileIntake } from './use-file-intake.ts'
import { useReach } from './use-reach.ts'

type Props = {
  readonly programme: StaffProgramme
  /** What is marked by the film's time, right beneath the film. */
  readonly children: ReactNode
}

/** The video of a programme: sending it, making it, seeing it, changing it. */
export const AssetSection = ({ programme, children }: Props): ReactNode => {
  const { t } = useTranslation()
  const { pending } = useNewsroom()
  const upload = useUploads().find((entry) => entry.programmeId === programme.id)
  const intake = useFileIntake()
  const dropWords = useDropWords(false)
  const [isChanging, setChanging] = useState(false)
  const cut = upload === undefined ? pending.forProgramme(programme.id) : undefined
  const hasVideo = programme.assetId !== undefined
  const { mayEdit } = useReach(programme)
  const take = (files: readonly File[]): void => {
    setChanging(false)
    void intake.takeFor(programme.id, files)
  }
  return (
    <Card
      title={t('section.video')}
      extra={
        mayEdit && hasVideo && upload === undefined ? (
          <Button size="small" onClick={() => setChanging(!isChanging)}>
            {t(isChanging ? 'asset.keep' : 'asset.change')}
          </Button>
        ) : null
      }
    >
      <RefusedFiles files={intake.refused} onClose={intake.forget} />
      {cut === undefined ? null : (
        <Alert
          type="warning"
          showIcon
          style={{ marginBlockEnd: 12 }}
          title={t('upload.cut', { fileName: cut.fileName, percent: Math.floor((100 * cut.sentBytes) / cut.sizeBytes) })}
        />
      )}
      {upload === undefined ? null : <UploadLine upload={upload} />}
      {mayEdit && upload === undefined && (!hasVideo || isChanging) ? (
        <DropZone words={dropWords} isTall isMultiple={false} onFiles={take} />
      ) : null}
      {mayEdit || hasVideo ? null : <span className="muted">{t('asset.none')}</span>}
      {programme.assetId === undefined ? null : (
        <AssetProgress key={programme.assetId} programme={programme} assetId={programme.assetId} beneathFilm={children} />
      )}
    </Card>
  )
}
