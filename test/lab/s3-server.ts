import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, request as forward, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { type Keys, type Refused, refusalOf } from './s3-signature.ts'

/**
 * What befalls a request: nothing, an error of the store, no answer ever, one that stays half, a line that breaks, or (the
 * end of an upload) one that is done and whose answer is lost.
 */
export type Mishap = 'none' | 'error' | 'silence' | 'half' | 'break' | 'unheard'
export type SeenRequest = {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  /** Once it is answered. */
  status?: number
}

export type S3Server = {
  readonly endpoint: string
  readonly bucket: string
  readonly keys: Keys
  /** Environment of a product that keeps its media here, below a prefix. */
  environment(prefix: string): Readonly<Record<string, string>>
  /** Every request that came, refused ones too. */
  readonly seen: readonly SeenRequest[]
  /** Decides what befalls requests from now on; nothing, when left out. */
  interfere(choose?: (request: SeenRequest) => Mishap): void
  /** Lets the store's clock run ahead. */
  setAhead(seconds: number): void
  /** Nobody answers any more at its address, until it is opened again. */
  shut(): Promise<void>
  open(): Promise<void>
  close(): Promise<void>
}

const ADDRESS = '127.0.0.1'
const BUCKET = 'troupe'
const KEYS: Keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

const XML = { 'content-type': 'application/xml' }

function refuse(response: ServerResponse, status: number, code: Refused | 'InternalError'): void {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message></Error>`
  response.writeHead(status, XML).end(xml)
}

const MOST_LISTED = 1_000
const tokenOf = (last: string): string => `<NextContinuationToken>${Buffer.from(last).toString('base64url')}</NextContinuationToken>`
const markerOf = (query: URLSearchParams): string => Buffer.from(query.get('continuation-token') ?? '', 'base64url').toString()

/** One page of s3rver's own, in the first version's way, and its last key if there are more. */
async function listPage(url: string, prefix: string, marker: string): Promise<{ status: number; xml: string; last: string | undefined }> {
  const answer = await fetch(`${url}?${new URLSearchParams({ prefix, marker }).toString()}`)
  const xml = await answer.text()
  const last = xml.includes('<IsTruncated>true</IsTruncated>') ? [...xml.matchAll(/<Key>([^<]*)<\/Key>/g)].at(-1)?.[1] : undefined
  return { status: answer.status, xml, last }
}

/**
 * A list's next page: s3rver marks it by a cipher that OpenSSL 3 no longer has, and fails where there is one. So it is
 * asked in the first version's way, and the mark is the last key of the page before.
 */
async function passListOn(query: URLSearchParams, url: string, response: ServerResponse): Promise<void> {
  const { status, xml, last } = await listPage(url, query.get('prefix') ?? '', markerOf(query))
  response.writeHead(status, XML)
  response.end(last === undefined ? xml : xml.replace('</ListBucketResult>', `${tokenOf(last)}</ListBucketResult>`))
}

/** The level below a prefix; s3rver's own leaves out whatever has no file directly in it. Only its folders are told. */
async function passFoldersOn(query: URLSearchParams, url: string, response: ServerResponse): Promise<void> {
  const prefix = query.get('prefix') ?? ''
  const found = new Set<string>()
  for (let marker: string | undefined = ''; marker !== undefined; ) {
    const { xml, last } = await listPage(url, prefix, marker)
    for (const [, key = ''] of xml.matchAll(/<Key>([^<]*)<\/Key>/g)) {
      const end = key.indexOf('/', prefix.length)
      if (end !== -1) found.add(key.slice(0, end + 1))
    }
    marker = last
  }
  const left = [...found].sort().filter((folder) => folder > markerOf(query))
  const page = left.slice(0, MOST_LISTED)
  const entries = page.map((folder) => `<CommonPrefixes><Prefix>${folder}</Prefix></CommonPrefixes>`).join('')
  const more = left.length > MOST_LISTED ? `<IsTruncated>true</IsTruncated>${tokenOf(page.at(-1) ?? '')}` : ''
  response.writeHead(200, XML)
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult>${entries}${more}</ListBucketResult>`)
}

