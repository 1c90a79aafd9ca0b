import type { StaffSession, StaffSessionId } from '@ulan/contract'
import { Button, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { agentName } from '../data/agent-name.ts'
import { useAgo } from './use-time-words.ts'

type Props = {
  readonly sessions: readonly StaffSession[]
  /** Without it they are only looked at. */
  readonly onEnd?: (id: StaffSessionId) => void
  readonly endingId?: StaffSessionId | undefined
}

/** Browsers in which an account is signed in. */
export const SessionList = ({ sessions, onEnd, endingId }: Props): ReactNode => {
  const { t } = useTranslation()
  const ago = useAgo()
  if (sessions.length === 0) return <p className="muted">{t('sessions.none')}</p>
  return (
    <ul className="session-list">
      {sessions.map(({ id, agent, address, seenAt, isThis }) => {
        const device = agentName(agent) ?? t('sessions.unknown')
        return (
          <li key={id}>
            <div className="grow">
              <strong>{device}</strong> {isThis ? <Tag color="success">{t('sessions.this')}</Tag> : null}
              <div className="muted small">
                {t('sessions.seen', { ago: ago(seenAt) })}
                {address === undefined ? '' : ` · ${address}`}
              </div>
            </div>
            {onEnd === undefined || isThis ? null : (
              <Button loading={endingId === id} aria-label={t('sessions.endOf', { device })} onClick={() => onEnd(id)}>
                {t('sessions.end')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
