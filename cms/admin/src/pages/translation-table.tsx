import type { Translation, TranslationId, TranslationState } from '@ulan/contract'
import { Empty, Table, type TableColumnsType, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TranslatedText } from '../components/translated-text.tsx'
import { presentText } from '../form/translation-edit.ts'
import { useNewsroom } from '../newsroom.ts'
import { TranslationEditor } from './translation-editor.tsx'
import { usePlaceWord } from './use-place-word.ts'

const PAGE_ROWS = 20
const STATE_COLOUR = { missing: 'default', unreviewed: 'warning', reviewed: 'success', stale: 'error' } as const satisfies Record<
  TranslationState,
  string
>

type Props = {
  readonly rows: readonly Translation[]
  readonly isPending: boolean
  readonly openId: TranslationId | undefined
  readonly onOpen: (id: TranslationId | undefined) => void
}

/** Texts of the interface, one of them open below its row. */
export const TranslationTable = ({ rows, isPending, openId, onOpen }: Props): ReactNode => {
  const { t } = useTranslation()
  const columns = useColumns(openId, onOpen)
  return (
    <Table<Translation>
      className="clickable-rows translations"
      tableLayout="fixed"
      rowKey="id"
      columns={columns}
      loading={isPending}
      dataSource={[...rows]}
      pagination={{ pageSize: PAGE_ROWS, hideOnSinglePage: true, showSizeChanger: false }}
      expandable={{
        expandedRowKeys: openId === undefined ? [] : [openId],
        showExpandColumn: false,
        // antd keeps closed rows: whatever was typed in them is in the browser's store.
        expandedRowRender: (translation) => (translation.id === openId ? <TranslationEditor translation={translation} /> : null),
      }}
      onRow={({ id }) => ({ onClick: () => onOpen(id === openId ? undefined : id) })}
      locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('translations.empty')} /> }}
    />
  )
}

function useColumns(openId: TranslationId | undefined, onOpen: Props['onOpen']): TableColumnsType<Translation> {
  const { t } = useTranslation()
  const placeWord = usePlaceWord()
  return [
    {
      key: 'chinese',
      title: t('translations.chinese'),
      render: (_, { id, chinese }) => (
        // The row answers to a click anywhere; who uses the keyboard has this.
        <button
          type="button"
          className="translation-open"
          aria-expanded={id === openId}
          onClick={(event) => {
            event.stopPropagation()
            onOpen(id === openId ? undefined : id)
          }}
        >
          {chinese}
        </button>
      ),
    },
    {
      key: 'text',
      title: t('translations.text'),
      render: (_, translation) =>
        presentText(translation) === '' ? (
          <span className="muted">{t('translations.none')}</span>
        ) : (
          <TranslatedText locale={translation.locale}>{presentText(translation)}</TranslatedText>
        ),
    },
    { key: 'place', title: t('translations.placeLabel'), width: 110, render: (_, { file }) => placeWord(file) },
    { key: 'state', title: t('list.status'), width: 150, render: (_, translation) => <StateCell translation={translation} /> },
  ]
}

const StateCell = ({ translation: { id, state, proposal } }: { readonly translation: Translation }): ReactNode => {
  const { t } = useTranslation()
  const { translationDrafts } = useNewsroom()
  return (
    <>
      <Tag color={STATE_COLOUR[state]}>{t(`translations.state.${state}`)}</Tag>
      {translationDrafts.has(id) ? <div className="small translation-unsaved">{t('translations.hindrance.unsaved')}</div> : null}
      {proposal === undefined || state === 'stale' ? null : (
        <div className="muted small ellipsis" title={proposal.reviewedBy ?? proposal.proposedBy}>
          {proposal.reviewedBy ?? proposal.proposedBy}
        </div>
      )}
    </>
  )
}
