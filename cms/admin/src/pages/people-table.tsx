import { useQuery } from '@tanstack/react-query'
import type { RegionCode, StaffAccount, StaffStanding } from '@ulan/contract'
import { Button, Empty, Table, type TableColumnsType, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { chineseName } from '../data/choices.ts'
import { formatDateTime } from '../data/formatters.ts'
import { regionsQuery, sessionQuery } from '../data/staff-queries.ts'
import { useAgo } from './use-time-words.ts'

export const STANDINGS = ['active', 'invited', 'blocked'] as const satisfies readonly StaffStanding[]
const STANDING_COLOUR = { active: 'success', invited: 'processing', blocked: 'default' } as const
const PAGE_ROWS = 20

type Props = {
  readonly accounts: readonly StaffAccount[]
  readonly isPending: boolean
  /** Without it they are only looked at. */
  readonly onManage: ((account: StaffAccount) => void) | undefined
}

export const PeopleTable = ({ accounts, isPending, onManage }: Props): ReactNode => {
  const { t } = useTranslation()
  const columns = useColumns(onManage)
  return (
    <Table<StaffAccount>
      tableLayout="fixed"
      rowKey="id"
      columns={columns}
      loading={isPending}
      dataSource={[...accounts]}
      pagination={{ pageSize: PAGE_ROWS, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('people.empty')} /> }}
    />
  )
}

function useColumns(onManage: Props['onManage']): TableColumnsType<StaffAccount> {
  const { t } = useTranslation()
  const ago = useAgo()
  const regionName = useRegionName()
  const self = useQuery(sessionQuery).data?.id
  return [
    {
      key: 'name',
      title: t('people.name'),
      render: (_, { id, name, email }) => (
        <>
          <strong>{name}</strong> {id === self ? <Tag>{t('people.self')}</Tag> : null}
          <div className="muted small ellipsis">{email}</div>
        </>
      ),
    },
    { key: 'role', title: t('people.role'), width: 110, render: (_, { role }) => t(`role.${role}`) },
    { key: 'region', title: t('people.region'), width: 170, render: (_, { regionCode }) => regionName(regionCode) },
    {
      key: 'standing',
      title: t('people.standing'),
      width: 120,
      render: (_, { standing }) => <Tag color={STANDING_COLOUR[standing]}>{t(`people.standings.${standing}`)}</Tag>,
    },
    {
      key: 'factor',
      title: t('people.secondFactor'),
      width: 110,
      render: (_, { hasSecondFactor }) => (hasSecondFactor ? t('people.on') : <span className="muted">{t('people.off')}</span>),
    },
    {
      key: 'signedIn',
      title: t('people.signedIn'),
      width: 160,
      render: (_, { signedInAt }) => (
        <span className="muted" title={signedInAt === undefined ? undefined : formatDateTime(signedInAt)}>
          {signedInAt === undefined ? t('people.never') : ago(signedInAt)}
        </span>
      ),
    },
    ...(onManage === undefined
      ? []
      : [
          {
            key: 'manage',
            title: '',
            width: 100,
            render: (_: unknown, account: StaffAccount) => (
              <Button aria-label={`${t('people.edit')} ${account.name}`} onClick={() => onManage(account)}>
                {t('people.edit')}
              </Button>
            ),
          },
        ]),
  ]
}

/** A region by its Chinese name; everywhere where there is none. */
export function useRegionName(): (code: RegionCode | undefined) => string {
  const { t } = useTranslation()
  const regions = useQuery(regionsQuery).data ?? []
  return (code) => {
    if (code === undefined) return t('people.everywhere')
    const region = regions.find((one) => one.code === code)
    return region === undefined ? code : chineseName(region.name)
  }
}
