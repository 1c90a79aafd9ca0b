import { useTranslation } from 'react-i18next'
import { fieldOfPath } from '../form/programme-form.ts'

/** Members that could not be restored, as people call them, in one line; empty when nothing is missing. */
export function useLeftOutWords(): (leftOut: readonly string[]) => string {
  const { t } = useTranslation()
  return (leftOut) =>
    leftOut
      .flatMap((path) => {
        const name = fieldOfPath(path)
        return path === 'assetId' ? t('versions.film') : name === undefined ? [] : t(`field.${name}`)
      })
      .join(t('versions.and'))
}
