import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TrashedProgramme } from '@ulan/contract'
import { Alert, App, Button, Empty, Table } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchField } from '../components/search-field.tsx'
import { TranslatedText } from '../components/translated-text.tsx'
import { api } from '../data/api-client.ts'
import { isTitled } from '../data/choices.ts'
import { formatDateTime } from '../data/formatters.ts'
import { asProblemError } from '../data/problem-error.ts'
import { rememberProgramme, trashQuery } from '../data/staff-queries.ts'
import { goTo, routeHash } from '../routes.ts'
import { StatusTag } from './status-tags.tsx'
import { type AddressFields, useAddressFields } from './use-address-fields.ts'
import { useLeftOutWords } from './use-left-out-words.ts'
import { useProblemText } from './use-problem-text.ts'
import { useReach } from './use-reach.ts'

/** Programmes that somebody deleted, and the way back for each. */
export const TrashPage = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const trash = useQuery(trashQuery)
  const { words, search, paging } = useAddressFields('trash')
  return (
    <>
      <div className="page-head">
        <div className="grow">
          <a className="small" href={routeHash({ page: 'programmes' })}>
            ‹ {t('editor.backToList')}
          </a>
          <h1>{t('trash.title')}</h1>
        </div>
        <SearchField label={t('list.searchTitle')} value={words} onSearch={search} />
      </div>
      <p className="muted">{t('trash.hint')}</p>
      {trash.isError ? (
        <Alert
          type="error"
          showIcon
          title={ofProblem(asProblemError(trash.error).problem)}
          action={<Button onClick={() => void trash.refetch()}>{t('action.retry', { ns: 'common' })}</Button>}
        />
      ) : (
        <TrashTable
          items={(trash.data ?? []).filter(({ title }) => isTitled(title, words))}
          isPending={trash.isPending}
          paging={paging}
          isSearched={words !== ''}
        />
      )}
    </>
  )
}

type TableProps = {
  readonly items: readonly TrashedProgramme[]
  readonly isPending: boolean
  readonly paging: AddressFields['paging']
  readonly isSearched: boolean
}

const TrashTable = ({ items, isPending, paging, isSearched }: TableProps): ReactNode => {
  const { t } = useTranslation()
  return (
    <Table<TrashedProgramme>
      rowKey="programmeId"
      dataSource={[...items]}
      loading={isPending}
      pagination={paging}
      locale={{ emptyText: <Empty description={t(isSearched ? 'list.nothing' : 'trash.empty')} /> }}
      columns={[
        {
          key: 'title',
          title: t('list.programme'),
          render: (_, { title }) => (
            <span className="trashed">
              {title['mn-Mong'] ? <TranslatedText locale="mn-Mong">{title['mn-Mong']}</TranslatedText> : null}
              <strong>{title['zh-Hans'] || t('list.untitled')}</strong>
            </span>
          ),
        },
        { key: 'kind', title: t('field.kind'), width: 120, render: (_, { kind }) => t(`kind.${kind}`) },
        { key: 'status', title: t('list.status'), width: 120, render: (_, { status }) => <StatusTag status={status} /> },
        {
          key: 'deleted',
          title: t('trash.deleted'),
          render: (_, { deletedBy, deletedAt }) => (
            <span className="small">
              {deletedBy} · {formatDateTime(deletedAt)}
            </span>
          ),
        },
        { key: 'restore', title: t('trash.back'), width: 120, render: (_, item) => <RestoreButton item={item} /> },
      ]}
    />
  )
}

const RestoreButton = ({ item }: { readonly item: TrashedProgramme }): ReactNode => {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { ofProblem } = useProblemText()
  const namesOf = useLeftOutWords()
  const client = useQueryClient()
  const { mayEdit, mayPublish } = useReach(item)
  const restore = useMutation({
    mutationFn: () => api.restoreProgramme(item.programmeId),
    onSuccess: ({ programme, leftOut }) => {
      rememberProgramme(client, programme)
      void client.invalidateQueries({ queryKey: trashQuery.queryKey })
      goTo({ page: 'programme', id: programme.id })
      const fields = namesOf(leftOut)
      if (fields === '') void message.success(t('trash.restored'))
      else void message.warning(t('versions.restoredWithout', { fields }), 10)
    },
    onError: (caught) => void message.error(ofProblem(asProblemError(caught).problem)),
  })
  if (!(item.status === 'draft' ? mayEdit : mayPublish)) return null
  return (
    <Button
      size="small"
      loading={restore.isPending}
      onClick={() => restore.mutate()}
      aria-label={t('trash.restoreOf', { title: item.title['zh-Hans'] || t('list.untitled') })}
    >
      {t('trash.restore')}
    </Button>
  )
}
