import type { Programme } from '@ulan/contract'
import { buildSnapshot, type Snapshot } from './build-snapshot.ts'

const isForChildren = ({ audience }: Programme): boolean => audience === 'children'

const views = new WeakMap<Snapshot, Snapshot>()

/**
 * The same version as children's mode knows it: as if nothing else had been published, so that home, search, related
 * titles and the next episode need no rule of their own. A series is in it when all its published episodes are for
 * children; children's episodes of any other stand alone. Made when somebody first asks.
 */
export function childrensSnapshot(snapshot: Snapshot): Snapshot {
  const known = views.get(snapshot)
  if (known !== undefined) return known
  const { catalogue } = snapshot
  const view = buildSnapshot(
    {
      ...catalogue,
      programmes: new Map([...snapshot.programmeById].filter(([, programme]) => isForChildren(programme))),
      series: new Map([...catalogue.series].filter(([id]) => snapshot.series.get(id)?.episodes.every(isForChildren) === true)),
    },
    snapshot.id,
  )
  views.set(snapshot, view)
  return view
}
