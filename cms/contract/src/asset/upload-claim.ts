import * as z from 'zod'

/** What names a finished upload, in whatever it is to become. */
export const uploadClaim = {
  uploadId: z.string().max(64),
  /** Of its bytes, as the sender knows them, hex; bytes that differ are refused. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
} as const
