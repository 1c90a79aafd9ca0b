import { useQuery } from '@tanstack/react-query'
import { type Asset, postersOfPicture, type StaffProgramme } from '@ulan/contract'
import { Button, Card } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assetView } from '../data/asset-view.ts'
import { assetQuery } from '../data/staff-queries.ts'
import { PosterOfFile } from './poster-of-file.tsx'
import { PosterOfFilm } from './poster-of-film.tsx'
import { useProblemText } from './use-problem-text.ts'
import type { ProgrammeEditing } from './use-programme-edit.ts'

type Props = { readonly programme: StaffProgramme; readonly editing: ProgrammeEditing }
type Choosing = { readonly from: 'file'; readonly file: File } | { readonly from: 'film'; readonly asset: Asset }

/** The poster as it is or, unsaved, as it will be, and the ways to another one. */
export const PosterSection = ({ programme, editing }: Props): ReactNode => {
  const { t } = useTranslation()
  const [choosing, setChoosing] = useState<Choosing>()
  const asset = useAssetOf(programme)
  const { pictureId, titleChinese } = editing.form
  const posters = pictureId === undefined ? asset?.posters : postersOfPicture(pictureId)
  const dialog = {
    title: titleChinese || t('list.untitled'),
    onMade: (made: NonNullable<typeof pictureId>) => editing.change({ pictureId: made }),
    onClose: () => setChoosing(undefined),
  }
  const isPlayable =
    asset !== undefined && asset.source !== undefined && assetView(asset, programme.status === 'published').source !== undefined
  return (
    <Card title={t('section.poster')}>
      <div className="poster-card">
        {posters === undefined ? (
          <div className="poster-shown poster-empty">{t('poster.none')}</div>
        ) : (
          <img className="poster-shown" src={posters.medium} alt={t('poster.alt')} />
        )}
        <span className="muted small">
          {posters === undefined ? null : t(pictureId === undefined ? 'poster.own' : 'poster.chosen')} {t('poster.hint')}
        </span>
        <PosterWrongs editing={editing} />
        <div className="poster-actions">
          <FileButton onFile={(file) => setChoosing({ from: 'file', file })} />
          {isPlayable ? <Button onClick={() => setChoosing({ from: 'film', asset })}>{t('poster.fromFilm')}</Button> : null}
          {pictureId === undefined ? null : (
            <Button onClick={() => editing.change({ pictureId: undefined })}>
              {t(asset === undefined ? 'poster.remove' : 'poster.clear')}
            </Button>
          )}
        </div>
      </div>
      {choosing?.from === 'file' ? <PosterOfFile file={choosing.file} {...dialog} /> : null}
      {choosing?.from === 'film' ? <PosterOfFilm asset={choosing.asset} isPublic={programme.status === 'published'} {...dialog} /> : null}
    </Card>
  )
}

/** The film as it is told of now: its encoding goes on while somebody looks. */
function useAssetOf({ assetId, asset }: StaffProgramme): Asset | undefined {
  const embedded = asset !== undefined && asset.id === assetId ? { placeholderData: asset } : {}
  const query = useQuery({ ...assetQuery(assetId ?? ('none' as Asset['id'])), ...embedded, enabled: assetId !== undefined }) // not asked without one
  return assetId === undefined ? undefined : query.data
}

/** What the server or another editor said about it. */
const PosterWrongs = ({ editing }: { readonly editing: ProgrammeEditing }): ReactNode => {
  const { t } = useTranslation()
  const { ofField } = useProblemText()
  const error = editing.errors.pictureId
  if (error !== undefined)
    return (
      <p className="is-troubled" role="alert">
        {ofField(error)}
      </p>
    )
  return editing.conflicts.includes('pictureId') ? <p className="is-troubled">{t('conflict.field')}</p> : null
}

const FileButton = ({ onFile }: { readonly onFile: (file: File) => void }): ReactNode => {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button onClick={() => input.current?.click()}>{t('poster.upload')}</Button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept="image/jpeg,image/png,image/webp,image/avif"
        aria-label={t('poster.input')}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file !== undefined) onFile(file)
          event.target.value = ''
        }}
      />
    </>
  )
}
