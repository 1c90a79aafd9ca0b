/** False when the browser has no room: what is typed can be larger than what it keeps for a site, and whoever types is told. */
export function keepText(store: Pick<Storage, 'setItem'>, key: string, value: unknown): boolean {
  const text = JSON.stringify(value)
  try {
    store.setItem(key, text)
    return true
  } catch {
    return false // only a full store refuses
  }
}
