import type { StaffProgramme } from '@ulan/contract'
import { Button, Card, QRCode } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { serverClock } from '../data/api-client.ts'
import { clientLinks } from '../data/client-links.ts'
import { formatDateTime } from '../data/formatters.ts'
import { isInProgress } from '../data/staff-queries.ts'
import { currentBlockers } from '../form/programme-edit.ts'
import { LicenceLine } from './licence-line.tsx'
import { PublishBlockers } from './publish-blockers.tsx'
import { ScheduleDialog } from './schedule-dialog.tsx'
import { ScheduleLines } from './schedule-lines.tsx'
import { StatusTag } from './status-tags.tsx'
import { TakeDownDialog } from './take-down-dialog.tsx'
import { useLanguages } from './use-languages.ts'
import type { ProgrammeEditing } from './use-programme-edit.ts'
import { useReach } from './use-reach.ts'
import { useStanding } from './use-standing.ts'
import { useStatusChanges } from './use-status-changes.ts'

type Props = { readonly programme: StaffProgramme; readonly editing: ProgrammeEditing }

/** Where it stands with the public: what still hinders it, making it public, taking it off. */
export const PublishSection = ({ programme, editing }: Props): ReactNode => {
  const { t } = useTranslation()
  const nowMs = serverClock.at(Date.now()).getTime()
  const blockers = currentBlockers(programme, editing.form, useLanguages().required, nowMs)
  const isPublic = programme.status === 'published'
  const { mayPublish } = useReach(programme)
  const { isAhead, isUnsigned } = useStanding(programme, editing)
  const isWaiting = !isPublic || isAhead
  return (
    <Card
      title={t('section.publish')}
      extra={<StatusTag status={programme.status} isChanged={isPublic && isAhead} licence={programme.licence} />}
    >
      {isWaiting && blockers.length > 0 ? <PublishBlockers blockers={blockers} programme={programme} /> : null}
      <p className="muted small" style={{ marginBlock: '0 12px' }}>
        <StandingText programme={programme} />
      </p>
      <LicenceLine programme={programme} nowMs={nowMs} />
      {isPublic && isAhead ? <p className="small review-line">{t('publish.ahead', { number: programme.versionNumber })}</p> : null}
      {isWaiting && isUnsigned ? <p className="small review-line">{t('review.publishFirst')}</p> : null}
      <ScheduleLines programme={programme} editing={editing} />
      {isPublic ? <PublicLinks programme={programme} /> : null}
      {mayPublish ? (
        <StatusButtons programme={programme} editing={editing} isWaiting={isWaiting} isBlocked={blockers.length > 0 || isUnsigned} />
      ) : (
        <p className="muted small" style={{ marginBlock: 0 }}>
          {t('publish.byOthers')}
        </p>
      )}
    </Card>
  )
}

type ButtonsProps = Props & { readonly isWaiting: boolean; readonly isBlocked: boolean }

/** Publishes what is not public, or what was changed since; takes off what is public. */
const StatusButtons = ({ programme, editing, isWaiting, isBlocked }: ButtonsProps): ReactNode => {
  const { t } = useTranslation()
  const { publish, takeDown } = useStatusChanges(programme, editing)
  const [asking, setAsking] = useState<'schedule' | 'take-down'>()
  const close = (): void => setAsking(undefined)
  const words = { draft: 'publish.publish', published: 'publish.changes', 'taken-down': 'publish.again' } as const
  return (
    <div className="publish-buttons">
      {isWaiting ? (
        <Button type="primary" size="large" block disabled={isBlocked} loading={publish.isPending} onClick={() => publish.mutate()}>
          {t(words[programme.status])}
        </Button>
      ) : null}
      <Button
        block
        disabled={isBlocked && programme.status !== 'published' && programme.schedule === undefined}
        onClick={() => setAsking('schedule')}
      >
        {t('schedule.open')}
      </Button>
      {programme.status === 'published' ? (
        <Button danger block loading={takeDown.isPending} onClick={() => setAsking('take-down')}>
          {t('publish.takeDown')}
        </Button>
      ) : null}
      {asking === 'schedule' ? (
        <ScheduleDialog programme={programme} editing={editing} maySendOut={isWaiting && !isBlocked} onClose={close} />
      ) : null}
      {asking === 'take-down' ? (
        <TakeDownDialog
          isPending={takeDown.isPending}
          onTakeDown={(reason) => takeDown.mutate(reason, { onSettled: close })}
          onClose={close}
        />
      ) : null}
    </div>
  )
}

const StandingText = ({ programme }: { readonly programme: StaffProgramme }): ReactNode => {
  const { t } = useTranslation()
  if (programme.status === 'published') {
    const isFirst = isInProgress(programme.asset) && programme.asset?.version === undefined
    const soon = isFirst ? t('publish.preparing') : ''
    return `${t('publish.since', { at: formatDateTime(programme.publishedAt ?? programme.updatedAt), number: programme.versionNumber })}${soon}`
  }
  if (programme.status === 'taken-down') {
    const at = formatDateTime(programme.takenDownAt ?? programme.updatedAt)
    const reason = programme.takenDownReason
    return reason === undefined ? t('publish.takenDownAt', { at }) : t('publish.takenDownFor', { at, reason })
  }
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
