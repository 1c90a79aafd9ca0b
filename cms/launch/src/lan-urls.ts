import { networkInterfaces } from 'node:os'

const ANY = ['0.0.0.0', '::']

/** A host as it stands in a URL: IPv6 addresses in brackets. */
export const hostInUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host)

/** Addresses at which other devices of the local network reach this server; none when it listens on loopback. */
export function lanUrls(host: string, port: number): readonly string[] {
  if (host === 'localhost' || host === '127.0.0.1' || host === '::1') return []
  if (!ANY.includes(host)) return [`http://${hostInUrl(host)}:${String(port)}/`]
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => `http://${address.address}:${String(port)}/`)
}
