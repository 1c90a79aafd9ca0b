import { App, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CueSheet } from '../cue/cue-sheet.ts'
import type { CueEditing } from './use-cue-edit.ts'

const WORD = 'cue-removed'

/** Tells of a deleted cue and offers it back until the next step: from then on another one would be taken back. */
export function useRemovedWord({ sheet, undo }: CueEditing): (number: number, left: CueSheet) => void {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const told = useRef<CueSheet>(undefined)
  useEffect(() => {
    if (told.current === undefined || told.current === sheet) return
    told.current = undefined
    message.destroy(WORD)
  }, [message, sheet])
  useEffect(() => () => message.destroy(WORD), [message])
  return (number, left) => {
    told.current = left
    // A word that is on its way out can still be clicked.
    const undoThis = (): void => {
      if (told.current === left) undo()
    }
    const content = (
      <>
        {t('cues.removed', { number })}
        <Button size="small" type="link" onClick={undoThis}>
          {t('cues.undo')}
        </Button>
      </>
    )
    void message.info({ key: WORD, duration: 8, content })
  }
}
