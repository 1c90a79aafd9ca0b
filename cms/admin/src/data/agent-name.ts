/** The first that fits counts: each of these also says the names of those below it. */
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['微信', /MicroMessenger\//],
  ['QQ', /\bQQBrowser\//],
  ['Edge', /\bEdgA?\//],
  ['Firefox', /\bFirefox\//],
  ['Chrome', /\bChrom(e|ium)\//],
  ['Safari', /\bSafari\//],
]
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['Android', /Android/],
  ['iPad', /iPad/],
  ['iPhone', /iPhone/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
]

/** Browser and system of a `User-Agent`, as people know them: `Edge · Windows`; undefined when it says neither. */
export function agentName(agent: string | undefined): string | undefined {
  if (agent === undefined) return undefined
  const known = [BROWSERS, SYSTEMS].flatMap((table) => table.find(([, pattern]) => pattern.test(agent))?.[0] ?? [])
  return known.length === 0 ? undefined : known.join(' · ')
}
