import { useTranslation } from 'react-i18next'

/** Where the texts of a file are seen, in words. */
export function usePlaceWord(): (file: string) => string {
  const { t } = useTranslation()
  return (file) => {
    const [room = '', name = ''] = file.split('/')
    return t(`translations.place.${room}.${name}`)
  }
}
