/** Closed list of problems; the name is also the key of its sentences, in `locales/<tag>/problem.json` and `problem-english.ts`. */
export const PROBLEMS = {
  'malformed-json': 400,
  'invalid-request': 400,
  'upload-interrupted': 400,
  'bad-credentials': 401,
  'sign-in-required': 401,
  'account-blocked': 403,
  'second-factor-required': 401,
  'wrong-code': 422,
  'wrong-password': 422,
  'own-account': 409,
  'other-region': 403,
  'not-allowed': 403,
  'cross-site-request': 403,
  'not-found': 404,
  'not-for-children': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'upload-offset-conflict': 409,
  'tus-version-missing': 412,
  'attempt-conflict': 409,
  'stale-revision': 409,
  'chinese-changed': 409,
  'own-translation': 403,
  'cannot-publish': 409,
  'still-published': 409,
  'asset-in-use': 409,
  'master-gone': 409,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'upload-hash-mismatch': 422,
  'upload-too-large': 413,
  'upload-overrun': 413,
  'not-a-video': 422,
  'empty-file': 422,
  'not-a-sound': 422,
  'no-sound': 422,
  'truncated-sound': 422,
  'unsupported-sound': 422,
  'truncated-video': 422,
  'unsupported-video': 422,
  'sound-only': 422,
  'no-picture': 422,
  'video-too-long': 422,
  'video-too-large': 422,
  'encrypted-file': 422,
  'invalid-cue-file': 422,
  'request-timeout': 408,
  'too-many-requests': 429,
  'too-many-uploads': 429,
  'headers-too-large': 431,
  'encode-failed': 500,
  'encode-too-costly': 422,
  'encode-cancelled': 409,
  internal: 500,
  'unsupported-upload-extension': 501,
  'store-unavailable': 503,
  'queue-full': 503,
  'storage-full': 507,
} as const

export type ProblemName = keyof typeof PROBLEMS

/** The stable `type` member for a problem. */
export const problemType = (name: ProblemName): string => `/problems/${name}`

/** The name behind a `type` member, or undefined when it is not one of ours. */
export function problemName(type: string): ProblemName | undefined {
  const name = type.replace(/^.*\/problems\//, '')
  return name in PROBLEMS ? (name as ProblemName) : undefined // `in` has just proved it
}
