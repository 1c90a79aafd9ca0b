import type { Plugin } from 'vite'

type Texts = { readonly [key: string]: string | Texts }

/** Keys without a translation stay in the locale files, for whoever translates; in a build they are bytes that say nothing. */
export function leaveOutMissingTexts(): Plugin {
  return {
    name: 'leave-out-missing-texts',
    enforce: 'pre',
    transform: {
      filter: { id: /\/locales\/mn-\w+\/[\w-]+\.json$/ },
      handler: (json) => ({ code: JSON.stringify(withoutEmpty(JSON.parse(json) as Texts)), map: null }), // the check has looked at its shape
    },
  }
}

function withoutEmpty(texts: Texts): Texts {
  const kept = Object.entries(texts).flatMap(([key, value]): [string, string | Texts][] => {
    if (typeof value === 'string') return value === '' ? [] : [[key, value]]
    const inner = withoutEmpty(value)
    return Object.keys(inner).length === 0 ? [] : [[key, inner]]
  })
  return Object.fromEntries(kept)
}
