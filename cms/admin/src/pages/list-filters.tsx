import { useQuery } from '@tanstack/react-query'
import type { StaffProgrammePage } from '@ulan/contract'
import { Segmented, Select, Tag } from 'antd'
import { type ReactNode, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchField } from '../components/search-field.tsx'
import { chineseName, KINDS } from '../data/choices.ts'
import { changedView, LANGUAGES, type ListChange, type ListView, STATUSES } from '../data/list-view.ts'
import { seriesQuery } from '../data/staff-queries.ts'
import { goTo, replaceWith, routeHash } from '../routes.ts'
import { RegionSelect } from './region-select.tsx'

type Props = { readonly view: ListView; readonly counts: StaffProgrammePage['counts'] | undefined }

/** What of the list is looked at. */
export const ListFilters = ({ view, counts }: Props): ReactNode => {
  const { t } = useTranslation()
  const show = (change: ListChange): void => goTo({ page: 'programmes', view: changedView(view, change) })
  // The same as long as the view is, so that a search that waits is not begun anew.
  const search = useCallback((q: string) => replaceWith({ page: 'programmes', view: changedView(view, { q }) }), [view])
  const all = counts && counts.draft + counts.published + counts['taken-down']
  return (
    <>
      <div className="list-filters">
        <SearchField className="list-search" label={t('list.search')} value={view.q ?? ''} onSearch={search} />
        <Select
          aria-label={t('field.kind')}
          className="list-filter"
          allowClear
          value={view.kind ?? null}
          placeholder={t('list.everyKind')}
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(kind) => show({ kind: kind ?? undefined })}
        />
        <Select
          aria-label={t('list.untitledFilter')}
          className="list-filter wide"
          allowClear
          value={view.untitled ?? null}
          placeholder={t('list.everyTitle')}
          options={LANGUAGES.map((value) => ({ value, label: t('list.untitledIn', { language: t(`tracks.written.${value}`) }) }))}
          onChange={(untitled) => show({ untitled: untitled ?? undefined })}
        />
        <RegionSelect
          id="list-region"
          label={t('field.regionCode')}
          value={view.regionCode}
          placeholder={t('list.everyRegion')}
          onChange={(regionCode) => show({ regionCode })}
        />
        <SeriesChip view={view} onRemove={() => show({ seriesId: undefined })} />
      </div>
      <div className="list-filters apart">
        <Segmented<(typeof STATUSES)[number] | 'all'>
          value={view.status ?? 'all'}
          onChange={(status) => show({ status: status === 'all' ? undefined : status })}
          options={[
            { value: 'all', label: `${t('status.all')} ${all ?? ''}` },
            ...STATUSES.map((value) => ({ value, label: `${t(`status.${value}`)} ${counts?.[value] ?? ''}` })),
          ]}
        />
        <a href={routeHash({ page: 'trash' })}>{t('trash.open')}</a>
      </div>
    </>
  )
}

/** The series that a link led to. */
const SeriesChip = ({ view, onRemove }: { readonly view: ListView; readonly onRemove: () => void }): ReactNode => {
  const { t } = useTranslation()
  const series = useQuery(seriesQuery).data?.find(({ id }) => id === view.seriesId)
  if (view.seriesId === undefined) return null
  return (
    <Tag closable={{ 'aria-label': t('list.everySeries') }} onClose={onRemove}>
      {t('list.ofSeries', { series: series === undefined ? view.seriesId : chineseName(series.title) })}
    </Tag>
  )
}
