import { type BsonDocument, type BsonValue, isArray, isDocument } from '../value/bson-value.ts'
import { compileFilter, type DocumentTest } from './matcher.ts'

/** Conditions of a filter on an array or on fields of its elements, rewritten for one element under the name `value`. */
function elementTests(filter: BsonDocument, arrayPath: string): readonly DocumentTest[] {
  return Object.entries(filter).flatMap(([path, condition]) => {
    if (path === '$and' && isArray(condition)) return condition.flatMap((each) => (isDocument(each) ? elementTests(each, arrayPath) : []))
    if (path !== arrayPath && !path.startsWith(`${arrayPath}.`)) return []
    return [compileFilter({ [`value${path.slice(arrayPath.length)}`]: condition })]
  })
}

/** Finds the array element that made a filter true, for `path.$`; undefined when the filter says nothing of the array. */
export function matchedPosition(filter: BsonDocument, arrayPath: string, array: readonly BsonValue[]): number | undefined {
  const tests = elementTests(filter, arrayPath)
  if (tests.length === 0) return undefined
  const shown = array.map((element) => ({ value: [element] }))
  const byAll = shown.findIndex((element) => tests.every((test) => test(element)))
  const found = byAll === -1 ? shown.findIndex((element) => tests.some((test) => test(element))) : byAll
  return found === -1 ? undefined : found
}
