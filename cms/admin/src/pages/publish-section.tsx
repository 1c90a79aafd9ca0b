import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { StaffProgramme } from '@ulan/contract'
import { App, Button, Card, QRCode } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { clientLinks } from '../data/client-links.ts'
import { formatDateTime } from '../data/formatters.ts'
import { asProblemError } from '../data/problem-error.ts'
import { isInProgress, rememberProgramme, reviewsQuery, sessionQuery } from '../data/staff-queries.ts'
import { currentBlockers } from '../form/programme-edit.ts'
import { useUploads } from '../newsroom.ts'
import { isSendingTo } from '../upload/upload-state.ts'
import { StatusTag } from './status-tags.tsx'
import { useLanguages } from './use-languages.ts'
import type { ProgrammeEditing } from './use-programme-edit.ts'
import { useReach } from './use-reach.ts'

type Props = { readonly programme: StaffProgramme; readonly editing: ProgrammeEditing }

/** Where it stands with the public: what still hinders it, making it public, taking it off. */
export const PublishSection = ({ programme, editing }: Props): ReactNode => {
  const { t } = useTranslation()
  const blockers = currentBlockers(programme, editing.form, useLanguages().required)
  const isSending = isSendingTo(useUploads(), programme.id)
  const isPublic = programme.status === 'published'
  const { mayPublish } = useReach(programme)
  const isUnsigned = useIsUnsigned(programme, editing)
  return (
    <Card title={t('section.publish')} extra={<StatusTag status={programme.status} />}>
      {blockers.length > 0 && !isPublic ? (
        <>
          <p style={{ marginBlock: '0 4px' }}>{t('publish.blocked')}</p>
          <ul className="blockers">
            {blockers.map((blocker) => (
              <li key={blocker}>
                {blocker === 'asset-missing' && isSending ? t('publish.stillSending') : t(`fields.${blocker}`, { ns: 'problem' })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="muted small" style={{ marginBlock: '0 12px' }}>
        <StandingText programme={programme} />
      </p>
      {isUnsigned && !isPublic ? <p className="small review-line">{t('review.publishFirst')}</p> : null}
      {isPublic ? <PublicLinks programme={programme} /> : null}
      {mayPublish ? (
        <StatusButton programme={programme} editing={editing} isBlocked={blockers.length > 0 || isUnsigned} />
      ) : (
        <p className="muted small" style={{ marginBlock: 0 }}>
          {t('publish.byOthers')}
        </p>
      )}
    </Card>
  )
}

/** Whether 三审三校 is on and has not passed what stands here; what is typed and not saved was signed by nobody. */
function useIsUnsigned({ id }: StaffProgramme, { isDirty }: ProgrammeEditing): boolean {
  const isOn = useQuery(sessionQuery).data?.reviewPolicy === 'three'
  const latest = useQuery({ ...reviewsQuery(id), enabled: isOn }).data?.[0]
  return isOn && (latest?.state !== 'approved' || isDirty)
}

/** Takes off what is public, publishes what is not. */
const StatusButton = ({ programme, editing, isBlocked }: Props & { readonly isBlocked: boolean }): ReactNode => {
  const { t } = useTranslation()
  const { publish, takeDown } = useStatusChanges(programme, editing)
  if (programme.status === 'published') {
    return (
      <Button danger block loading={takeDown.isPending} onClick={takeDown.ask}>
        {t('publish.takeDown')}
      </Button>
    )
  }
  return (
    <Button type="primary" size="large" block disabled={isBlocked} loading={publish.isPending} onClick={() => publish.mutate()}>
      {t(programme.status === 'taken-down' ? 'publish.again' : 'publish.publish')}
    </Button>
  )
}

const StandingText = ({ programme }: { readonly programme: StaffProgramme }): ReactNode => {
  const { t } = useTranslation()
  if (programme.status === 'published') {
    const isFirst = isInProgress(programme.asset) && programme.asset?.version === undefined
    const soon = isFirst ? t('publish.preparing') : ''
    return `${t('publish.since', { at: formatDateTime(programme.publishedAt ?? programme.updatedAt) })}${soon}`
  }
  if (programme.status === 'taken-down')
    return t('publish.takenDownAt', { at: formatDateTime(programme.takenDownAt ?? programme.updatedAt) })
  return t('publish.draftHint')
}

const PublicLinks = ({ programme }: { readonly programme: StaffProgramme }): ReactNode => {
  const { t } = useTranslation()
  const links = clientLinks(window.location.origin, programme.id)
  return (
    <div className="links" style={{ marginBlockEnd: 16 }}>
      <div>
        <p style={{ marginBlock: '0 8px' }}>
          <a href={links.tv} target="_blank" rel="noreferrer">
            {t('publish.openTv')}
          </a>
        </p>
        <p style={{ marginBlock: '0 8px' }}>
          <a href={links.tablet} target="_blank" rel="noreferrer">
            {t('publish.openTablet')}
          </a>
        </p>
        <span className="muted small">{t('publish.scan')}</span>
      </div>
      <QRCode value={links.tablet} size={112} bordered={false} aria-label={t('publish.scan')} />
    </div>
  )
}

type StatusChanges = {
  readonly publish: { readonly isPending: boolean; readonly mutate: () => void }
  readonly takeDown: { readonly isPending: boolean; readonly ask: () => void }
}

function useStatusChanges(programme: StaffProgramme, editing: ProgrammeEditing): StatusChanges {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const done = (words: string) => (changed: StaffProgramme | undefined) => {
    if (changed === undefined) return
    rememberProgramme(client, changed)
    void message.success(words)
  }
  const onError = (caught: unknown): void => editing.report(asProblemError(caught))
  const publish = useMutation({
    mutationFn: async () => {
      const outcome = await editing.save()
      return outcome.kind === 'saved' ? api.publish(outcome.programme) : undefined
    },
    onSuccess: done(t('publish.done')),
    onError,
  })
  const takeDown = useMutation({ mutationFn: () => api.takeDown(programme), onSuccess: done(t('publish.takenDown')), onError })
  const ask = (): void => {
    modal.confirm({
      title: t('publish.takeDownAsk'),
      content: t('publish.takeDownHint'),
      okText: t('publish.takeDownConfirm'),
      okButtonProps: { danger: true },
      onOk: () => takeDown.mutate(),
    })
  }
  return { publish, takeDown: { isPending: takeDown.isPending, ask } }
}
