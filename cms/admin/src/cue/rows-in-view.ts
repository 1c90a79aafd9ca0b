/** Rows drawn beyond both edges, so that a quick wheel meets no empty ones. */
const MORE_ROWS = 8

/** Which rows of a long list are drawn: from the first to the one before `to`. */
export function rowsInView(
  { topPx, heightPx }: { readonly topPx: number; readonly heightPx: number },
  rowPx: number,
  count: number,
): { readonly from: number; readonly to: number } {
  const from = Math.max(0, Math.min(count, Math.floor(topPx / rowPx)) - MORE_ROWS)
  return { from, to: Math.min(count, Math.ceil((topPx + heightPx) / rowPx) + MORE_ROWS) }
}
