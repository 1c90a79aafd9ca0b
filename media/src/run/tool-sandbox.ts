import { execFile } from 'node:child_process'

/** Bounds of one child process; every one of them ends in a kill, never in a wait. */
export type ToolLimits = { readonly cpuSeconds: number; readonly wallSeconds: number; readonly fileBytes: number }

/** How child processes are started on this machine. */
export type Sandbox = {
  /** Command words in front of the tool. */
  prefix(limits: ToolLimits): readonly string[]
  /** Owner that output files need, when the tool does not run as ourselves. */
  readonly outputOwner: number | undefined
}

/** `nobody` on every Linux. */
const UNPRIVILEGED_ID = 65_534
/** Behind everything that a viewer waits for, yet not starved by it. */
const NICENESS = 5
const ADDRESS_SPACE_BYTES = 6 * 1024 ** 3

const runs = (command: string, args: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    execFile(command, [...args], { timeout: 5_000 }, (error) => resolve(error === null))
  })

/** Finds out what this machine offers: other user when root, death with the parent, resource limits, a low priority. */
export async function findSandbox(isRoot: boolean, ffmpegPath: string): Promise<Sandbox> {
  const drop = ['--reuid', String(UNPRIVILEGED_ID), '--regid', String(UNPRIVILEGED_ID), '--clear-groups', '--no-new-privs']
  const death = ['--pdeathsig', 'KILL']
  const dropped = isRoot && (await runs('setpriv', [...drop, ...death, '--', ffmpegPath, '-version']))
  const dies = dropped || (await runs('setpriv', [...death, '--', ffmpegPath, '-version']))
  const limited = await runs('prlimit', ['--nofile=64', '--', ffmpegPath, '-version'])
  const niced = await runs('nice', ['-n', String(NICENESS), ffmpegPath, '-version'])
  const privileges = [...(dropped ? drop : []), ...(dies ? death : [])]
  return {
    outputOwner: dropped ? UNPRIVILEGED_ID : undefined,
    prefix: (limits) => [
      ...(privileges.length > 0 ? ['setpriv', ...privileges, '--'] : []),
      ...(limited
        ? [
            'prlimit',
            `--as=${ADDRESS_SPACE_BYTES}`,
            `--cpu=${Math.ceil(limits.cpuSeconds)}`,
            `--fsize=${limits.fileBytes}`,
            '--nofile=64',
            '--core=0',
            '--',
          ]
        : []),
      ...(niced ? ['nice', '-n', String(NICENESS)] : []),
    ],
  }
}
