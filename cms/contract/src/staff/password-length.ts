/** NIST SP 800-63B: length is what counts; no rules of composition. */
export const LEAST_PASSWORD_CHARACTERS = 12
export const MOST_PASSWORD_CHARACTERS = 256
