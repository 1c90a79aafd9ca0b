/** What can be wrong with the surroundings of a start; `detail` is the thing itself: an address, a folder, an error. */
export type LaunchProblem = {
  readonly kind:
    | 'port-in-use'
    | 'cannot-listen'
    | 'data-dir-unwritable'
    | 'data-dir-full'
    | 'data-dir-in-use'
    | 'data-absent'
    | 'data-newer'
    | 'data-corrupt'
    | 'restore-unfinished'
    | 'media-store-unreachable'
    | 'media-store-forbidden'
    | 'media-store-absent'
    | 'media-folder-absent'
    | 'media-store-other'
    | 'encoder-other'
    | 'mongodb-unreachable'
    | 'mongodb-single'
  readonly detail: string
}

const SENTENCES: Record<LaunchProblem['kind'], (detail: string) => string> = {
  'port-in-use': (address) => `${address} is already in use: stop the other program, or set PORT to another number`,
  'cannot-listen': (address) => `cannot listen on ${address}: check HOST and PORT`,
  'data-dir-unwritable': (folder) => `cannot write to ${folder}: make the folder writable, or set DATA_DIR to another one`,
  'data-dir-full': (folder) => `the disk of ${folder} is full: make room there and start again, nothing is lost`,
  'data-dir-in-use': (folder) => `${folder} is in use by another running server: stop it, or set DATA_DIR to another folder`,
  'data-absent': (place) => `there is no data in ${place}: run npm start once, or set DATA_DIR to the folder that the server uses`,
  'data-newer': (detail) => `the data was written by a newer release (${detail}): install that release, or set DATA_DIR to another folder`,
  'data-corrupt': (detail) => `the database file is damaged (${detail}): restore the last backup`,
  'restore-unfinished': (file) =>
    `a restore of ${file} was cut off, so that this data is not whole: empty DATA_DIR (and the database and media store, if they are elsewhere) and run npm run restore again`,
  'media-store-unreachable': (detail) =>
    `cannot reach the bucket of MEDIA_STORE (${detail}): check S3_ENDPOINT and AWS_REGION, and that the store is running`,
  'media-store-forbidden': (detail) =>
    `the bucket of MEDIA_STORE may not be used (${detail}): check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, and what they permit`,
  'media-store-absent': (detail) => `the bucket of MEDIA_STORE is not there (${detail}): make it, or name another`,
  'media-folder-absent': (folder) =>
    `${folder} is not the media folder of a server: set MEDIA_STORE to that folder, as it is reached from here`,
  'media-store-other': (place) =>
    `${place} is not where the server of this database keeps its media: set MEDIA_STORE and MONGODB_URI as they are for the server`,
  'encoder-other': (versions) =>
    `ffmpeg here is ${versions}: pieces of one title must come from one release, so install the server's, or set FFMPEG_PATH to it`,
  'mongodb-unreachable': (detail) =>
    `cannot reach the database at MONGODB_URI (${detail}): check the address and that it is running as a replica set`,
  'mongodb-single': (host) =>
    `the database at MONGODB_URI (${host}) is a single server: start it with --replSet and run rs.initiate() in it`,
}

/** One line for the person at the terminal: what is wrong and what to do. */
export const launchSentence = (problem: LaunchProblem): string => SENTENCES[problem.kind](problem.detail)
