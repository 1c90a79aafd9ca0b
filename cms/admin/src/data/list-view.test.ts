import { describe, expect, it } from 'vitest'
import { changedView, isFiltered, listViewSearch, parseListView } from './list-view.ts'

describe('what is looked at in the list of programmes', () => {
  it('is read from an address as it is written to it', () => {
    const search = 'status=draft&kind=animation&regionCode=152500&seriesId=s-1&untitled=mn-Mong&q=%E8%8D%89%E5%8E%9F+%26+%E6%B3%95&page=3'
    expect(parseListView(search)).toEqual({
      status: 'draft',
      kind: 'animation',
      regionCode: '152500',
      seriesId: 's-1',
      untitled: 'mn-Mong',
      q: '草原 & 法',
      page: 3,
    })
    expect(listViewSearch(parseListView(search))).toBe(search)
  })
  it('leaves out what is not understood', () => {
    const odd = 'status=lost&kind=opera&regionCode=15&seriesId=../x&untitled=en&q=&page=0&other=1'
    expect(parseListView(odd)).toEqual({})
    expect(['page=1', 'page=-2', 'page=2.5', 'page=99999999', ''].map(parseListView)).toEqual([{}, {}, {}, {}, {}])
    expect(parseListView(`q=${'草'.repeat(200)}`).q).toHaveLength(100)
  })
  it('begins at the first page when something else is chosen', () => {
    expect(changedView({ status: 'draft', page: 4 }, { q: '法' })).toEqual({ status: 'draft', q: '法' })
    expect(changedView({ status: 'draft', page: 4 }, { status: undefined })).toEqual({})
    expect(changedView({ q: '法' }, { page: 2 })).toEqual({ q: '法', page: 2 })
  })
  it('tells whether something is left out', () => {
    expect([isFiltered({}), isFiltered({ page: 2 }), isFiltered({ q: '法' })]).toEqual([false, false, true])
  })
})
