/** Its own entry of the contract, for servers: its table weighs more than a client's whole start. */
import { convertMenksoftToUnicode } from 'mongol-code'

/** Menksoft's code: Mongolian glyphs in the private-use area, as older documents, sites and subtitle files have it. */
const MENKSOFT = /[\ue234-\ue34f]/

/** A text with its Menksoft glyphs turned into Unicode letters; others come back as they are. */
export const unicodeOf = (text: string): string => (MENKSOFT.test(text) ? convertMenksoftToUnicode(text) : text)
