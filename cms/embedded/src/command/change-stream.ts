import { Timestamp } from 'bson'
import { compileStages } from '../aggregate/pipeline.ts'
import { stageOf } from '../aggregate/pipeline-update.ts'
import { ChangeCursor, checkHistory, committedSeq, seqBefore } from '../engine/change-feed.ts'
import type { EngineContext } from '../engine/engine-context.ts'
import { decodeResumeToken } from '../engine/resume-token.ts'
import type { ReadView } from '../engine/view.ts'
import { type BsonDocument, type BsonValue, isDocument } from '../value/bson-value.ts'
import { CommandFailure, refuse } from '../value/failure.ts'

const OPTIONS = [
  'fullDocument',
  'fullDocumentBeforeChange',
  'resumeAfter',
  'startAfter',
  'startAtOperationTime',
  'allChangesForCluster',
  'showExpandedEvents',
]
/** Stages that may follow: those that look at one event alone. */
const STAGES = new Set(['$match', '$project', '$addFields', '$set', '$unset', '$replaceRoot', '$replaceWith'])

function startOf(options: BsonDocument, view: ReadView, context: EngineContext): number {
  const { resumeAfter, startAfter, startAtOperationTime } = options
  const token = resumeAfter ?? startAfter
  if (token !== undefined) {
    const position = decodeResumeToken(token, context.fileId)
    if (position.isInvalidate && resumeAfter !== undefined)
      throw new CommandFailure('BadValue', 'cannot resume after an invalidate; use startAfter')
    checkHistory(view, position.seq)
    return position.seq
  }
  if (startAtOperationTime === undefined) return committedSeq(view)
  if (!(startAtOperationTime instanceof Timestamp)) throw new CommandFailure('TypeMismatch', 'startAtOperationTime must be a timestamp')
  const start = seqBefore(view, startAtOperationTime.t * 1000)
  checkHistory(view, start)
  return start
}

function checkOptions(options: BsonDocument): void {
  for (const option of Object.keys(options)) if (!OPTIONS.includes(option)) throw refuse('option of $changeStream', option)
  const before = options['fullDocumentBeforeChange']
  if (before !== undefined && before !== 'off') throw refuse('fullDocumentBeforeChange', String(before))
  const full = options['fullDocument']
  if (full !== undefined && full !== 'default' && full !== 'updateLookup') throw refuse('fullDocument', String(full))
}

/** Opens a change stream over a collection (`name`), a database, or with `allChangesForCluster` over everything. */
export function openChangeStream(
  pipeline: readonly BsonValue[],
  db: string,
  name: string | undefined,
  view: ReadView,
  context: EngineContext,
  variables: BsonDocument,
): ChangeCursor {
  const [head, ...rest] = pipeline
  const [, spec] = stageOf(head)
  const options = isDocument(spec) ? spec : {}
  checkOptions(options)
  for (const stage of rest) if (!STAGES.has(stageOf(stage)[0])) throw refuse('stage after $changeStream', stageOf(stage)[0])
  const everything = options['allChangesForCluster'] === true
  return new ChangeCursor(context, {
    scope: { db: everything ? undefined : db, name },
    updateLookup: options['fullDocument'] === 'updateLookup',
    startSeq: startOf(options, view, context),
    shape: compileStages(rest, { view, db, variables }),
  })
}
