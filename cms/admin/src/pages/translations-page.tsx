import { DownloadOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { TRANSLATED_LOCALES, type TranslatedLocale, type TranslationId } from '@ulan/contract'
import { Alert, App, Button, Segmented, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchField } from '../components/search-field.tsx'
import { type FieldsChange, oneOf } from '../data/address-fields.ts'
import { api } from '../data/api-client.ts'
import { asProblemError } from '../data/problem-error.ts'
import { saveFile } from '../data/save-file.ts'
import { programmesQuery, translationsQuery } from '../data/staff-queries.ts'
import {
  countByState,
  filesOf,
  filterTranslations,
  STATES,
  type StateFilter,
  type TranslationFilter,
  translationFilterOf,
} from '../data/translation-rows.ts'
import { routeHash } from '../routes.ts'
import { TranslationTable } from './translation-table.tsx'
import { useAddressFields } from './use-address-fields.ts'
import { usePlaceWord } from './use-place-word.ts'
import { useProblemText } from './use-problem-text.ts'

const EVERYWHERE = 'everywhere'

/** For translators and readers of Mongolian: which texts of the interface lack it, a place to write it, and a second look. */
export const TranslationsPage = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const { fields, choose, search } = useAddressFields('translations')
  const locale = oneOf(TRANSLATED_LOCALES, fields['locale']) ?? TRANSLATED_LOCALES[0]
  const filter = translationFilterOf(fields)
  const [openId, setOpenId] = useState<TranslationId>()
  const translations = useQuery(translationsQuery(locale))
  const all = translations.data ?? []
  return (
    <>
      <div className="page-head">
        <h1 className="grow">{t('nav.translations')}</h1>
        <ExportButton locale={locale} />
      </div>
      <p className="muted">{t('translations.hint')}</p>
      <Filters
        locale={locale}
        onLocale={(next) => {
          choose({ locale: next })
          setOpenId(undefined)
        }}
        files={filesOf(all)}
        counts={countByState(all, filter.file)}
        filter={filter}
        onFilter={choose}
        onSearch={search}
      />
      {translations.isError ? (
        <Alert
          type="error"
          showIcon
          style={{ marginBlockEnd: 16 }}
          title={ofProblem(asProblemError(translations.error).problem)}
          action={<Button onClick={() => void translations.refetch()}>{t('action.retry', { ns: 'common' })}</Button>}
        />
      ) : null}
      <TranslationTable
        rows={filterTranslations(all, filter, openId)}
        isPending={translations.isPending}
        openId={openId}
        onOpen={setOpenId}
      />
      <UntitledNote locale={locale} />
    </>
  )
}

type FiltersProps = {
  readonly locale: TranslatedLocale
  readonly onLocale: (locale: TranslatedLocale) => void
  readonly files: readonly string[]
  readonly counts: Readonly<Record<StateFilter, number>>
  readonly filter: TranslationFilter
  readonly onFilter: (change: FieldsChange) => void
  readonly onSearch: (words: string) => void
}

const Filters = ({ locale, onLocale, files, counts, filter, onFilter, onSearch }: FiltersProps): ReactNode => {
  const { t } = useTranslation()
  const placeWord = usePlaceWord()
  return (
    <div className="translation-filters">
      <Segmented<TranslatedLocale>
        aria-label={t('tracks.language')}
        value={locale}
        onChange={onLocale}
        options={TRANSLATED_LOCALES.map((value) => ({ value, label: t(`tracks.written.${value}`) }))}
      />
      <Segmented<StateFilter>
        aria-label={t('list.status')}
        value={filter.state}
        onChange={(state) => onFilter({ state: state === 'all' ? undefined : state })}
        options={STATES.map((value) => ({ value, label: `${t(`translations.state.${value}`)} ${counts[value]}` }))}
      />
      <Select
        className="translation-place"
        // A dozen places: all are seen at once.
        virtual={false}
        listHeight={420}
        aria-label={t('translations.placeLabel')}
        value={filter.file ?? EVERYWHERE}
        onChange={(file) => onFilter({ file: file === EVERYWHERE ? undefined : file })}
        options={[
          { value: EVERYWHERE, label: t('translations.everywhere') },
          ...files.map((file) => ({ value: file, label: placeWord(file) })),
        ]}
      />
      <SearchField label={t('translations.search')} value={filter.search} onSearch={onSearch} />
    </div>
  )
}

/** What is ready for the engineers, as a file that they put into the next release. */
const ExportButton = ({ locale }: { readonly locale: TranslatedLocale }): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const { message } = App.useApp()
  const work = useMutation({
    mutationFn: () => api.exportTranslations(locale),
    onSuccess: (texts) => {
      const count = Object.values(texts.files).reduce((sum, keys) => sum + Object.keys(keys).length, 0)
      if (count === 0) {
        void message.info(t('translations.exportNone'))
        return
      }
      saveFile(`translations-${texts.locale}-${texts.exportedAt.slice(0, 10)}.json`, `${JSON.stringify(texts, undefined, 2)}\n`)
      void message.success(t('translations.exported', { count }))
    },
    onError: (caught) => void message.error(ofProblem(asProblemError(caught).problem)),
  })
  return (
    <Button icon={<DownloadOutlined />} loading={work.isPending} onClick={() => work.mutate()}>
      {t('translations.export')}
    </Button>
  )
}

/** Titles are written with their programmes; here stands only how many are wanted. */
const UntitledNote = ({ locale }: { readonly locale: TranslatedLocale }): ReactNode => {
  const { t } = useTranslation()
  const counts = useQuery(programmesQuery({ untitled: locale, rows: 1 })).data?.counts
  // Of what was taken down nobody sees the title.
  const count = (counts?.draft ?? 0) + (counts?.published ?? 0)
  if (count === 0) return null
  return (
    <p className="muted">
      {t('translations.untitled', { count, language: t(`tracks.written.${locale}`) })}{' '}
      <a href={routeHash({ page: 'programmes', view: { untitled: locale } })}>{t('translations.toProgrammes')}</a>
    </p>
  )
}
