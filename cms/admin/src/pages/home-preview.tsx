import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type HomePreviewWish, LOCALES, type Locale, type PlacedRail, type RegionCode } from '@ulan/contract'
import { Alert, Button, Checkbox, Input, Modal, Segmented, Select, Spin } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { serverClock } from '../data/api-client.ts'
import { instantOfWallClock, wallClockOf } from '../data/beijing-time.ts'
import { chineseName } from '../data/choices.ts'
import { type HomeEdit, isHomeChanged } from '../data/home-edit.ts'
import { asProblemError } from '../data/problem-error.ts'
import { homePreviewQuery } from '../data/staff-queries.ts'
import { QuickTimes } from './quick-times.tsx'
import { RegionSelect } from './region-select.tsx'
import { TvFrame, type TvSize } from './tv-frame.tsx'
import { usePaused } from './use-paused.ts'
import { useProblemText } from './use-problem-text.ts'

/** What a wall clock does not tell. */
const MINUTE_MS = 60_000

/** Whose television is looked at, and as of when, by the clocks of Beijing. */
type Viewer = { readonly wall: string; readonly locale: Locale; readonly region: RegionCode | undefined; readonly isForKids: boolean }
type Props = { readonly edit: HomeEdit; readonly onClose: () => void }

/** The television’s home as viewers will have it at a time: of what somebody works on, in the true app. */
export const HomePreviewDialog = ({ edit, onClose }: Props): ReactNode => {
  const { t } = useTranslation()
  const [viewer, setViewer] = useState<Viewer>(() => ({
    wall: wallClockOf(serverClock.at(Date.now()).toISOString()),
    locale: 'zh-Hans',
    region: undefined,
    isForKids: false,
  }))
  // Whoever types a year types three others before it.
  const wanted = usePaused(viewer)
  const [size, setSize] = useState<TvSize>('fit')
  const [hasOverscan, setOverscan] = useState(false)
  return (
    <Modal
      open
      width="min(1320px, 96vw)"
      style={{ insetBlockStart: 20 }}
      title={t('home.preview.title')}
      footer={null}
      closable={{ 'aria-label': t('home.preview.close') }}
      onCancel={onClose}
    >
      <ViewerFields viewer={viewer} onChange={(change) => setViewer((now) => ({ ...now, ...change }))} />
      <div className="preview-fields">
        <Segmented<TvSize>
          value={size}
          onChange={setSize}
          options={(['fit', 'distance'] as const).map((value) => ({ value, label: t(`home.preview.sizes.${value}`) }))}
        />
        <Checkbox checked={hasOverscan} onChange={({ target }) => setOverscan(target.checked)}>
          {t('home.preview.overscan')}
        </Checkbox>
        <span className="muted">{t('home.preview.keys')}</span>
      </div>
      <PreviewOf edit={edit} viewer={wanted} size={size} hasOverscan={hasOverscan} />
    </Modal>
  )
}

type FieldsProps = { readonly viewer: Viewer; readonly onChange: (change: Partial<Viewer>) => void }

const ViewerFields = ({ viewer, onChange }: FieldsProps): ReactNode => {
  const { t } = useTranslation()
  return (
    <div className="preview-fields">
      <label htmlFor="preview-time">{t('home.preview.at')}</label>
      <Input
        id="preview-time"
        type="datetime-local"
        className="preview-time"
        value={viewer.wall}
        onChange={({ target }) => onChange({ wall: target.value })}
      />
      <QuickTimes onChoose={(wall) => onChange({ wall })} />
      <Select<Locale>
        aria-label={t('home.preview.language')}
        className="list-filter"
        value={viewer.locale}
        options={LOCALES.map((value) => ({ value, label: t(`tracks.written.${value}`) }))}
        onChange={(locale) => onChange({ locale })}
      />
      <RegionSelect
        id="preview-region"
        label={t('field.regionCode')}
        value={viewer.region}
        isLeaguesOnly
        placeholder={t('home.preview.noRegion')}
        onChange={(region) => onChange({ region })}
      />
      <Checkbox checked={viewer.isForKids} onChange={({ target }) => onChange({ isForKids: target.checked })}>
        {t('home.preview.kids')}
      </Checkbox>
    </div>
  )
}

type ShownProps = { readonly edit: HomeEdit; readonly viewer: Viewer; readonly size: TvSize; readonly hasOverscan: boolean }

const PreviewOf = ({ edit, viewer, size, hasOverscan }: ShownProps): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const at = instantOfWallClock(viewer.wall)
  const isPast = at !== undefined && Date.parse(at) < serverClock.at(Date.now()).getTime() - MINUTE_MS
  const preview = useQuery({
    ...homePreviewQuery(wishOf(edit, viewer, at ?? '')),
    enabled: at !== undefined,
    placeholderData: keepPreviousData,
  })
  if (at === undefined) return <Alert type="info" showIcon title={t('home.preview.noTime')} />
  if (preview.error !== null) {
    return (
      <Alert
        type="error"
        showIcon
        title={ofProblem(asProblemError(preview.error).problem)}
        action={<Button onClick={() => void preview.refetch()}>{t('action.retry', { ns: 'common' })}</Button>}
      />
    )
  }
  if (preview.data === undefined) return <Spin size="large" style={{ display: 'block', marginBlock: 120, marginInline: 'auto' }} />
  const { home, plannedCount, ...seen } = preview.data
  const shown = new Set(home.rails.map(({ id }) => id))
  // Of those that are not for televisions nobody misses anything.
  const hidden = edit.rails.filter(
    ({ id, isHero, rule, devices }) => !isHero && rule.kind !== 'resume' && devices?.includes('tv') !== false && !shown.has(id),
  )
  const hasResume = edit.rails.some(({ rule }) => rule.kind === 'resume')
  return (
    <Spin spinning={preview.isPlaceholderData}>
      <TvFrame preview={{ home, ...seen }} size={size} hasOverscan={hasOverscan} />
      <PreviewNotes hidden={hidden} plannedCount={plannedCount} isChanged={isHomeChanged(edit)} isPast={isPast} hasResume={hasResume} />
    </Spin>
  )
}

const wishOf = ({ rails, campaigns }: HomeEdit, { locale, region, isForKids }: Viewer, at: string): HomePreviewWish => ({
  at,
  locale,
  device: 'tv',
  ...(region && { region }),
  ...(isForKids && { audience: 'children' as const }),
  rails: [...rails],
  campaigns: [...campaigns],
})

type NotesProps = {
  readonly hidden: readonly PlacedRail[]
  readonly plannedCount: number
  readonly isChanged: boolean
  readonly isPast: boolean
  readonly hasResume: boolean
}

/** What the picture alone does not tell. */
const PreviewNotes = ({ hidden, plannedCount, isChanged, isPast, hasResume }: NotesProps): ReactNode => {
  const { t } = useTranslation()
  const titles = hidden.map(({ title, rule }) => chineseName(title) || t(rule.kind === 'local' ? 'home.kind.local' : 'home.untitled'))
  return (
    <ul className="preview-notes muted">
      {isPast ? <li>{t('home.preview.past')}</li> : null}
      {isChanged ? <li>{t('home.preview.unsaved')}</li> : null}
      {plannedCount === 0 ? null : <li>{t('home.preview.planned', { count: plannedCount })}</li>}
      {hasResume ? <li>{t('home.preview.resume')}</li> : null}
      {titles.length === 0 ? null : <li>{t('home.preview.hidden', { titles: titles.join('、') })}</li>}
    </ul>
  )
}
