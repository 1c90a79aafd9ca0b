type Source = { readonly file: string; readonly text: string }

/** By look-around, not by pairs of quotes: an apostrophe in a comment would shift every pair after it. */
const QUOTED = /(?<=['"`])[\w.:-]+(?=['"`])/g
const TEMPLATE = /[\w.:-]*\$\{[^{}]*\}(?:[\w.:-]+|\$\{[^{}]*\})*/g
const COMMENT_LINE = /^[ \t]*(?:\/\/|\/\*|\*).*$/gm
/** `t('action.save', { ns: 'common' })` */
const ASKED_ELSEWHERE = /\bt\(\s*(['`])([^'`]+)\1,\s*\{\s*ns:\s*'(\w+)'/g
const ASKED = /\b(?:t|say)\(\s*'([\w.-]+)'/g
/** Not of types: they are gone before anything is shown. */
const JSON_IMPORT = /\bimport (\w+) from '[^']*\/locales\/[\w-]+\/(\w+)\.json'/g
/** i18next's plural forms are asked for without their end. */
const PLURAL = /_(zero|one|two|few|many|other)$/

/** What one source says that may be a key. */
type Words = {
  readonly file: string
  readonly quoted: ReadonlySet<string>
  /** Those that stand in the call of a translator itself. */
  readonly asked: ReadonlySet<string>
  /** Keys with holes. */
  readonly patterns: readonly RegExp[]
  /** Namespaces of which a hole is the whole key. */
  readonly open: ReadonlySet<string>
  /** Keys, some with holes, of the namespaces whose file it imports. */
  readonly members: ReadonlyMap<string, readonly RegExp[]>
}

type Asks = (words: Words, key: string) => boolean
/** By the key alone, which has a dot or stands in the call: a single word is quoted for many things. */
const asksByKey: Asks = ({ quoted, asked, patterns }, key) =>
  (key.includes('.') ? quoted : asked).has(key) || patterns.some((pattern) => pattern.test(key))
/** By codes, which all servers and the newsroom know. */
const asksByCode: Asks = ({ file, quoted }, key) => TELLS_PROBLEMS.test(file) && quoted.has(key.slice(key.lastIndexOf('.') + 1))

/** Namespaces that sources do not name, as their room has no other or takes them unless it says one. */
const UNNAMED: Readonly<Record<string, Asks>> = { admin: asksByKey, landing: asksByKey, problem: asksByCode }
/** Not the lists of all problems and of their sentences, which nobody would have to shorten. */
const TELLS_PROBLEMS = /^(?:cms|media)\/(?!contract\/src\/problem\/problem-(?:english|types)\.ts$)/

/**
 * Whether a source shows a text: by its full name (`player:play`), by a template that can become it, or as a member of the
 * locale file that it imports (`texts.scan`). A key that is a hole altogether is some word that the same source quotes.
 */
export function usesOf(sources: readonly Source[]): (namespace: string, key: string) => boolean {
  const all = sources.map(wordsOf)
  return (namespace, key) => {
    const asked = key.replace(PLURAL, '')
    const name = `${namespace}:${asked}`
    return all.some(
      (words) =>
        words.quoted.has(name) ||
        (words.open.has(namespace) && words.quoted.has(asked)) ||
        words.patterns.some((pattern) => pattern.test(name)) ||
        words.members.get(namespace)?.some((pattern) => pattern.test(asked)) === true ||
        UNNAMED[namespace]?.(words, asked) === true,
    )
  }
}

function wordsOf({ file, text }: Source): Words {
  const code = text.replaceAll(COMMENT_LINE, '').replaceAll(ASKED_ELSEWHERE, "t($1$3:$2$1, { ns: '$3'")
  const templates = [...code.matchAll(TEMPLATE)].map(([template]) => template.split(/\$\{[^{}]*\}/))
  const open = templates.flatMap(([start = '', ...rest]) => (rest.join('') === '' ? (/^(\w+):$/.exec(start)?.[1] ?? []) : []))
  return {
    file,
    quoted: new Set([...code.matchAll(QUOTED)].map(([word]) => word)),
    asked: new Set([...code.matchAll(ASKED)].map(([, word = '']) => word)),
    patterns: templates.filter((parts) => parts.some((part) => /[\w-]\.|\.[\w-]|^\w+:[\w-]/.test(part))).map(patternOf),
    open: new Set(open),
    members: membersOf(code),
  }
}

/** `texts.scan`, `texts[entry].open` of every imported locale file. */
function membersOf(code: string): Words['members'] {
  const members = new Map<string, RegExp[]>()
  for (const [, name = '', namespace = ''] of code.matchAll(JSON_IMPORT)) {
    const paths = [...code.matchAll(new RegExp(`\\b${name}((?:\\.\\w+|\\[\\w+\\])+)`, 'g'))].map(([, path = '']) => path)
    const keys = paths.map((path) =>
      path
        .replaceAll(/\[\w+\]/g, '.\0')
        .slice(1)
        .split('\0'),
    )
    members.set(namespace, [...(members.get(namespace) ?? []), ...keys.filter(isNamed).map(patternOf)])
  }
  return members
}

/** Holes alone would be every key. */
const isNamed = (parts: readonly string[]): boolean => parts.some((part) => part !== '')

/** A key with holes: anything but a dot may fill one. */
const patternOf = (parts: readonly string[]): RegExp =>
  new RegExp(`^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\-]/g, '\\$&')).join('[^.]+')}$`)
