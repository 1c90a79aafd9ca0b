import type { SecondFactors } from '../service/staff-ports.ts'
import { isRefusal } from './staff-accounts.ts'
import { type Auth, headersOf, shownAddress } from './staff-auth.ts'

/** What the library answers where a second factor is on already; every other 400 of it is a wrong password. */
const ALREADY_ON = 'TOTP_ALREADY_ENABLED'
const NOT_BEGUN = 'TOTP_NOT_ENABLED'

/** One's own second factor, kept by the library: secret and recovery codes are encrypted with the product's key. */
export function createSecondFactors(auth: Auth): SecondFactors {
  return {
    async begin(cookie, password) {
      try {
        const begun = await auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers: headersOf({ cookie }) })
        if (begun.method !== 'totp') throw new Error(`the library began ${begun.method} instead`)
        return { ...keyOf(begun.totpURI), recoveryCodes: begun.backupCodes }
      } catch (error) {
        if (isRefusal(error, 400)) return codeOf(error) === ALREADY_ON ? 'already-on' : 'wrong-password'
        throw error
      }
    },
    async confirm(cookie, code) {
      try {
        const { headers } = await auth.api.verifyTOTP({ body: { code }, headers: headersOf({ cookie }), returnHeaders: true })
        return headers.getSetCookie()
      } catch (error) {
        if (isRefusal(error, 400, 401)) return codeOf(error) === NOT_BEGUN ? 'not-begun' : 'wrong-code'
        throw error
      }
    },
    async remove(cookie, password) {
      try {
        const { headers } = await auth.api.disableTwoFactor({ body: { password }, headers: headersOf({ cookie }), returnHeaders: true })
        return headers.getSetCookie()
      } catch (error) {
        if (isRefusal(error, 400)) return 'wrong-password'
        throw error
      }
    },
  }
}

const codeOf = (error: unknown): unknown => {
  const body: unknown = error instanceof Error ? Reflect.get(error, 'body') : undefined
  return typeof body === 'object' && body !== null ? Reflect.get(body, 'code') : undefined
}

/** The library's key names the stored address; people know theirs as they type it. */
function keyOf(uri: string): { readonly uri: string; readonly secret: string } {
  const key = new URL(uri)
  const label = decodeURIComponent(key.pathname.replace(/^\/+/, ''))
  key.pathname = `/${encodeURIComponent(shownAddress(label))}`
  return { uri: key.href, secret: key.searchParams.get('secret') ?? '' }
}
