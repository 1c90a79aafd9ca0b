import { aggregateCommand, countCommand } from './aggregate-command.ts'
import { backupCommand } from './backup-command.ts'
import { createCommand, dropCommand, dropDatabaseCommand, listCollectionsCommand, listDatabasesCommand } from './collection-commands.ts'
import type { Command } from './command.ts'
import { deleteCommand } from './delete-command.ts'
import { distinctCommand } from './distinct-command.ts'
import { explainCommand } from './explain-command.ts'
import { findAndModifyCommand } from './find-and-modify-command.ts'
import { findCommand, getMoreCommand, killCursorsCommand } from './find-command.ts'
import { createIndexesCommand, dropIndexesCommand, listIndexesCommand } from './index-commands.ts'
import { insertCommand } from './insert-command.ts'
import { collModCommand, collStatsCommand, dbStatsCommand, renameCollectionCommand } from './maintenance-commands.ts'
import {
  buildInfoCommand,
  connectionStatusCommand,
  endSessionsCommand,
  helloCommand,
  pingCommand,
  refreshSessionsCommand,
  serverStatusCommand,
} from './server-commands.ts'
import { abortTransactionCommand, commitTransactionCommand } from './transaction-commands.ts'
import { updateCommand } from './update-command.ts'

const COMMANDS: readonly Command[] = [
  abortTransactionCommand,
  aggregateCommand,
  backupCommand,
  buildInfoCommand,
  collModCommand,
  collStatsCommand,
  commitTransactionCommand,
  connectionStatusCommand,
  countCommand,
  createCommand,
  createIndexesCommand,
  dbStatsCommand,
  deleteCommand,
  distinctCommand,
  dropCommand,
  dropDatabaseCommand,
  dropIndexesCommand,
  endSessionsCommand,
  explainCommand,
  findAndModifyCommand,
  findCommand,
  getMoreCommand,
  helloCommand,
  insertCommand,
  killCursorsCommand,
  listCollectionsCommand,
  listDatabasesCommand,
  listIndexesCommand,
  pingCommand,
  refreshSessionsCommand,
  renameCollectionCommand,
  serverStatusCommand,
  updateCommand,
]

const byName = new Map(COMMANDS.flatMap((command) => [command.name, ...(command.aliases ?? [])].map((name) => [name, command] as const)))

/** The command of a name, or undefined when this store does not know it. */
export function findCommandByName(name: string): Command | undefined {
  return byName.get(name)
}
