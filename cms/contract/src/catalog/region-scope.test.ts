import { expect, it } from 'vitest'
import type { RegionCode } from '../id/id.ts'
import { coversRegion } from './region-scope.ts'

const XILINGOL = '152500'
it.each([
  [undefined, undefined, true],
  [undefined, '152502', true],
  ['150000', '152502', true],
  ['150000', '150100', true],
  [XILINGOL, XILINGOL, true],
  [XILINGOL, '152502', true],
  [XILINGOL, '152201', false],
  [XILINGOL, '150000', false],
  [XILINGOL, undefined, false],
  [XILINGOL, null, false],
  ['152502', '152502', true],
  ['152502', XILINGOL, false],
  ['152502', '152503', false],
  ['150100', '150105', true],
])('%s covers %s: %s', (scope, region, expected) => {
  expect(coversRegion(scope as RegionCode | undefined, region as RegionCode | undefined)).toBe(expected) // six digits each
})
