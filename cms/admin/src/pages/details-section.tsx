import { useQuery } from '@tanstack/react-query'
import type { Audience, SeriesId } from '@ulan/contract'
import { Card, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { chineseName, choicesOf, KINDS, nextEpisode } from '../data/choices.ts'
import { genresQuery, seriesQuery, troupesQuery } from '../data/staff-queries.ts'
import { FormField, fieldId } from './form-field.tsx'
import { RegionSelect } from './region-select.tsx'
import type { ProgrammeEditing } from './use-programme-edit.ts'

const AUDIENCES = ['everyone', 'children'] as const satisfies readonly Audience[]

/** What kind of work it is, by whom, from where. */
export const DetailsSection = ({ editing }: { readonly editing: ProgrammeEditing }): ReactNode => {
  const { t } = useTranslation()
  const genres = useQuery(genresQuery)
  const troupes = useQuery(troupesQuery)
  const { form, change } = editing
  return (
    <Card title={t('section.details')}>
      <div className="fields">
        <FormField name="kind" editing={editing} isRequired>
          <Select
            id={fieldId('kind')}
            value={form.kind}
            options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(kind) => change({ kind })}
          />
        </FormField>
        <FormField name="audience" editing={editing} extra={t('audience.hint')}>
          <Select
            id={fieldId('audience')}
            value={form.audience}
            options={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))}
            onChange={(audience) => change({ audience })}
          />
        </FormField>
        <FormField name="genreId" editing={editing}>
          <Select
            id={fieldId('genreId')}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={form.genreId ?? null}
            loading={genres.isPending}
            placeholder={t('choose')}
            options={choicesOf(genres.data ?? [])}
            onChange={(genreId) => change({ genreId: genreId ?? undefined })}
          />
        </FormField>
        <FormField name="troupeId" editing={editing}>
          <Select
            id={fieldId('troupeId')}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={form.troupeId ?? null}
            loading={troupes.isPending}
            placeholder={t('choose')}
            options={choicesOf(troupes.data ?? [])}
            onChange={(troupeId) => change({ troupeId: troupeId ?? undefined })}
          />
        </FormField>
        <FormField name="regionCode" editing={editing}>
          <RegionSelect
            id={fieldId('regionCode')}
            value={form.regionCode}
            placeholder={t('choose')}
            onChange={(regionCode) => change({ regionCode })}
          />
        </FormField>
      </div>
      <EpisodeFields editing={editing} />
    </Card>
  )
}

const EpisodeFields = ({ editing }: { readonly editing: ProgrammeEditing }): ReactNode => {
  const { t } = useTranslation()
  const series = useQuery(seriesQuery)
  const { form, change } = editing
  const choose = (seriesId: SeriesId | undefined): void => {
    const chosen = series.data?.find(({ id }) => id === seriesId)
    const number = seriesId === undefined ? {} : { season: 1, episode: nextEpisode(chosen, 1) }
    change({ season: undefined, episode: undefined, seriesId, ...number })
  }
  const hasSeries = form.seriesId !== undefined
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 120px 120px', gap: '0 20px' }}>
      <FormField name="seriesId" editing={editing}>
        <Select
          id={fieldId('seriesId')}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={form.seriesId ?? null}
          loading={series.isPending}
          placeholder={t('series.none')}
          options={(series.data ?? []).map(({ id, title }) => ({ value: id, label: chineseName(title) }))}
          onChange={(seriesId) => choose(seriesId ?? undefined)}
        />
      </FormField>
      <FormField name="season" editing={editing}>
        <InputNumber
          id={fieldId('season')}
          style={{ inlineSize: '100%' }}
          min={1}
          max={99}
          precision={0}
          disabled={!hasSeries}
          value={form.season ?? null}
          onChange={(season) => change({ season: season ?? undefined })}
        />
      </FormField>
      <FormField name="episode" editing={editing}>
        <InputNumber
          id={fieldId('episode')}
          style={{ inlineSize: '100%' }}
          min={1}
          max={999}
          precision={0}
          disabled={!hasSeries}
          value={form.episode ?? null}
          onChange={(episode) => change({ episode: episode ?? undefined })}
        />
      </FormField>
    </div>
  )
}
