import { useQuery } from '@tanstack/react-query'
import type { RegionCode } from '@ulan/contract'
import { Cascader } from 'antd'
import type { ReactNode } from 'react'
import { regionPath, regionTree } from '../data/choices.ts'
import { regionsQuery } from '../data/staff-queries.ts'

type Props = {
  readonly id: string
  /** Where nothing beside it names it. */
  readonly label?: string
  readonly value: RegionCode | undefined
  readonly placeholder: string
  readonly isDisabled?: boolean
  /** What viewers choose on their televisions: leagues and cities, nothing below them. */
  readonly isLeaguesOnly?: boolean
  readonly onChange: (code: RegionCode | undefined) => void
}
type MutableChoice = { value: string; label: string; children?: MutableChoice[] }

/** A league or city, or a banner, county or district below one. */
export const RegionSelect = ({ id, label, value, placeholder, isDisabled = false, isLeaguesOnly = false, onChange }: Props): ReactNode => {
  const regions = useQuery(regionsQuery)
  const known = regions.data ?? []
  const tree = regionTree(known)
  return (
    <Cascader
      id={id}
      {...(label === undefined ? {} : { 'aria-label': label })}
      allowClear
      changeOnSelect
      showSearch
      disabled={isDisabled}
      value={regionPath(known, value)}
      loading={regions.isPending}
      placeholder={placeholder}
      options={(isLeaguesOnly ? tree.map(({ value: code, label: name }) => ({ value: code, label: name })) : tree).map(mutable)}
      onChange={(path) => onChange(lastCode(path))}
    />
  )
}

/** antd's cascade types its options as mutable. */
function mutable({ value, label, children }: ReturnType<typeof regionTree>[number]): MutableChoice {
  return { value, label, ...(children === undefined ? {} : { children: children.map(mutable) }) }
}

const lastCode = (path: readonly (string | number | null)[] | undefined): RegionCode | undefined => path?.at(-1) as RegionCode | undefined // options hold region codes only
