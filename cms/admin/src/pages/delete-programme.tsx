import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { StaffProgramme } from '@ulan/contract'
import { App, Button, Checkbox, Tooltip } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { formatBytes } from '../data/formatters.ts'
import { asProblemError } from '../data/problem-error.ts'
import { forgetProgramme, sessionQuery } from '../data/staff-queries.ts'
import { useNewsroom, useUploads } from '../newsroom.ts'
import { goTo, lastListRoute } from '../routes.ts'
import { isSendingTo } from '../upload/upload-state.ts'
import type { ProgrammeEditing } from './use-programme-edit.ts'
import { useReach } from './use-reach.ts'

type Props = { readonly programme: StaffProgramme; readonly editing: ProgrammeEditing }
type Ended = 'done' | 'doneWithVideo' | 'doneVideoUsed'

/** The way out for a draft, or for what was taken down; its video goes along if one may and wishes it. */
export const DeleteProgramme = ({ programme, editing }: Props): ReactNode => {
  const { t } = useTranslation()
  const permissions = useQuery(sessionQuery).data?.permissions ?? []
  const isSending = isSendingTo(useUploads(), programme.id)
  const { ask, isPending } = useDeletion(programme, editing, permissions.includes('publish'))
  const { mayEdit, mayPublish } = useReach(programme)
  const isAllowed = programme.status === 'draft' ? mayEdit : mayPublish
  if (programme.status === 'published' || !isAllowed) return null
  return (
    <Tooltip title={isSending ? t('remove.sending') : undefined}>
      <Button danger type="text" disabled={isSending} loading={isPending} onClick={ask}>
        {t(programme.status === 'draft' ? 'remove.draft' : 'remove.takenDown')}
      </Button>
    </Tooltip>
  )
}

function useDeletion(
  programme: StaffProgramme,
  editing: ProgrammeEditing,
  mayDeleteVideo: boolean,
): { ask: () => void; isPending: boolean } {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const { drafts } = useNewsroom()
  const client = useQueryClient()
  const withVideo = useRef(false)
  const deletion = useMutation({
    mutationFn: () => deleteBoth(programme, withVideo.current),
    onSuccess: (ended) => {
      goTo(lastListRoute())
      drafts.remove(programme.id)
      forgetProgramme(client, programme.id)
      void message.success(t(`remove.${ended}`))
    },
    onError: (caught) => editing.report(asProblemError(caught)),
  })
  const ask = (): void => {
    withVideo.current = false
    modal.confirm({
      title: t('remove.ask', { title: programme.title['zh-Hans'] || t('list.untitled') }),
      content: <DeletionTerms programme={programme} mayDeleteVideo={mayDeleteVideo} onVideo={(is) => (withVideo.current = is)} />,
      okText: t('remove.confirm'),
      okButtonProps: { danger: true },
      onOk: () => deletion.mutate(),
    })
  }
  return { ask, isPending: deletion.isPending }
}

/** The programme first: while it has the video, that is refused. */
async function deleteBoth(programme: StaffProgramme, withVideo: boolean): Promise<Ended> {
  await api.deleteProgramme(programme)
  if (!withVideo || programme.assetId === undefined) return 'done'
  try {
    await api.deleteAsset(programme.assetId)
    return 'doneWithVideo'
  } catch (caught) {
    if (asProblemError(caught).problem === 'asset-in-use') return 'doneVideoUsed'
    throw caught
  }
}

type TermsProps = { readonly programme: StaffProgramme; readonly mayDeleteVideo: boolean; readonly onVideo: (is: boolean) => void }

const DeletionTerms = ({ programme, mayDeleteVideo, onVideo }: TermsProps): ReactNode => {
  const { t } = useTranslation()
  const { asset } = programme
  return (
    <>
      <p>
        {t('remove.hint')}
        {programme.status === 'taken-down' ? t('remove.attemptsStay') : null}
        {programme.schedule === undefined ? null : t('remove.planGoes')}
      </p>
      {asset === undefined ? null : mayDeleteVideo ? (
        <Checkbox onChange={(event) => onVideo(event.target.checked)}>
          {t('remove.withVideo', { size: formatBytes(asset.sizeBytes) })}
        </Checkbox>
      ) : (
        <p className="muted">{t('remove.videoStays')}</p>
      )}
    </>
  )
}
