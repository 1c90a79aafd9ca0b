import { useMutation, useQuery } from '@tanstack/react-query'
import type { Permission, Session } from '@ulan/contract'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandMark } from '../components/brand-mark.tsx'
import { StandingWords } from '../components/standing-words.tsx'
import { api } from '../data/api-client.ts'
import { ownWaitingQuery } from '../data/staff-queries.ts'
import { type Route, routeHash } from '../routes.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { UploadDock } from './upload-dock.tsx'

/** Whoever writes translations, passes them, or looks after the whole. */
const TRANSLATING: readonly Permission[] = ['translate', 'proofread', 'oversee']

/** Whoever prepares what goes out, sends it out, or looks after the whole. */
const PLANNING: readonly Permission[] = ['edit', 'publish', 'oversee']

type Props = { readonly session: Session; readonly route: Route; readonly children: ReactNode }

/** Header, standing notice, page, and the uploads that go on whichever page is open. */
export const Shell = ({ session, route, children }: Props): ReactNode => {
  const { t } = useTranslation()
  const signOut = useMutation({
    mutationFn: api.signOut,
    // A fresh page forgets everything that this person has seen.
    onSuccess: () => window.location.reload(),
  })
  const section = route.page === 'programme' || route.page === 'cues' || route.page === 'trash' ? 'programmes' : route.page
  const sections = [
    ...(['programmes', 'series'] as const),
    ...(session.reviewPolicy === 'three' ? (['reviews'] as const) : []),
    ...(PLANNING.some((permission) => session.permissions.includes(permission)) ? (['schedule', 'home'] as const) : []),
    ...(session.permissions.includes('upload') ? (['recordings'] as const) : []),
    ...(TRANSLATING.some((permission) => session.permissions.includes(permission)) ? (['translations'] as const) : []),
    ...(session.permissions.includes('oversee') ? (['quality', 'storage', 'people', 'audit'] as const) : []),
    ...(session.permissions.includes('administer') ? (['settings'] as const) : []),
  ]
  return (
    <div className="shell">
      <header className="shell-header">
        <a className="brand" href={routeHash({ page: 'programmes' })}>
          <BrandMark sizePx={36} />
          <StandingWords>{t('brand')}</StandingWords>
        </a>
        <nav className="shell-nav" aria-label={t('nav.label')}>
          {sections.map((page) => (
            <a key={page} href={routeHash({ page })} aria-current={page === section ? 'page' : undefined}>
              <StandingWords>{t(`nav.${page}`)}</StandingWords>
              {page === 'reviews' ? <WaitingBadge /> : null}
            </a>
          ))}
        </nav>
        <LanguageSwitch />
        <a className="shell-account" href={routeHash({ page: 'account' })} aria-current={section === 'account' ? 'page' : undefined}>
          {session.name}
        </a>
        <Button onClick={() => signOut.mutate()} loading={signOut.isPending}>
          <StandingWords>{t('signOut')}</StandingWords>
        </Button>
      </header>
      {session.reviewPolicy === 'off' ? (
        <div className="shell-notice" role="note">
          <strong>{t('notice.reviewOff')}</strong>
          <span>{t('notice.reviewOffHint')}</span>
          {isFactorDue(session) ? (
            <span>
              {t('factor.due')} <a href={routeHash({ page: 'account' })}>{t('factor.dueDo')}</a>
            </span>
          ) : null}
        </div>
      ) : null}
      <main className="shell-main">{children}</main>
      <UploadDock route={route} />
    </div>
  )
}

/** How many programmes wait for a signature of whoever is signed in. */
const WaitingBadge = (): ReactNode => {
  const { t } = useTranslation()
  const count = useQuery(ownWaitingQuery).data ?? 0
  if (count === 0) return null
  return (
    <span className="nav-badge">
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{t('review.mine', { count })}</span>
    </span>
  )
}

/** Reviewers and administrators are to have a second factor (design §10). */
const isFactorDue = ({ role, hasSecondFactor }: Session): boolean =>
  !hasSecondFactor && (role === 'administrator' || role.startsWith('reviewer-'))
