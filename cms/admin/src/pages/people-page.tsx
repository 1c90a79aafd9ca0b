import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { ROLES, type StaffAccount } from '@ulan/contract'
import { Alert, Button, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ALL_PEOPLE, filterPeople, type PeopleFilter } from '../data/people-rows.ts'
import { asProblemError } from '../data/problem-error.ts'
import { accountsQuery, sessionQuery } from '../data/staff-queries.ts'
import { InviteDialog } from './invite-dialog.tsx'
import { PeopleTable, STANDINGS } from './people-table.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { useProblemText } from './use-problem-text.ts'

type Open = { readonly kind: 'invite' } | { readonly kind: 'person'; readonly id: StaffAccount['id'] }

/** Everybody who works here; administrators invite and change, overseers look. */
export const PeoplePage = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const [filter, setFilter] = useState(ALL_PEOPLE)
  const [open, setOpen] = useState<Open>()
  const mayChange = useQuery(sessionQuery).data?.permissions.includes('administer') === true
  const accounts = useQuery(accountsQuery)
  const shown = filterPeople(accounts.data ?? [], filter)
  const person = open?.kind === 'person' ? accounts.data?.find(({ id }) => id === open.id) : undefined
  const close = (): void => setOpen(undefined)
  return (
    <>
      <div className="page-head">
        <h1 className="grow">{t('nav.people')}</h1>
        {mayChange ? (
          <Button type="primary" onClick={() => setOpen({ kind: 'invite' })}>
            {t('people.invite')}
          </Button>
        ) : null}
      </div>
      {mayChange ? <p className="muted">{t('people.hint')}</p> : null}
      <PeopleFilters filter={filter} onFilter={(change) => setFilter((now) => ({ ...now, ...change }))}>
        {accounts.isPending ? null : t('people.count', { count: shown.length })}
      </PeopleFilters>
      {accounts.isError ? (
        <Alert
          type="error"
          showIcon
          title={ofProblem(asProblemError(accounts.error).problem)}
          action={<Button onClick={() => void accounts.refetch()}>{t('action.retry', { ns: 'common' })}</Button>}
        />
      ) : (
        <PeopleTable
          accounts={shown}
          isPending={accounts.isPending}
          onManage={mayChange ? ({ id }) => setOpen({ kind: 'person', id }) : undefined}
        />
      )}
      {open?.kind === 'invite' ? <InviteDialog onClose={close} /> : null}
      {person === undefined ? null : <PersonDialog key={person.id} account={person} onClose={close} />}
    </>
  )
}

type FilterProps = {
  readonly filter: PeopleFilter
  readonly onFilter: (change: Partial<PeopleFilter>) => void
  /** How many are shown. */
  readonly children: ReactNode
}

const PeopleFilters = ({ filter, onFilter, children }: FilterProps): ReactNode => {
  const { t } = useTranslation()
  return (
    <div className="page-head">
      <Input
        type="search"
        prefix={<SearchOutlined aria-hidden />}
        style={{ inlineSize: 240 }}
        placeholder={t('people.search')}
        aria-label={t('people.search')}
        onChange={(event) => onFilter({ search: event.target.value })}
      />
      <Select
        aria-label={t('people.role')}
        style={{ inlineSize: 140 }}
        allowClear
        value={filter.role ?? null}
        placeholder={t('people.allRoles')}
        options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChange={(role) => onFilter({ role: role ?? undefined })}
      />
      <Select
        aria-label={t('people.standing')}
        style={{ inlineSize: 140 }}
        allowClear
        value={filter.standing ?? null}
        placeholder={t('people.allStandings')}
        options={STANDINGS.map((value) => ({ value, label: t(`people.standings.${value}`) }))}
        onChange={(standing) => onFilter({ standing: standing ?? undefined })}
      />
      <span className="muted" role="status">
        {children}
      </span>
    </div>
  )
}
