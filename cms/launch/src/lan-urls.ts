import { networkInterfaces } from 'node:os'

const ANY = ['0.0.0.0', '::']

/** A host as it stands in a URL: IPv6 addresses in brackets. */
export const hostInUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host)

/** An address at which a server can be opened: nobody can open 0.0.0.0, so one of the local network, or this machine's. */
export function ownUrl(host: string, port: number): string {
  const shown = ANY.includes(host) ? 'localhost' : host
  return (ANY.includes(host) ? lanUrls(host, port)[0] : undefined) ?? `http://${hostInUrl(shown)}:${String(port)}/`
}

/** Addresses at which other devices of the local network reach this server; none when it listens on loopback. */
export function lanUrls(host: string, port: number): readonly string[] {
  if (host === 'localhost' || host === '127.0.0.1' || host === '::1') return []
  if (!ANY.includes(host)) return [`http://${hostInUrl(host)}:${String(port)}/`]
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => `http://${address.address}:${String(port)}/`)
}
