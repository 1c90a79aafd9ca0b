import { useQuery } from '@tanstack/react-query'
import type { Session } from '@ulan/contract'
import { Button, Modal, Result, Spin } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblemError } from './data/problem-error.ts'
import { sessionQuery } from './data/staff-queries.ts'
import { useTrackUploads, useUploads } from './newsroom.ts'
import { JoinPage } from './pages/join-page.tsx'
import { Page } from './pages/page.tsx'
import { Shell } from './pages/shell.tsx'
import { SignInForm } from './pages/sign-in-form.tsx'
import { SignInPage } from './pages/sign-in-page.tsx'
import { useProblemText } from './pages/use-problem-text.ts'
import { useRoute } from './routes.ts'
import { isActive } from './upload/upload-state.ts'

/** Sign-in or the newsroom; an expired session asks again over the page, so that nothing typed is lost. */
export const NewsroomApp = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const route = useRoute()
  const session = useQuery(sessionQuery)
  const [last, setLast] = useState<Session>()
  const current = session.data ?? undefined
  if (current !== undefined && current !== last) setLast(current)
  useLeaveWarning()
  useDropGuard()
  // Whoever was given a link comes in by it, also where somebody else is signed in.
  if (route.page === 'join') return <JoinPage key={route.token} token={route.token} />
  if (session.isError) {
    return (
      <Result
        status="warning"
        title={ofProblem(asProblemError(session.error).problem)}
        extra={<Button onClick={() => void session.refetch()}>{t('action.retry', { ns: 'common' })}</Button>}
      />
    )
  }
  if (session.isPending) return <Spin size="large" style={{ display: 'block', marginBlockStart: '30vh' }} />
  const shown = current ?? last
  if (shown === undefined) return <SignInPage />
  return (
    <Shell session={shown} route={route}>
      <Page route={route} />
      <Modal open={current === undefined} title={t('signIn.expired')} footer={null} closable={false} keyboard={false} destroyOnHidden>
        <SignInForm />
      </Modal>
    </Shell>
  )
}

/** Closing the window in the middle of an upload deserves a question. */
function useLeaveWarning(): void {
  const isSendingFilm = useUploads().some(isActive)
  const isSendingTrack = useTrackUploads().some(({ phase }) => phase === 'uploading' || phase === 'finishing')
  const isSending = isSendingFilm || isSendingTrack
  useEffect(() => {
    if (!isSending) return undefined
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isSending])
}

/** A film dropped beside a drop zone would replace the page: the browser opens files by itself. */
function useDropGuard(): void {
  useEffect(() => {
    const stop = new AbortController()
    const hold = (event: DragEvent): void => event.preventDefault()
    window.addEventListener('dragover', hold, { signal: stop.signal })
    window.addEventListener('drop', hold, { signal: stop.signal })
    return () => stop.abort()
  }, [])
}
