import type { MediaConfig } from '@ulan/media'

const GIB_BYTES = 2 ** 30

/** What uploads may take up; the README tells operators. */
export const UPLOAD_LIMITS: Pick<MediaConfig, 'maxUploadBytes' | 'quota'> = {
  maxUploadBytes: 64 * GIB_BYTES,
  quota: {
    mostUploads: 500,
    mostBytes: 512 * GIB_BYTES,
    mostWaiting: 500,
    reserveBytes: GIB_BYTES / 2,
  },
}
