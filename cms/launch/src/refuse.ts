/**
 * Says what is wrong with the settings, and lets the program come to its end. An exit just after loading waits for ever, once
 * in some twenty times on a busy machine, for threads that still compile (Node 24.21).
 */
export function refuse(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exitCode = 1
}
