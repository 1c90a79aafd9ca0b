import { beaconBatchSchema, qualityQuerySchema, qualitySchema } from '../beacon/beacon.ts'
import type { Route } from './route.ts'

/** How films play out there. */
export const BEACON_ROUTES = {
  createBeacons: {
    method: 'post',
    path: '/beacons',
    access: 'public',
    summary: 'Tell how films played; nothing says whose device it was',
    body: beaconBatchSchema,
    status: 204,
    problems: ['too-many-requests'],
  },
  readQuality: {
    method: 'get',
    path: '/quality',
    access: 'oversee',
    summary: 'How films played, by day and kind of device, the latest first',
    query: qualityQuerySchema,
    answer: qualitySchema,
    status: 200,
    problems: [],
  },
} as const satisfies Record<string, Route>
