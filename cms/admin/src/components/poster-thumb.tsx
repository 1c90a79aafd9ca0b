import { VideoCameraOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'

/** The small poster, or an empty frame of the same size while there is none. */
export const PosterThumb = ({ url }: { readonly url: string | undefined }): ReactNode =>
  url === undefined ? (
    <span className="poster is-empty" aria-hidden="true">
      <VideoCameraOutlined />
    </span>
  ) : (
    <img className="poster" src={url} alt="" loading="lazy" width={142} height={80} />
  )
