import type { Plugin } from 'vite'

/**
 * Writes `start-files.json`: the scripts a first screen needs, that is the entry and all it imports at once. The size
 * gate and the bench read it; the player and other scripts asked for later are not in it.
 */
export function startFiles(): Plugin {
  return {
    name: 'tablet-start-files',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const start = new Set(chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName))
      // A set grows while it is walked: what an import imports is visited too.
      for (const name of start) for (const next of chunks.find((chunk) => chunk.fileName === name)?.imports ?? []) start.add(next)
      this.emitFile({ type: 'asset', fileName: 'start-files.json', source: JSON.stringify({ start: [...start] }) })
    },
  }
}
