import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Locale } from '@ulan/contract'
import { App, Button, Popconfirm } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { asProblemError } from '../data/problem-error.ts'
import type { RecordingRow } from '../data/recording-rows.ts'
import { recordingsQuery } from '../data/staff-queries.ts'
import { sendOnce } from '../upload/send-once.ts'
import { canRecord, startTake, type VoiceTake } from '../upload/voice-recorder.ts'
import { useProblemText } from './use-problem-text.ts'

type Props = { readonly locale: Locale; readonly row: RecordingRow }

/** Speak it here, or choose a file; either takes the place of what is there. */
export const RecordingActions = ({ locale, row: { text, recording, place } }: Props): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const { message } = App.useApp()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const refresh = () => client.invalidateQueries({ queryKey: recordingsQuery(locale).queryKey })
  const onError = (caught: unknown): void => void message.error(ofProblem(asProblemError(caught).problem), 8)
  const add = useMutation({
    mutationFn: async (file: File) => api.createRecording({ ...(await sendOnce(file)), locale, text }),
    onSuccess: async () => {
      await refresh()
      void message.success(t('recordings.added'))
    },
    onError,
  })
  const remove = useMutation({ mutationFn: api.deleteRecording, onSuccess: refresh, onError })
  return (
    <div className="recording-actions">
      {place === 'unused' ? null : (
        <>
          {canRecord() ? <SpeakButton isBusy={add.isPending} onSpoken={(file) => add.mutate(file)} /> : null}
          <Button loading={add.isPending} onClick={() => input.current?.click()}>
            {t(recording === undefined ? 'recordings.upload' : 'recordings.replace')}
          </Button>
          <input
            ref={input}
            className="visually-hidden"
            type="file"
            accept="audio/*,.m4a,.ogg,.flac"
            aria-label={t('recordings.inputOf', { text })}
            tabIndex={-1}
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file !== undefined) add.mutate(file)
              event.target.value = ''
            }}
          />
        </>
      )}
      {recording === undefined ? null : (
        <Popconfirm
          title={t('recordings.ask')}
          okText={t('recordings.remove')}
          cancelText={t('recordings.keep')}
          onConfirm={() => remove.mutate(recording.id)}
        >
          <Button danger loading={remove.isPending}>
            {t('recordings.remove')}
          </Button>
        </Popconfirm>
      )}
    </div>
  )
}

/** Press, speak, press. */
const SpeakButton = ({ isBusy, onSpoken }: { readonly isBusy: boolean; readonly onSpoken: (file: File) => void }): ReactNode => {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [take, setTake] = useState<VoiceTake>()
  useEffect(() => () => take?.cancel(), [take])
  const begin = (): void => {
    startTake().then(setTake, () => void message.error(t('recordings.noMicrophone'), 8))
  }
  const finish = async (spoken: VoiceTake): Promise<void> => {
    onSpoken(await spoken.finish())
    setTake(undefined)
  }
  return take === undefined ? (
    <Button type="primary" disabled={isBusy} onClick={begin}>
      {t('recordings.speak')}
    </Button>
  ) : (
    <Button type="primary" danger onClick={() => void finish(take)}>
      {t('recordings.finish')}
    </Button>
  )
}
