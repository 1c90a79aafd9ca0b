import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ProgrammeKind, SeriesId, StaffSeries } from '@ulan/contract'
import { Alert, App, Button, Empty, Form, Input, Modal, Select, Spin, Table, type TableColumnsType } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnField } from '../components/column-field.tsx'
import { PosterThumb } from '../components/poster-thumb.tsx'
import { api } from '../data/api-client.ts'
import { KINDS } from '../data/choices.ts'
import { asProblemError } from '../data/problem-error.ts'
import { KEYS, programmesQuery, seriesQuery } from '../data/staff-queries.ts'
import { routeHash } from '../routes.ts'
import { StatusTag } from './status-tags.tsx'
import { useProblemText } from './use-problem-text.ts'

export const SeriesPage = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const [isCreating, setCreating] = useState(false)
  const series = useQuery(seriesQuery)
  const columns = useColumns()
  return (
    <>
      <div className="page-head">
        <h1 className="grow">{t('nav.series')}</h1>
        <Button type="primary" onClick={() => setCreating(true)}>
          {t('series.create')}
        </Button>
      </div>
      {series.isError ? (
        <Alert type="error" showIcon style={{ marginBlockEnd: 16 }} title={ofProblem(asProblemError(series.error).problem)} />
      ) : null}
      <Table<StaffSeries>
        tableLayout="fixed"
        rowKey="id"
        columns={columns}
        loading={series.isPending}
        dataSource={[...(series.data ?? [])]}
        pagination={false}
        expandable={{
          expandedRowRender: ({ id }) => <Episodes seriesId={id} />,
          rowExpandable: ({ episodes }) => episodes > 0,
        }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('series.empty')} /> }}
      />
      {isCreating ? <CreateSeries onClose={() => setCreating(false)} /> : null}
    </>
  )
}

function useColumns(): TableColumnsType<StaffSeries> {
  const { t } = useTranslation()
  return [
    {
      key: 'title',
      title: t('series.title'),
      render: (_, { title, isSample, posters }) => (
        <div className="title-cell">
          <PosterThumb url={posters?.small} />
          <span className="column-text" lang="mn-Mong">
            {title['mn-Mong'] ?? ''}
          </span>
          <div style={{ minInlineSize: 0 }}>
            <strong className="ellipsis">{title['zh-Hans'] || t('list.untitled')}</strong>
            {isSample ? <span className="muted small">{t('list.sample')}</span> : null}
          </div>
        </div>
      ),
    },
    { key: 'kind', title: t('field.kind'), width: 140, render: (_, { kind }) => t(`kind.${kind}`) },
    { key: 'episodes', title: t('series.episodes'), width: 110, dataIndex: 'episodes' },
    { key: 'published', title: t('series.published'), width: 140, dataIndex: 'published' },
  ]
}

const EPISODES_SHOWN = 100

/** In their order; those of a very long series go on in the list of programmes. */
const Episodes = ({ seriesId }: { readonly seriesId: SeriesId }): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const episodes = useQuery(programmesQuery({ seriesId, rows: EPISODES_SHOWN }))
  if (episodes.isError) return <Alert type="error" title={ofProblem(asProblemError(episodes.error).problem)} />
  if (episodes.isPending) return <Spin />
  const { items, total } = episodes.data
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20, display: 'grid', gap: 6 }}>
      {items.map(({ id, title, episodeOf, status }) => (
        <li key={id}>
          <span className="muted">{t('series.number', { season: episodeOf?.season ?? 1, episode: episodeOf?.episode ?? 1 })} </span>
          <a href={routeHash({ page: 'programme', id })}>{title['zh-Hans'] || t('list.untitled')}</a> <StatusTag status={status} />
        </li>
      ))}
      {total > items.length ? (
        <li>
          <a href={routeHash({ page: 'programmes', view: { seriesId } })}>{t('series.all', { count: total })}</a>
        </li>
      ) : null}
    </ul>
  )
}

type Fields = { readonly kind: ProgrammeKind; readonly chinese: string; readonly synopsis?: string }

const CreateSeries = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<Fields>()
  const [mongolian, setMongolian] = useState('')
  const create = useMutation({
    mutationFn: ({ kind, chinese, synopsis = '' }: Fields) =>
      api.createSeries({
        kind,
        title: { 'zh-Hans': chinese, ...(mongolian === '' ? {} : { 'mn-Mong': mongolian }) },
        ...(synopsis === '' ? {} : { synopsis: { 'zh-Hans': synopsis } }),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: KEYS.series })
      void message.success(t('series.created'))
      onClose()
    },
  })
  const required = [{ required: true, whitespace: true, message: t('fields.required', { ns: 'problem' }) }]
  return (
    <Modal
      open
      width={640}
      title={t('series.create')}
      okText={t('series.confirm')}
      confirmLoading={create.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {create.isError ? (
        <Alert type="error" showIcon style={{ marginBlockEnd: 12 }} title={ofProblem(asProblemError(create.error).problem)} />
      ) : null}
      <Form<Fields> form={form} layout="vertical" initialValues={{ kind: 'documentary' }} onFinish={(fields) => create.mutate(fields)}>
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 110px', gap: 20 }}>
          <div>
            <Form.Item name="chinese" label={t('field.titleChinese')} rules={required}>
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name="kind" label={t('field.kind')}>
              <Select options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
            </Form.Item>
            <Form.Item name="synopsis" label={t('field.synopsisChinese')}>
              <Input.TextArea rows={3} maxLength={4000} />
            </Form.Item>
          </div>
          <Form.Item label={t('field.titleMongolian')} htmlFor="series-mongolian" className="column-cell">
            <ColumnField
              id="series-mongolian"
              label={t('field.titleMongolian')}
              value={mongolian}
              isInvalid={false}
              isOneColumn
              onChange={setMongolian}
            />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  )
}
