import { useTranslation } from 'react-i18next'

type DropWords = {
  readonly title: string
  readonly hint: string
  readonly choose: string
  readonly input: string
  readonly curtain: string
}

/** What the drop zone says on the list and in a programme. */
export function useDropWords(isList: boolean): DropWords {
  const { t } = useTranslation()
  return {
    title: t(isList ? 'drop.titleList' : 'drop.title'),
    hint: t('drop.hint'),
    choose: t(isList ? 'drop.chooseList' : 'drop.choose'),
    input: t('drop.input'),
    curtain: t('drop.curtain'),
  }
}
