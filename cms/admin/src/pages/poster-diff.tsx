import { useQuery } from '@tanstack/react-query'
import { type AssetId, postersOfPicture } from '@ulan/contract'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assetQuery } from '../data/staff-queries.ts'
import type { Poster } from '../data/version-diff.ts'

type Props = { readonly before: Poster; readonly after: Poster }

/** Both posters side by side. */
export const PosterDiff = ({ before, after }: Props): ReactNode => {
  const { t } = useTranslation()
  return (
    <div className="diff-posters">
      <div>
        <del>{t('versions.gone')}</del>
        <PosterPicture poster={before} label={t('poster.before')} />
      </div>
      <div>
        <ins>{t('versions.come')}</ins>
        <PosterPicture poster={after} label={t('poster.after')} />
      </div>
    </div>
  )
}

const PosterPicture = ({ poster, label }: { readonly poster: Poster; readonly label: string }): ReactNode =>
  poster.pictureId === undefined ? (
    <FilmPoster assetId={poster.assetId} label={label} />
  ) : (
    <img className="poster-shown" src={postersOfPicture(poster.pictureId).small} alt={label} />
  )

/** The film's own; in words where there is none to be shown. */
const FilmPoster = ({ assetId, label }: { readonly assetId: AssetId | undefined; readonly label: string }): ReactNode => {
  const { t } = useTranslation()
  const asset = useQuery({ ...assetQuery(assetId ?? ('none' as AssetId)), enabled: assetId !== undefined }) // not asked without one
  const url = asset.data?.posters?.small
  return (
    <>
      {url === undefined ? null : <img className="poster-shown" src={url} alt={label} />}
      <span className="muted small">{t(assetId === undefined ? 'poster.absent' : 'poster.ofFilm')}</span>
    </>
  )
}