/** Sends a request on as it is, and its answer back. */
function passOn(request: IncomingMessage, body: Buffer, response: ServerResponse, port: number): void {
  const { method, url: path, headers } = request
  const onward = forward({ host: ADDRESS, port, method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => response.destroy())
  // An answer that nobody waits for any more would be one for ever.
  response.once('close', () => onward.destroy())
  onward.end(body)
}

type Answer = { readonly status: number; readonly body: string }

/**
 * Ends uploads in parts, each once: whoever asks again is told the same, as by S3. s3rver, asked again while it is at it,
 * takes the parts away under its own hands, and its process with them.
 */
class UploadEnds {
  readonly #answers = new Map<string, Promise<Answer>>()

  end(url: string, body: Buffer): Promise<Answer> {
    const answer = this.#answers.get(url) ?? this.#ask(url, body)
    this.#answers.set(url, answer)
    return answer
  }

  async #ask(url: string, body: Buffer): Promise<Answer> {
    try {
      const answer = await fetch(url, { method: 'POST', body: new Uint8Array(body) })
      return { status: answer.status, body: await answer.text() }
    } catch (error) {
      this.#answers.delete(url)
      throw error
    }
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, ADDRESS, () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('no port'))
      else resolve(address.port)
    })
  })
}

/**
 * An S3 server of npm's behind a door that it lacks: one that recomputes the V4 signature of every request, and can be
 * told to fail. `corsRule` is the bucket's, as XML.
 */
export async function startS3Server(corsRule?: string): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'legal-s3-'))
  const configureBuckets = [{ name: BUCKET, configs: corsRule === undefined ? [] : [corsRule] }]
  const store = new S3rver({ port: 0, address: ADDRESS, silent: true, directory, configureBuckets })
  const { port: storePort } = await store.run()
  const seen: SeenRequest[] = []
  const ends = new UploadEnds()
  let choose: (request: SeenRequest) => Mishap = () => 'none'
  let aheadMs = 0
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '', headers } = request
    const { pathname, searchParams } = new URL(url, 'http://s3')
    const told: SeenRequest = { method, path: decodeURIComponent(pathname), query: searchParams }
    seen.push(told)
    response.once('finish', () => {
      told.status = response.statusCode
    })
    const mishap = choose(told)
    if (mishap === 'break') return void request.destroy()
    const body = await buffer(request)
    if (mishap === 'silence') return
    if (mishap === 'half') return void response.writeHead(200, { 'content-length': '10' }).write('01234')
    if (mishap === 'error') return refuse(response, 500, 'InternalError')
    // A browser asks beforehand without a signature.
    const refused = method === 'OPTIONS' ? undefined : refusalOf({ method, url, headers, body }, KEYS, Date.now() + aheadMs)
    if (refused !== undefined) return refuse(response, 403, refused)
    const bucketUrl = `http://${ADDRESS}:${storePort}${pathname}`
    if (searchParams.has('delimiter')) return await passFoldersOn(searchParams, bucketUrl, response)
    if (searchParams.get('list-type') === '2') return await passListOn(searchParams, bucketUrl, response)
    if (method === 'POST' && searchParams.has('uploadId')) {
      const ended = await ends.end(`http://${ADDRESS}:${storePort}${url}`, body)
      return mishap === 'unheard' ? void response.destroy() : void response.writeHead(ended.status, XML).end(ended.body)
    }
    passOn(request, body, response, storePort)
  }
  const newDoor = (): Server => createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  let door = newDoor()
  const port = await listen(door, 0)
  const endpoint = `http://${ADDRESS}:${port}`
  const shut = async (): Promise<void> => {
    const closed = new Promise((resolve) => door.close(resolve))
    door.closeAllConnections()
    await closed
  }
  return {
    endpoint,
    bucket: BUCKET,
    keys: KEYS,
    environment: (prefix) => ({
      MEDIA_STORE: `s3://${BUCKET}/${prefix}`,
      S3_ENDPOINT: endpoint,
      AWS_ACCESS_KEY_ID: KEYS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: KEYS.secretAccessKey,
    }),
    seen,
    interfere: (chosen = () => 'none') => {
      choose = chosen
    },
    setAhead: (seconds) => {
      aheadMs = seconds * 1000
    },
    shut,
    open: async () => {
      door = newDoor()
      await listen(door, port)
    },
    close: async () => {
      await shut()
      await store.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
