import type { ReactNode } from 'react'

/** A roof over a play sign: law and stage in one. */
export const BrandMark = ({ sizePx }: { readonly sizePx: number }): ReactNode => (
  <svg viewBox="0 0 64 64" width={sizePx} height={sizePx} aria-hidden="true">
    <rect width="64" height="64" rx="14" fill="var(--sky)" />
    <path d="M12 46V33L32 18l20 15v13z" fill="#fff" />
    <path d="M12 33 32 18l20 15" fill="none" stroke="#ecc05a" strokeWidth="5" strokeLinecap="round" strokeLinejoin="round" />
    <path d="M27 33v12l11-6z" fill="var(--sky)" />
  </svg>
)
