import type { RequestHandler } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { sendProblem } from '../problem/problem-response.ts'
import { addressKey } from './address-key.ts'

const WINDOW_SECONDS = 60

/**
 * Refuses what one address sends beyond `mostPerMinute`, before a body is read. Counted in the memory of this process,
 * for a minute per address: a count in the store would cost more than what it protects.
 */
export function limitByAddress(mostPerMinute: number): RequestHandler {
  const limiter = new RateLimiterMemory({ points: mostPerMinute, duration: WINDOW_SECONDS })
  return async (request, response, next) => {
    try {
      await limiter.consume(addressKey(request.ip))
    } catch (spent) {
      // The library rejects with its own value when an address has used up its share.
      if (!(spent instanceof RateLimiterRes)) throw spent
      response.set('Retry-After', String(Math.max(1, Math.ceil(spent.msBeforeNext / 1000))))
      sendProblem(request, response, 'too-many-requests')
      return
    }
    next()
  }
}
