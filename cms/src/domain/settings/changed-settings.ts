import type { Settings, SettingsChange, SettingsPatch } from '@ulan/contract'

type ChangedSettings = Pick<SettingsChange, 'before' | 'after'> & { readonly next: Settings }

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

/** The next settings, and what a patch changes of them; undefined when it says what stands there already. */
export function changedSettings(old: Settings, { rev: _rev, ...given }: SettingsPatch): ChangedSettings | undefined {
  const current = new Map<string, unknown>(Object.entries(old))
  const changed = Object.entries(given).filter(([name, value]) => value !== undefined && !isSame(value, current.get(name)))
  if (changed.length === 0) return undefined
  const after = Object.fromEntries(changed)
  return {
    before: Object.fromEntries(changed.map(([name]) => [name, current.get(name)])),
    after,
    next: { ...old, ...after, rev: old.rev + 1 },
  }
}
