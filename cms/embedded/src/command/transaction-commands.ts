import { CommandFailure } from '../value/failure.ts'
import type { Command, CommandRequest } from './command.ts'

function named(request: CommandRequest): readonly [string, bigint] {
  const { session, txnNumber, inTransaction } = request
  if (session === undefined || txnNumber === undefined || !inTransaction) {
    throw new CommandFailure('InvalidOptions', 'a transaction needs lsid, txnNumber and autocommit: false')
  }
  return [session, txnNumber]
}

export const commitTransactionCommand: Command = {
  name: 'commitTransaction',
  effect: 'none',
  fields: { commitTransaction: 'ignored', recoveryToken: 'ignored' },
  run: (_fields, context, request) => {
    context.commitTransaction(...named(request))
    return {}
  },
}

export const abortTransactionCommand: Command = {
  name: 'abortTransaction',
  effect: 'none',
  fields: { abortTransaction: 'ignored', recoveryToken: 'ignored' },
  run: (_fields, context, request) => {
    context.abortTransaction(...named(request))
    return {}
  },
}
