/** Two folders and names of letters, digits, dots, hyphens and underscores; nothing that climbs out or hides. */
const MEDIA_KEY = /^(assets|masters)(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/

/** Whether a text from outside may be used as a key of the media store. */
export const isMediaKey = (text: string): boolean => text.length <= 1_000 && MEDIA_KEY.test(text)
