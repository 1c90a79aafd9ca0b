import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/** An answer of the product, kept word for word: what a server without any product in it would send. */
export type KeptAnswer = { readonly path: string; readonly headers: readonly (readonly [string, string])[]; readonly bodyBase64: string }

/** The yardstick: `node:http` and nothing else, sending the same heads and bodies from memory. usage: bare-server.ts PORT FILE */
function serve(port: number, answers: readonly KeptAnswer[]): void {
  const byPath = new Map(
    answers.map((answer) => [answer.path, { headers: answer.headers.flat(), body: Buffer.from(answer.bodyBase64, 'base64') }]),
  )
  const server = createServer((request, response) => {
    const answer = byPath.get(request.url ?? '')
    if (answer === undefined) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, answer.headers).end(answer.body)
  })
  server.listen(port, '127.0.0.1', () => process.stdout.write('listening\n'))
}

if (import.meta.main) {
  const [, , port = '', file = ''] = process.argv
  serve(Number(port), JSON.parse(readFileSync(file, 'utf8')) as readonly KeptAnswer[]) // written by `api-bench.ts`
}
