/** Relative addresses that an HLS playlist names (RFC 8216bis §4.4: URI lines and URI attributes), in order. */
export function playlistAddresses(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const address = line.startsWith('#') ? /[:,]URI="([^"]+)"/.exec(line)?.[1] : line.trim()
    // What lies elsewhere is not ours to look for.
    return address === undefined || address === '' || address.includes(':') ? [] : [address]
  })
}
