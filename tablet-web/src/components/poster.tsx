import type { ProgrammeKind } from '@ulan/contract'
import { type ReactElement, useState } from 'react'

type PosterProps = { readonly kind: ProgrammeKind; readonly url?: string; readonly set?: string; readonly isEager?: boolean }

/** A 16:9 picture; where there is none, a quiet drawing of the steppe in the colour of its kind. */
export function Poster({ kind, url, set, isEager = false }: PosterProps): ReactElement {
  const [brokenUrl, setBrokenUrl] = useState<string>()
  if (url === undefined || url === brokenUrl) return <PosterDrawing kind={kind} />
  return (
    <img
      className="poster"
      src={url}
      {...(set === undefined ? {} : { srcSet: set, sizes: '400px' })}
      alt=""
      loading={isEager ? 'eager' : 'lazy'}
      decoding="async"
      draggable={false}
      onError={() => setBrokenUrl(url)}
    />
  )
}

function PosterDrawing({ kind }: { readonly kind: ProgrammeKind }): ReactElement {
  return (
    <svg className={`poster poster-drawing poster-${kind}`} viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <circle cx="244" cy="58" r="22" className="drawing-sun" />
      <path d="M0 118C60 92 112 96 160 112s108 12 160-12v80H0z" className="drawing-far" />
      <path d="M0 146c70-22 150-8 200 0s86 2 120-8v42H0z" className="drawing-near" />
      <path d="M62 138v-18c0-4 14-16 26-16s26 12 26 16v18z" className="drawing-yurt" />
      <path d="M82 138v-14h12v14z" className="drawing-door" />
    </svg>
  )
}
