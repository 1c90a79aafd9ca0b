import { done, type Outcome, refuse, type Settings, type SettingsPatch } from '@ulan/contract'
import { changedSettings } from '../domain/settings/changed-settings.ts'
import { findPolicyProblems } from '../domain/settings/language-policy.ts'
import type { LiveSnapshot } from './live-snapshot.ts'
import type { SettingsReader, SettingsWriter } from './ports.ts'
import type { StaffMember } from './staff-ports.ts'

export type SettingsNeeds = {
  readonly settings: SettingsReader & SettingsWriter
  readonly live: Pick<LiveSnapshot, 'refresh'>
  clock(): Date
}

/**
 * Changes what is set for the installation, at the revision its editor saw, and keeps who did it; viewers have it before
 * this resolves. A patch that says what stands there already changes nothing.
 */
export async function updateSettings(
  { settings, live, clock }: SettingsNeeds,
  patch: SettingsPatch,
  member: StaffMember | undefined,
): Promise<Outcome<Settings>> {
  if (member === undefined) return refuse('not-allowed')
  const problems = patch.languages === undefined ? [] : findPolicyProblems(patch.languages)
  if (problems.length > 0) return refuse('invalid-request', problems)
  // Whoever turns it on must be able to turn it off: from then on the role asks for the second factor.
  if (patch.review?.policy === 'three' && !member.hasSecondFactor) {
    return refuse('invalid-request', [{ path: 'review.policy', code: 'second-factor-first' }])
  }
  const old = await settings.readSettings()
  if (old.rev !== patch.rev) return refuse('stale-revision')
  const changed = changedSettings(old, patch)
  if (changed === undefined) return done(old)
  const { next, ...change } = changed
  const kept = { ...change, rev: next.rev, changedAt: clock().toISOString(), changedBy: member.email }
  if (!(await settings.replaceRevision(next, kept))) return refuse('stale-revision')
  await live.refresh([{ kind: 'small-nouns' }])
  return done(next)
}
