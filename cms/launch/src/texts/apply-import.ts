import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportPlan } from './plan-import.ts'

/** Writes what a plan says; each file is whole at any moment, and running the import again completes one that was cut off. */
export async function applyImport(root: string, { writes }: ImportPlan): Promise<void> {
  for (const { path, json } of writes) {
    const place = join(root, path)
    await writeFile(`${place}.unfinished`, json, { flush: true })
    await rename(`${place}.unfinished`, place)
  }
}

/** What was done, in lines for the person at the terminal. */
export function importReport({ put, present, refused, writes }: ImportPlan): string {
  const lines = [
    ...[...put].map(([file, count]) => `${file}: ${String(count)} put in as reviewed`),
    ...(present === 0 ? [] : [`${String(present)} were there already`]),
    ...refused.map((sentence) => `left out: ${sentence}`),
    writes.length === 0 ? 'no file was changed' : 'next: npm run check, look at git diff, commit',
  ]
  return `${lines.join('\n')}\n`
}
