/** Where everything that the server hands out as a file lies, as it writes it. */
const MEDIA = '/media/'

/**
 * The path that the server stands at, by the path of this page: `/`, or such as `/legal/` where a portal has it there. The
 * loader finds it in the same way.
 */
export const rootOf = (pagePath: string): string => pagePath.replace(/tv\/[^/]*$/, '')

/** An answer whose addresses count from the server's root: the server does not know where a portal has put it. */
export function withRoot(answer: unknown, root: string): unknown {
  if (root === '/') return answer
  if (typeof answer === 'string') return answer.startsWith(MEDIA) ? root + answer.slice(1) : answer
  if (Array.isArray(answer)) return answer.map((item) => withRoot(item, root))
  if (typeof answer !== 'object' || answer === null) return answer
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, withRoot(value, root)]))
}
