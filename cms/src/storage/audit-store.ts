import type { AuditEntry, AuditQuery } from '@ulan/contract'
import { type Connection, mongo } from 'mongoose'
import type { AuditStore } from '../service/ports.ts'

type AuditRow = Omit<AuditEntry, 'seq' | 'at'> & { readonly _id: number; readonly at: Date }

const DUPLICATE_KEY = 11000

/** A row for each entry, by its number: two processes cannot both write the same one, and none is ever changed. */
export async function createAuditStore(connection: Connection): Promise<AuditStore> {
  const rows = connection.collection<AuditRow>('audit')
  // Each list that can be asked for is as long as a page, however long the log.
  for (const first of ['by.id', 'target', 'action', 'ends']) await rows.createIndex({ [first]: 1, _id: -1 })
  const entriesOf = async (found: Promise<AuditRow[]>): Promise<readonly AuditEntry[]> => (await found).map(entryOf)
  return {
    async readHead() {
      const last = await rows.findOne({}, { sort: { _id: -1 } })
      return last === null ? undefined : entryOf(last)
    },
    async append({ seq, at, ...members }) {
      try {
        await rows.insertOne({ _id: seq, at: new Date(at), ...members })
        return true
      } catch (error) {
        if (error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY) return false
        throw error
      }
    },
    listBeginnings: (query, most) => entriesOf(rows.find(filterOf(query)).sort({ _id: -1 }).limit(most).toArray()),
    listEnds: (seqs) => entriesOf(rows.find({ ends: { $in: [...seqs] } }).toArray()),
    listAfter: (seq, most) =>
      entriesOf(
        rows
          .find({ _id: { $gt: seq } })
          .sort({ _id: 1 })
          .limit(most)
          .toArray(),
      ),
  }
}

const entryOf = ({ _id, at, ...members }: AuditRow): AuditEntry => ({ seq: _id, at: at.toISOString(), ...members })

function filterOf({ before, by, action, target, from, until }: AuditQuery): mongo.Filter<AuditRow> {
  const at = { ...(from === undefined ? {} : { $gte: new Date(from) }), ...(until === undefined ? {} : { $lt: new Date(until) }) }
  return {
    ends: { $exists: false },
    ...(before === undefined ? {} : { _id: { $lt: before } }),
    ...(by === undefined ? {} : { 'by.id': by }),
    ...(action === undefined ? {} : { action }),
    ...(target === undefined ? {} : { target }),
    ...(Object.keys(at).length === 0 ? {} : { at }),
  }
}
