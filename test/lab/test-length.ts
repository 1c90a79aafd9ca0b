import { randomInt } from 'node:crypto'

// The only place where tests read the environment.
const isLong = process.env['TEST_LONG'] === '1'

/** What every random choice of a run follows from: one number for all its tests, printed by each that draws, and given back by TEST_SEED=… */
export const SEED = Number(process.env['TEST_SEED'] ?? randomInt(1, 2 ** 31))

/** Sizes of the tests that could go on for ever: `npm test` runs the first, `npm run test:long` the second. */
export const LENGTH = {
  storeKills: isLong ? 200 : 8,
  serverKills: isLong ? 30 : 3,
  scheduleKills: isLong ? 20 : 2,
  /** Titles in the queue of the workers that are killed, where their media are, how often something befalls them at most, and seconds of each title. */
  workerTitles: isLong ? 10 : 2,
  workerStores: isLong ? (['folder', 'bucket'] as const) : ([SEED % 2 === 0 ? 'folder' : 'bucket'] as const),
  workerBlows: isLong ? 200 : 8,
  workerTitleSeconds: isLong ? 64 : 24,
  /** Of the amounts of room that an almost full disk has, as they are drawn, for starts of the store on it. */
  fullStarts: isLong ? 100 : 3,
  /** Times that the disk fills while titles are encoded, and how many titles. */
  fullRounds: isLong ? 12 : 1,
  fullTitles: isLong ? 4 : 1,
  fullSeconds: isLong ? 44 : 10,
  /** Of files that are put and read over a line that fails, and of failing connections while a title is encoded over it. */
  lineCalls: isLong ? 200 : 6,
  lineFaults: isLong ? 30 : 5,
  /** Titles, and seconds of each, that are encoded over it. */
  lineTitles: isLong ? 2 : 1,
  lineSeconds: isLong ? 24 : 10,
  /** Every screen in every language: on one panel of one engine, or, for looking at them, on all. */
  screens: process.env['TEST_SCREENS'] === '1' ? ('all' as const) : isLong ? ('one' as const) : ('none' as const),
  /** So long that what a box keeps has stopped growing. */
  isLongWalk: isLong,
  memoryLooks: isLong ? 16 : 1,
  remoteKeys: isLong ? 20_000 : 1_000,
  touches: isLong ? 2_000 : 80,
  /** Of `CLIP_SHAPES`, as they are drawn. */
  clipShapes: isLong ? 100 : 5,
  /** Films for other people's readers and players, beside those of every run: whether large ones too, and how many are drawn. */
  hasLargeFilms: isLong,
  drawnFilms: isLong ? 100 : 1,
  /** Plays of half a minute each that unit tests have in small. */
  hasLongPlays: isLong,
  /** Of files that are refused, of sounds and of subtitles, as they are drawn. */
  badClips: isLong ? 100 : 12,
  soundShapes: isLong ? 100 : 5,
  cueShapes: isLong ? 100 : 4,
  /** Of the languages, whose pages are compared on a screen of 3840×2160 too, and read in the largest letters. */
  localesLookedAt: isLong ? 3 : 1,
  /** Steps of the focus into each direction of every screen, whose words are listened to: at most across the letters of the search. */
  stepsHeard: isLong ? 7 : 2,
  /** Of each kind of trouble that a television meets, as they are drawn. */
  badDaysOfAKind: isLong ? 100 : 2,
  callsPerRoute: isLong ? 1_000 : 12,
} as const
