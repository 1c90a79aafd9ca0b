import type { RegionCode } from '../id/id.ts'

/**
 * Whether whoever works for `scope` works on what belongs to `region`. Codes of GB/T 2260 have two digits each for the
 * region as a whole, the league or city, and the banner or county; noughts stand for all below. Without a scope somebody
 * works on everything; what belongs to no region belongs to those alone.
 */
export function coversRegion(scope: RegionCode | undefined, region: RegionCode | null | undefined): boolean {
  if (scope === undefined) return true
  return region?.startsWith(scope.replace(/(00)+$/, '')) === true
}
