import type { ApiClient } from '../../lab/api-client.ts'

type Operation = { readonly responses: Readonly<Record<string, unknown>> }
export type ApiDescription = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }

/** Why a status that was seen has no place in the description, or undefined when it has one. */
export function undescribed({ paths }: ApiDescription, method: string, url: string, status: number): string | undefined {
  const path = url.replace(/\?.*$/, '').replace(/\/$/, '')
  const known = Object.keys(paths).find((one) => new RegExp(`^${one.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path))
  if (known === undefined) return undefined
  const operations = paths[known] ?? {}
  const own = operations[method.toLowerCase()] ?? (method === 'HEAD' ? operations['get'] : undefined)
  // What a path says to a method that it has not is described with those that it has.
  const asked = own === undefined ? Object.values(operations) : [own]
  if (asked.some(({ responses }) => String(status) in responses)) return undefined
  return `${method} ${known} answered ${String(status)}, which the description does not know`
}

/** A client that throws at any answer without a place in the description. */
export function describedClient(client: ApiClient, description: ApiDescription): ApiClient {
  return {
    ...client,
    raw: async (method, path, init) => {
      const result = await client.raw(method, path, init)
      const complaint = undescribed(description, method, path, result.status)
      if (complaint !== undefined) throw new Error(complaint)
      return result
    },
  }
}
