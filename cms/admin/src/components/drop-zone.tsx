import { CloudUploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'

const VIDEO_TYPES = 'video/*,.mkv,.ts,.m2ts,.mts,.mxf,.flv,.rmvb,.wmv,.avi,.mov,.mp4'

type Props = {
  readonly words: {
    readonly title: string
    readonly hint: string
    readonly choose: string
    readonly input: string
    readonly curtain: string
  }
  readonly isTall: boolean
  readonly isMultiple: boolean
  readonly onFiles: (files: readonly File[]) => void
}

/** Takes files dropped anywhere in the window, or chosen by the button. */
export const DropZone = ({ words, isTall, isMultiple, onFiles }: Props): ReactNode => {
  const input = useRef<HTMLInputElement>(null)
  const isOver = useWindowDrop(onFiles)
  return (
    <section className={`drop-zone${isTall ? ' is-tall' : ''}${isOver ? ' is-over' : ''}`} aria-label={words.title}>
      <span className="drop-mark" aria-hidden="true">
        <CloudUploadOutlined />
      </span>
      <div className={isTall ? '' : 'grow'}>
        <strong>{words.title}</strong>
        <div className="muted small">{words.hint}</div>
      </div>
      <Button type={isTall ? 'primary' : 'default'} onClick={() => input.current?.click()}>
        {words.choose}
      </Button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept={VIDEO_TYPES}
        multiple={isMultiple}
        aria-label={words.input}
        tabIndex={-1}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {isOver ? <div className="drop-curtain">{words.curtain}</div> : null}
    </section>
  )
}

/** True while a file hangs over the window. Without this a missed drop would make the browser open the film. */
function useWindowDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  const latest = useRef(onFiles)
  latest.current = onFiles
  useEffect(() => {
    const stop = new AbortController()
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const hover = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      latest.current([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragenter', hover, { signal: stop.signal })
    window.addEventListener('dragover', hover, { signal: stop.signal })
    window.addEventListener('dragleave', leave, { signal: stop.signal })
    window.addEventListener('drop', drop, { signal: stop.signal })
    return () => stop.abort()
  }, [])
  return isOver
}
