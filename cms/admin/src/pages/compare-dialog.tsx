import { useQuery } from '@tanstack/react-query'
import type { AssetId, ProgrammeContent } from '@ulan/contract'
import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assetQuery } from '../data/staff-queries.ts'
import { diffContents, type FieldDiff, type TextPart } from '../data/version-diff.ts'
import { PosterDiff } from './poster-diff.tsx'
import { useFieldWords } from './use-field-words.ts'

type Props = {
  readonly title: string
  readonly before: ProgrammeContent
  readonly after: ProgrammeContent
  /** Above and below what differs. */
  readonly head?: ReactNode
  readonly footer?: ReactNode
  readonly onClose: () => void
}

/** What differs between two contents, field by field and language by language. */
export const CompareDialog = ({ title, before, after, head, footer = null, onClose }: Props): ReactNode => {
  const { t } = useTranslation()
  const diffs = diffContents(before, after)
  return (
    <Modal open width={720} title={title} footer={footer} onCancel={onClose}>
      {head}
      {diffs.length === 0 ? <p className="muted">{t('versions.same')}</p> : <DiffList diffs={diffs} />}
    </Modal>
  )
}

const DiffList = ({ diffs }: { readonly diffs: readonly FieldDiff[] }): ReactNode => {
  const { t } = useTranslation()
  return (
    <>
      <p className="muted small">
        {t('versions.legend')} <del>{t('versions.gone')}</del> <ins>{t('versions.come')}</ins>
      </p>
      <dl className="diff">
        {diffs.map((diff) => (
          <div key={'name' in diff ? diff.name : diff.kind}>
            <dt>{diff.kind === 'film' ? t('versions.film') : t(`field.${diff.kind === 'poster' ? 'pictureId' : diff.name}`)}</dt>
            <dd>{diff.kind === 'text' ? <TextDiff parts={diff.parts} locale={diff.locale} /> : <ValueDiff diff={diff} />}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const TextDiff = ({ parts, locale }: { readonly parts: readonly TextPart[]; readonly locale: string }): ReactNode => (
  <span lang={locale} className={locale === 'mn-Mong' ? 'column-text translated' : 'translated'}>
    {parts.map(({ text, side }, at) => {
      const key = `${String(at)} ${side}`
      if (side === 'both') return <span key={key}>{text}</span>
      return side === 'before' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>
    })}
  </span>
)

const ValueDiff = ({ diff }: { readonly diff: Exclude<FieldDiff, { kind: 'text' }> }): ReactNode => {
  const words = useFieldWords()
  if (diff.kind === 'poster') return <PosterDiff before={diff.before} after={diff.after} />
  if (diff.kind === 'film') {
    return (
      <>
        {diff.before === undefined ? null : (
          <del>
            <FilmName id={diff.before} />
          </del>
        )}
        {diff.after === undefined ? null : (
          <ins>
            <FilmName id={diff.after} />
          </ins>
        )}
      </>
    )
  }
  const [before, after] = [words[diff.name](diff.before), words[diff.name](diff.after)]
  return (
    <>
      {before
        .filter((line) => !after.includes(line))
        .map((line) => (
          <del key={`- ${line}`}>{line}</del>
        ))}
      {after
        .filter((line) => !before.includes(line))
        .map((line) => (
          <ins key={`+ ${line}`}>{line}</ins>
        ))}
    </>
  )
}

/** By its file's name; one that was deleted since has none any more. */
const FilmName = ({ id }: { readonly id: AssetId }): ReactNode => {
  const { t } = useTranslation()
  const asset = useQuery(assetQuery(id))
  return asset.data?.fileName ?? t(asset.isError ? 'versions.filmDeleted' : 'versions.film')
}
