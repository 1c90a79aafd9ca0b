import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { DropZone } from '../components/drop-zone.tsx'
import { lastPage } from '../data/address-fields.ts'
import { changedView, isFiltered, type ListView } from '../data/list-view.ts'
import { asProblemError } from '../data/problem-error.ts'
import { programmesQuery, sessionQuery } from '../data/staff-queries.ts'
import { useNewsroom, useUploads } from '../newsroom.ts'
import { rememberList, replaceWith } from '../routes.ts'
import { ListFilters } from './list-filters.tsx'
import { ProgrammeTable } from './programme-table.tsx'
import { RefusedFiles } from './refused-files.tsx'
import { useDropWords } from './use-drop-words.ts'
import { useFileIntake } from './use-file-intake.ts'
import { useProblemText } from './use-problem-text.ts'

/** What the address says is looked at, and where films are dropped. */
export const ProgrammesPage = ({ view }: { readonly view: ListView }): ReactNode => {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const dropWords = useDropWords(true)
  const intake = useFileIntake()
  const programmes = useQuery({ ...programmesQuery(view), placeholderData: keepPreviousData })
  const mayEdit = useQuery(sessionQuery).data?.permissions.includes('edit') === true
  const { data } = programmes
  useEffect(() => rememberList(view), [view])
  useStayInList(view, programmes.isPlaceholderData ? undefined : data?.total)
  const isFirst = data !== undefined && !isFiltered(view) && data.total === 0
  return (
    <>
      <div className="page-head">
        <h1 className="grow">{t('nav.programmes')}</h1>
      </div>
      {mayEdit ? <DropZone words={dropWords} isTall={isFirst} isMultiple onFiles={(files) => void intake.take(files)} /> : null}
      <RefusedFiles files={intake.refused} onClose={intake.forget} />
      <InterruptedNotice />
      {programmes.isError ? (
        <Alert
          type="error"
          showIcon
          style={{ marginBlockEnd: 16 }}
          title={problemText.ofProblem(asProblemError(programmes.error).problem)}
          action={<Button onClick={() => void programmes.refetch()}>{t('action.retry', { ns: 'common' })}</Button>}
        />
      ) : null}
      <ListFilters view={view} counts={data?.counts} />
      <ProgrammeTable view={view} page={data} isPending={programmes.isPending} />
    </>
  )
}

/** The last page there is, for whoever is beyond it: a link may be older than what was deleted since. */
function useStayInList(view: ListView, total: number | undefined): void {
  const last = total === undefined ? undefined : lastPage(total)
  const isBeyond = last !== undefined && (view.page ?? 1) > last
  useEffect(() => {
    if (isBeyond) replaceWith({ page: 'programmes', view: changedView(view, { page: last === 1 ? undefined : last }) })
  }, [isBeyond, last, view])
}

/** Uploads that a closed window cut short: the browser may not reopen a file by itself. */
const InterruptedNotice = (): ReactNode => {
  const { t } = useTranslation()
  const { pending } = useNewsroom()
  const active = new Set(useUploads().map((upload) => upload.programmeId))
  const cut = pending.list().filter((entry) => !active.has(entry.programmeId))
  if (cut.length === 0) return null
  const lines = cut.map((entry) => (
    <div key={entry.programmeId}>
      {t('upload.cut', { fileName: entry.fileName, percent: Math.floor((100 * entry.sentBytes) / entry.sizeBytes) })}
    </div>
  ))
  return <Alert type="warning" showIcon title={lines} style={{ marginBlockEnd: 16 }} />
}
