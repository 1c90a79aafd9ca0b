import { ROUTES, type Route } from '@ulan/contract/schemas'
import { API_PREFIX } from './bind-route.ts'

/** Tells the methods that the contract has for a path; none for a path that is not in it. */
export function createMethodTable(): (path: string) => readonly string[] {
  const found = new Map<string, string[]>()
  for (const route of Object.values<Route>(ROUTES)) {
    const methods = found.get(route.path) ?? []
    methods.push(...(route.method === 'get' ? ['GET', 'HEAD'] : [route.method.toUpperCase()]))
    found.set(route.path, methods)
  }
  const patterns = [...found].map(([path, methods]) => ({
    // As Express matches: in any case, and with a slash at the end.
    pattern: new RegExp(`^${API_PREFIX}${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`, 'i'),
    methods,
  }))
  return (path) => [...new Set(patterns.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods))]
}
