import { pictureCreateSchema, pictureSchema } from '../picture/picture.ts'
import type { Route } from './route.ts'

/** Posters that people choose. */
export const PICTURE_ROUTES = {
  createPicture: {
    method: 'post',
    path: '/pictures',
    access: 'edit',
    summary: 'Make a poster of a finished upload, or of a moment of a film; repeating it answers the same poster',
    body: pictureCreateSchema,
    answer: pictureSchema,
    status: 201,
    problems: [
      ...(['not-found', 'conflict', 'upload-hash-mismatch', 'upload-too-large', 'empty-file'] as const),
      ...(['not-a-picture', 'damaged-picture', 'animated-picture', 'picture-too-large', 'picture-too-small'] as const),
      ...(['master-gone', 'encode-failed', 'encode-too-costly', 'truncated-video'] as const),
    ],
  },
} as const satisfies Readonly<Record<string, Route>>
