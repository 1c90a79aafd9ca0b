/** NIST SP 800-63B: length is what counts; no rules of composition. */
export const LEAST_PASSWORD_CHARACTERS = 12
export const MOST_PASSWORD_CHARACTERS = 256

/** Signs of a mail address that the accounts' library takes; one of this very machine (`admin@localhost`) needs no dot. */
const STAFF_ADDRESS = /^[\w'+-]+(\.[\w'+-]+)*@[A-Za-z0-9][A-Za-z0-9-]*((\.[A-Za-z0-9][A-Za-z0-9-]*)*\.[A-Za-z]{2,})?$/
const LONGEST_ADDRESS = 254

/** Whether somebody could sign in by this address: an account of any other one would be of no use to anybody. */
export const isStaffAddress = (text: string): boolean => text.length <= LONGEST_ADDRESS && STAFF_ADDRESS.test(text)
