import { execFile } from 'node:child_process'

const PATIENCE_MS = 5_000

/** What an ffmpeg calls itself, such as `5.1.9-0+deb12u1`; undefined when it does not say. */
export const readEncoderVersion = (ffmpegPath: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    // One that cannot be run shows at the first unit, with its reason.
    execFile(ffmpegPath, ['-version'], { timeout: PATIENCE_MS }, (_error, stdout) => resolve(/^ffmpeg version (\S+)/.exec(stdout)?.[1]))
  })

/** The part that decides what its encoders make; a build that is no release is known by its whole name. */
export const releaseOf = (version: string): string => /^n?(\d+\.\d+)/.exec(version)?.[1] ?? version
