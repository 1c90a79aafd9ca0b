type Place = { readonly start: number; readonly end: number }

/** Strings and braces are all that a file of texts is made of. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}]/g

/** Where the texts of a locale file stand in it, quotes and all, by their keys; the file must be one that nobody complains of. */
function findPlaces(json: string): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  const groups: string[] = []
  let name: string | undefined
  for (const { 0: token, index } of json.matchAll(TOKEN)) {
    if (token === '{') {
      if (name !== undefined) groups.push(name)
      name = undefined
    } else if (token === '}') groups.pop()
    else if (name === undefined) name = String(JSON.parse(token))
    else {
      places.set([...groups, name].join('.'), { start: index, end: index + token.length })
      name = undefined
    }
  }
  return places
}

const splice = (json: string, { start, end }: Place, words: string): string => json.slice(0, start) + words + json.slice(end)

/** Puts a text in the place of one that is there, and leaves everything else as it was written; undefined for an unknown key. */
export function replaceText(json: string, key: string, text: string): string | undefined {
  const place = findPlaces(json).get(key)
  return place === undefined ? undefined : splice(json, place, JSON.stringify(text))
}

/**
 * Puts a flat file's text under a key, behind the nearest of the keys that come before it in `order` when it was not there.
 * `order` are all keys, as the file that this one accompanies has them.
 */
export function putFlatText(json: string, key: string, text: string, order: readonly string[]): string {
  const replaced = replaceText(json, key, text)
  if (replaced !== undefined) return replaced
  const line = `\n  ${JSON.stringify(key)}: ${JSON.stringify(text)}`
  const places = findPlaces(json)
  const before = order.slice(0, order.indexOf(key)).findLast((one) => places.has(one))
  const place = before === undefined ? undefined : places.get(before)
  if (place !== undefined) return splice(json, { start: place.end, end: place.end }, `,${line}`)
  const start = json.indexOf('{') + 1
  return places.size === 0 ? `{${line}\n}\n` : splice(json, { start, end: start }, `${line},`)
}
