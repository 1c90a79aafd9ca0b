/**
 * What Chrome 53, Safari 11 and WPE 2.22 lack of the language's library, and something of ours, of Lightning or of hls.js
 * calls: modules of core-js. A list, since whoever looks for calls by name alone takes `set.add` for a union of sets and
 * brings 25 kB gzip along. `test/e2e/specs/old-engine-on-tv.test.ts` runs the product without any of what came later.
 */
export const POLYFILLS: string[] = [
  'es.array.at',
  'es.array.find-last-index',
  'es.array.flat-map',
  'es.array.includes',
  // Wrong on Safari 12.0.
  'es.array.reverse',
  // Not stable before Chrome 70.
  'es.array.sort',
  'es.global-this',
  'es.object.entries',
  'es.object.get-own-property-descriptors',
  'es.object.values',
  'es.promise',
  'es.promise.finally',
  'es.string.at-alternative',
  'es.string.match-all',
  'es.string.pad-start',
  'es.typed-array.at',
  'web.dom-collections.for-each',
  'web.dom-collections.iterator',
]
