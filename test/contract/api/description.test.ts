import { validate } from '@readme/openapi-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMINISTRATOR, type CmsLab, createCmsLab } from './cms-lab.ts'
import { type ApiDescription, undescribed } from './described.ts'

let plain: CmsLab
let secure: CmsLab
beforeAll(async () => {
  ;[plain, secure] = await Promise.all([createCmsLab(), createCmsLab({ publicUrl: 'https://media.example.org' })])
})
afterAll(() => Promise.all([plain.close(), secure.close()]))

type Described = ApiDescription & { readonly components: { readonly securitySchemes: { readonly session: { readonly name: string } } } }
const readDescription = async (lab: CmsLab): Promise<Described> => (await lab.call('/api/openapi.json')).json() as Described // checked below

describe('the description', () => {
  it('is valid OpenAPI 3.1, parameters of every path included', async () => {
    const text = (await plain.call('/api/openapi.json')).text
    expect(JSON.parse(text)).toMatchObject({ openapi: '3.1.0' })
    // The validator resolves what it is given in place.
    expect(await validate(JSON.parse(text))).toMatchObject({ valid: true, warnings: [] })
  })
  it('names the cookie that a sign-in really sets', async () => {
    for (const lab of [plain, secure]) {
      const [cookie = ''] = (await lab.call('/api/v1/session', { body: ADMINISTRATOR })).headers.getSetCookie()
      expect(cookie.split('=')[0]).toBe((await readDescription(lab)).components.securitySchemes.session.name)
    }
  })
  it('has all that tus asks of uploads', async () => {
    const { paths } = await readDescription(plain)
    expect(Object.keys(paths['/api/v1/uploads'] ?? {}).sort()).toEqual(['options', 'post'])
    expect(Object.keys(paths['/api/v1/uploads/{id}'] ?? {}).sort()).toEqual(['delete', 'head', 'options', 'patch'])
  })
  it('says in English what each problem is', async () => {
    const responses: unknown = (await readDescription(plain)).paths['/api/v1/assets']?.['post']?.responses
    expect(responses).toMatchObject({
      '422': { description: expect.stringContaining('`video-too-long`: The video is too long; cut it into parts.') },
    })
  })
  it('says of every write what stops it', async () => {
    const { paths } = await readDescription(plain)
    const statuses = (path: string, method: string) => Object.keys(paths[path]?.[method]?.responses ?? {})
    expect(statuses('/api/v1/assets', 'post')).toEqual(expect.arrayContaining(['400', '401', '403', '404', '405', '413', '415', '422']))
    expect(statuses('/api/v1/session', 'post')).toEqual(expect.arrayContaining(['400', '401', '403', '405', '413', '415', '429']))
  })
})

it('an answer without a place in the description is noticed', async () => {
  const description = await readDescription(plain)
  expect(undescribed(description, 'GET', '/api/v1/programmes/song?locale=zh-Hans', 418)).toMatch(
    /^GET \/api\/v1\/programmes\/\{id\} answered 418/,
  )
  expect(undescribed(description, 'PUT', '/api/v1/home', 405)).toBeUndefined()
  expect(undescribed(description, 'GET', '/api/v1/nowhere', 404)).toBeUndefined()
})
