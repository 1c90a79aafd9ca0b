import type { ReactNode } from 'react'
import type { ListView } from '../data/list-view.ts'
import type { Route } from '../routes.ts'
import { AccountPage } from './account-page.tsx'
import { AuditPage } from './audit-page.tsx'
import { CuesPage } from './cues-page.tsx'
import { HomePage } from './home-page.tsx'
import { PeoplePage } from './people-page.tsx'
import { ProgrammePage } from './programme-page.tsx'
import { ProgrammesPage } from './programmes-page.tsx'
import { QualityPage } from './quality-page.tsx'
import { RecordingsPage } from './recordings-page.tsx'
import { ReviewsPage } from './reviews-page.tsx'
import { SchedulePage } from './schedule-page.tsx'
import { SeriesPage } from './series-page.tsx'
import { SettingsPage } from './settings-page.tsx'
import { StoragePage } from './storage-page.tsx'
import { TranslationsPage } from './translations-page.tsx'
import { TrashPage } from './trash-page.tsx'

/** The same object each time: a list whose view changes starts anew. */
const WHOLE_LIST: ListView = {}

/** What an address shows. */
export const Page = ({ route }: { readonly route: Route }): ReactNode => {
  if (route.page === 'programme') return <ProgrammePage id={route.id} />
  if (route.page === 'cues') return <CuesPage key={route.trackId} id={route.id} trackId={route.trackId} />
  if (route.page === 'home') return <HomePage />
  if (route.page === 'people') return <PeoplePage />
  if (route.page === 'audit') return <AuditPage />
  if (route.page === 'account') return <AccountPage />
  if (route.page === 'settings') return <SettingsPage />
  if (route.page === 'quality') return <QualityPage />
  if (route.page === 'recordings') return <RecordingsPage />
  if (route.page === 'reviews') return <ReviewsPage />
  if (route.page === 'schedule') return <SchedulePage />
  if (route.page === 'storage') return <StoragePage />
  if (route.page === 'trash') return <TrashPage />
  if (route.page === 'translations') return <TranslationsPage />
  return route.page === 'series' ? (
    <SeriesPage />
  ) : (
    <ProgrammesPage view={(route.page === 'programmes' ? route.view : undefined) ?? WHOLE_LIST} />
  )
}
