import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { StaffProgrammePage } from '@ulan/contract'
import { Input, Segmented, Select, Tag } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chineseName, KINDS } from '../data/choices.ts'
import { changedView, LANGUAGES, type ListChange, type ListView, STATUSES } from '../data/list-view.ts'
import { seriesQuery } from '../data/staff-queries.ts'
import { goTo, replaceWith, routeHash } from '../routes.ts'
import { RegionSelect } from './region-select.tsx'

/** Whoever types has typed the next letter by then. */
const TYPING_MS = 250

type Props = { readonly view: ListView; readonly counts: StaffProgrammePage['counts'] | undefined }

/** What of the list is looked at. */
export const ListFilters = ({ view, counts }: Props): ReactNode => {
  const { t } = useTranslation()
  const show = (change: ListChange): void => goTo({ page: 'programmes', view: changedView(view, change) })
  const all = counts && counts.draft + counts.published + counts['taken-down']
  return (
    <>
      <div className="list-filters">
        <ListSearch view={view} />
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

/** Letters show at once; the list follows when somebody stops for a moment. */
const ListSearch = ({ view }: Pick<Props, 'view'>): ReactNode => {
  const { t } = useTranslation()
  const { q = '' } = view
  const [typed, setTyped] = useState(q)
  const [shown, setShown] = useState(q)
  const [written, setWritten] = useState(q)
  // Letters of a word that is still being put together are not looked for.
  const [isComposing, setComposing] = useState(false)
  // The address changed otherwise: by the way back, or a link. What this field wrote itself may be older than the last letter.
  if (shown !== q) {
    setShown(q)
    if (q !== written) setTyped(q)
  }
  const wanted = typed.trim()
  useEffect(() => {
    if (wanted === q || isComposing) return undefined
    const timer = setTimeout(() => {
      setWritten(wanted)
      replaceWith({ page: 'programmes', view: changedView(view, { q: wanted }) })
    }, TYPING_MS)
    return () => clearTimeout(timer)
  }, [wanted, q, view, isComposing])
  return (
    <Input
      type="search"
      className="list-search"
      prefix={<SearchOutlined aria-hidden />}
      maxLength={100}
      value={typed}
      placeholder={t('list.search')}
      aria-label={t('list.search')}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  )
}
