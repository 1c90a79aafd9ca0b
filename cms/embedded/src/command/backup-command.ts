import type { Command } from './command.ts'

/**
 * Not a command of MongoDB: copies the store into a new file while it goes on being used, on the writer's own connection
 * (from any other a backup restarts at every commit). The path is absolute; the file must not exist.
 */
export const backupCommand: Command = {
  name: 'ulanBackup',
  effect: 'none',
  fields: { ulanBackup: 'text' },
  run: async (fields, context) => ({ pages: await context.backup(fields.text('ulanBackup')) }),
}
