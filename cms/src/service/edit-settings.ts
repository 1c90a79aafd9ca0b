import { done, type Outcome, refuse, type Settings, type SettingsPatch } from '@ulan/contract'
import type { LiveSnapshot } from './live-snapshot.ts'
import type { SettingsReader, SettingsWriter } from './ports.ts'

export type SettingsNeeds = {
  readonly settings: SettingsReader & SettingsWriter
  readonly live: Pick<LiveSnapshot, 'refresh'>
  clock(): Date
}

/** Changes what the installation says of itself, at the revision its editor saw; it is shown before this resolves. */
export async function updateSettings(
  { settings, live, clock }: SettingsNeeds,
  { rev, ...patch }: SettingsPatch,
): Promise<Outcome<Settings>> {
  const old = await settings.readSettings()
  if (old.rev !== rev) return refuse('stale-revision')
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  const next: Settings = { ...old, ...given, rev: old.rev + 1 }
  if (!(await settings.replaceRevision(next, old.rev, clock()))) return refuse('stale-revision')
  await live.refresh([{ kind: 'small-nouns' }])
  return done(next)
}
