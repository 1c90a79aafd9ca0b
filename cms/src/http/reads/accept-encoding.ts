import type { Encoding } from './prepared-answer.ts'

/** The best coding of ours that the client takes (RFC 9110 §12.5.3); plain when it says nothing. */
export function chooseEncoding(header: string): Encoding {
  const weights = new Map<string, number>()
  for (const part of header.split(',')) {
    const [name = '', ...parameters] = part.trim().toLowerCase().split(';')
    const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='))
    const weight = quality === undefined ? 1 : Number(quality.slice(2))
    if (name !== '') weights.set(name.trim(), Number.isFinite(weight) ? weight : 0)
  }
  const weightOf = (coding: Encoding): number => weights.get(coding) ?? weights.get('*') ?? 0
  const brotli = weightOf('br')
  const gzip = weightOf('gzip')
  if (brotli > 0 && brotli >= gzip) return 'br'
  return gzip > 0 ? 'gzip' : 'identity'
}
